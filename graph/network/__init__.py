"""Agents and topics joined by claims.

nodes, links          what is joined, by what, with how many claims (`link_rows`)
projection            all of it in memory: an edge wherever a claim joins two
path_query, paths     what paths are sought, and how two are joined
path_search, routes   the search for them: proven by claims (`hops`), and pure
neighbourhood         what lies around one, or between several
expansion, drawing    what a graph on a screen shows, and shows more of
centrality            the most central nodes, and the communities
multigraph            the claims as a networkx graph
"""
