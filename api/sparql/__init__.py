"""SPARQL 1.1 over HTTP, with limits that Oxigraph does not have of its own.

protocol.py    what a request asks for        pool.py       worker processes, killable
tree.py        the parse tree of a text       worker.py     what runs in each of them
names.py       what its names stand for       isolation.py  takes its network away
guard.py       what reaches out of the store  snapshots.py  what workers read
formats.py     how results are written        update.py     writing
cut.py         results that are too long      endpoint.py   all of it together
"""
