"""SPARQL 1.1 over HTTP, with limits that Oxigraph does not have of its own.

protocol.py    what a request asks for        pool.py       worker processes, killable
guard.py       what reaches out of the store  worker.py     what runs in each of them
formats.py     how results are written        isolation.py  takes its network away
cut.py         results that are too long      snapshots.py  what workers read
update.py      writing                        endpoint.py   all of it together
"""
