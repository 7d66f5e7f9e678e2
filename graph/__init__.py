"""Claims stored and asked for.

Each package knows only those below it, which `lint-imports` checks:

    exports     what is written for other tools
    identity    the step that brings names together across articles
    network     agents and topics joined by claims: paths, neighbours, communities
    features    questions with an answer of their own: positions, shifts, answers ...
    search      claims by filter and query, counted and by page
    read_model  SQLite beside the store, from which all of these are answered
    curation    what persons and the step have found of names, topics and claims
    storage     named graphs on disk, in memory or on a SPARQL server
    mapping     the record as RDF and back

`store` puts them together; the modules beside it are what is done with a store as a
whole: load, review, decide, validate, export, back up.
"""
