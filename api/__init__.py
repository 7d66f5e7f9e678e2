"""All that people touch: the command line, HTTP and the pages.

`cli` is the command `onrecord`, `app` the web application with the `services` at work
beside it, each put together from what stands below it; each part knows only those
below it, which `lint-imports` checks:

    commands                    the commands, one a file
    mcp                         tools for language-model agents
    middleware                  what every request passes
    routes, openapi             what can be asked, one resource a file; its description
    problems                    how errors are answered
    pages, jobs                 what templates are given; ingesting over HTTP
    linked_data, operating      triples of what has an IRI; what a server needs beside
    sparql                      the endpoint, with limits
    http, access                HTTP beneath the routes; keys and rates
    terminal                    what the commands share
    reconciliation, webhooks    for OpenRefine; for who wants to be told
    ingesting                   the run that reads articles into a store
    showing                     claims in words, with the sentences that prove them
    client                      the API from Python, at a distance
    web                         TypeScript of the pages, built into pages/static

`questions` and `revisions` are what commands and routes both ask, `settings` what they
are told; `private_records` and `clock` serve what keeps keys, webhooks and notes.
"""
