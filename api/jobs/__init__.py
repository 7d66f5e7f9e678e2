"""Ingesting over HTTP: jobs that wait, run one at a time, and outlive the server.

`job` is what a job is, `folder` where it is kept, `queue` the jobs of a server,
`worker` the thread that does them, `work` what it does, `service` all of these from a
server's start to its end; `extraction` and `naming` are done in processes of their own,
by `side_process`.
"""
