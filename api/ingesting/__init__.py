"""Ingesting: the run, its journal, and what is asked for on the way.

The command line and jobs over HTTP use `run.ingest`; nothing here prints.
"""
