"""Ingesting over HTTP: jobs that wait, run one at a time, and outlive the server.

job                 what a job is
folder              where it is kept
queue, events       the jobs of a server; how one goes on, for who follows it
worker, work        the thread that does them, and what it does
service             all of these, from a server's start to its end
extraction, naming  what is done in processes of their own (`side_process`)
"""
