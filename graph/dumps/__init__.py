"""Dumps: what `export` wrote with a graph for each article, brought back.

reading  articles, claims, reviews and names into a store
files    graph by graph, however their lines are ordered
names    which are one, and the topic scheme
"""
