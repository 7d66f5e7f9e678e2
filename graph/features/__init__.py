"""Questions about who says what, each a function over the read model.

positions    the latest stance of one actor on each topic, of each actor on one
shifts       the same speaker, the same topic, the stance turned over
comparison   where two actors, or several, agree and where they oppose
first_said   who said it first, with all who may have
answers      demands with what was answered, and after how long
backing      who supports whose demand
same_quote   one quote in several outlets
variants     one quote whose wording differs from outlet to outlet
exclusives   what only one outlet has
topic_pairs  topics that go together
hearsay      who says that another said
silence      who never spoke about a topic
between      what was said between two events
changes      what differs between two extractions
revised      what differs between two revisions of an article
sides        who is for a topic and who against it, and since when
tracks       how positions went over time
delegates    who speaks for whom
reprints     who else prints a claim
arrivals     what came in last

latest and later say which claim counts where there are several, lookup and
topics_asked what a question is about.
"""
