"""Ingesting, as the command line and jobs over HTTP do it; nothing here prints.

run                articles read, extracted and stored, and what is told on the way
extracting         articles through the extractor, here or on a `cluster`
journal, tally     what is done, and what became of it
copies, naming     which articles and which names are another's
fetching, polling  what comes from addresses, once or again and again
"""
