"""Graphs on a SPARQL 1.1 server.

address.py  where it is, and who asks       client.py   requests, tried again
received.py answers, believed if whole      credentials.py  name and password
updates.py  updates in pieces it can take   outbox.py   what it may not have done yet
answers.py  what users ask                  graphs.py   `Remote`: the graphs themselves
"""
