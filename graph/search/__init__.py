"""Claims asked for.

What is asked:
filters, query_language   a `ClaimFilter`, and how people write one
names, name_matching      whom and what a name means, and may mean
suggestions, subjects     names that go on so, or stand where words are sought

How it is answered:
condition, conditions     a filter as conditions in SQL and over columns in memory
plan, in_memory           which condition is sought first; or all found in memory
ranking, relevance        in the order of a column, or of how well words match
search_words, cursor      words that cannot be malformed; where the next page starts

What comes back:
query, statements         claims page by page, one for all who carry the same words
all_claims                claims without pages
facets, timeline          counts by value, and by time
"""
