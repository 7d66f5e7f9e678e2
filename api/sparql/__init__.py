"""SPARQL 1.1 over HTTP, with limits that Oxigraph does not have of its own.

protocol.py    what a request asks for        pool.py       worker processes, killable
names.py       what its names stand for       process.py    one of them, from outside
guard.py       what reaches out of the store  worker.py     what runs in it
update.py      writing                        isolation.py  takes its network away
formats.py     the formats of results         snapshots.py  what workers read
rendering.py   results written in one         current.py    the latest, and older ones
cut.py         results that are too long      endpoint.py   all of it together
fitting.py     which of two endpoints fits    relay.py      the same over a server
"""
