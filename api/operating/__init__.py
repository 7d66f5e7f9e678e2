"""What a server needs beside its answers, for those who run it.

preparation  what is made after the start    metrics  how it does, for Prometheus
following    what others write to its store  logs     what failed, as JSON
"""
