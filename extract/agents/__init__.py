"""Agents: who speaks, to whom, at whom, and on whose behalf.

gazetteer.py     countries, their people and seats, organizations: facts from tables
lexicon.py       nouns for people and bodies, honorifics, pronouns
acronyms.py      acronyms where they are spelled out
entities.py      labelled names, mended
relabelling.py   places and bodies that were taken for persons
tokens.py        a document's tokens as plain tuples
phrases.py       noun phrases: segments, heads, owners
names.py         the person's name at the head of a phrase
offices.py       ministries and departments by one name
setting.py       where an article is set
short_names.py   bodies by short names, each under its full one
behalf.py        the countries and bodies that a title names
mention.py       what a phrase says of an agent: the record
titles.py        named people with title and apposition
nominals.py      bodies, descriptions, groups, documents
mentions.py      a phrase read, whichever it is
cast.py          the people of one article, under their fullest names
bodies.py        its countries and organizations
descriptions.py  how well a description fits somebody
vectors.py       the encoder's coreference vectors
coreference.py   who is meant by "she", "the minister" or "a close associate"
events.py        every mention of an article in its turn
lead.py          whom the lead describes and the next sentences name
reader.py        the article read from the first mention to the last
speakers.py      the speaker of every attribution
addressees.py    the addressee and the target of every attribution
"""
