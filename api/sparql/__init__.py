"""SPARQL 1.1 over HTTP, with limits that Oxigraph does not have of its own.

protocol.py    what a request asks for        pool.py       worker processes, killable
tree.py        the parse tree of a text       process.py    one of them, from outside
names.py       what its names stand for       worker.py     what runs in it
guard.py       what reaches out of the store  isolation.py  takes its network away
update.py      writing                        snapshots.py  what workers read
formats.py     the formats of results         current.py    the latest, and older ones
rendering.py   results written in one         endpoint.py   all of it together
cut.py         results that are too long      relay.py      the same over a server
fitting.py     which of these two fits
"""
