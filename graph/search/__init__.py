"""Claims asked for: filters, the query syntax, names, pages, facets, timelines."""
