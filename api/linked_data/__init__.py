"""The data as linked data: triples of a resource, and of the data set as a whole."""
