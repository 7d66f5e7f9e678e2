"""The record as RDF and back, and the terms, IRIs and triples it is made of."""
