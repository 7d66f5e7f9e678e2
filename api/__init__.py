"""All that people touch: the command line, HTTP and the pages."""
