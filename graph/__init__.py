"""Claims stored and asked for.

Each package knows only those below it, which `lint-imports` checks:

    catalogue   what a store has: agents, topics, articles, page by page
    dumps       what was exported, brought back
    exports     what is written for other tools
    identity    the step that brings names together across articles
    network     agents and topics joined by claims: paths, neighbours, communities
    features    questions with an answer of their own: positions, shifts, answers ...
    search      claims by filter and query, counted and by page
    read_model  SQLite beside the store, from which all of these are answered
    curation    what persons and the step have found of names, topics and claims
    storage     named graphs on disk, in memory or on a SPARQL server
    mapping     the record as RDF and back

`store` puts them together: opened with what `places` finds, written to by `outcome` and
`loading`, read by `extractions`, `revisions` and `sparql`. What is done with a store as
a whole stands beside it:

    saved_questions                    questions in SPARQL, with parameters
    review, decisions                  what persons say of claims and of names
    relations, derivation              claims about claims, and the step to them
    export, backups, care, validate    written out, copied, kept whole, checked
    holdings                           what need not be read again

and what several of them use: `dates`, `limits`, `batches`, `sparql_tree`.
"""
