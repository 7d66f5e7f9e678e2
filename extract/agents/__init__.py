"""Agents: who speaks, to whom, at whom, and on whose behalf.

gazetteer.py     countries, their people and seats, organizations: facts from tables
lexicon.py       nouns for people and bodies, honorifics, pronouns
given_names.py   the gender that a given name tells
acronyms.py      acronyms where they are spelled out
entities.py      labelled names, mended
bearers.py       what the words around a name tell: a person, or a body
relabelling.py   places and bodies that were taken for persons
tokens.py        a document's tokens as plain tuples
phrases.py       noun phrases: segments, heads, owners
names.py         the person's name at the head of a phrase
notables.py      people known by their family name alone
offices.py       ministries and departments by one name
setting.py       where an article is set
short_names.py   bodies by short names, each under its full one
named.py         the countries and bodies that a phrase names
behalf.py        those that the holder of a title acts for
mention.py       what a phrase says of an agent: the record
titles.py        named people with title and apposition
body_phrases.py  countries and organizations at the head of a phrase
nominals.py      descriptions, groups, documents
mentions.py      a phrase read, whichever it is
introductions.py a name with its title and its apposition
name_keys.py     names of people compared
cast.py          the people of one article, under their fullest names
bodies.py        its countries and organizations
descriptions.py  how well a description fits somebody
vectors.py       the encoder's coreference vectors
discourse.py     the article as far as it was read
salience.py      what speaks for whom a mention may mean
coreference.py   who is meant by "she", "the minister" or "a close associate"
events.py        every mention of an article in its turn
lead.py          whom headline and lead describe and what follows names
staff.py         who speaks for the owner that a description names
relatives.py     whom "who" takes up
reader.py        the article read from the first mention to the last
sources.py       the source of an attribution as a mention
subjects.py      verbs that lend others their subject
speakers.py      the speaker of every attribution
recipients.py    the phrases that name who is spoken to or is to act
addressees.py    the addressee and the target of every attribution
"""
