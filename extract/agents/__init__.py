"""Agents: who speaks, to whom, at whom, and on whose behalf.

gazetteer.py     countries, their people and seats, organizations: facts from tables
lexicon.py       nouns for people and bodies, honorifics, pronouns
tokens.py        a document's tokens as plain tuples
phrases.py       noun phrases: segments, heads, owners
mentions.py      what a noun phrase says of an agent: name, role, on whose behalf
cast.py          the people and bodies of one article, under their fullest names
coreference.py   who is meant by "she", "the minister" or "a close associate"
speakers.py      the speaker of every attribution
audience.py      the addressee and the target of every attribution
evaluate.py      how often the resolution is right, on a treebank with gold chains
"""
