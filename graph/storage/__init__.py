"""Where the RDF of a store is kept: on disk, in memory, or on a SPARQL server."""
