"""The formats in which claims leave the store, one in each module.

rdf              Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML
tables, parquet  CSV and JSON Lines; Parquet
graphml, gexf    the network of agents and topics, for tools that draw
nanopublications one nanopublication a claim, in TriG
plover           event records of PLOVER, as JSON Lines
schema_org       schema.org Claim and Quotation, as JSON-LD
"""
