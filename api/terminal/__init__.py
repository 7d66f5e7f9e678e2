"""What the commands share: how they are told, and how they answer on a terminal.

spreading                 options that go together, as one parameter of a command
options, reading_options  the options, each with its help, and groups of them
choices                   closed lists that options choose from
opening, scope            the store, and the claims, that options mean
listening                 where a server listens, and for whom
listing, table            claims, a row each, with the sentence that proves it
sections, evidence        answers with the claims below them
results                   tables of values
progress, report          how far an ingest is, and what became of its articles
naming                    who decides on names, and how a finding is shown
group                     how commands fail
"""
