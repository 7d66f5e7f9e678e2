"""Errors over HTTP: problem documents (RFC 9457) for programs, pages for people.

documents  what they are, also in the description of the API
statuses   what each error comes to
fields     what is wrong with a field, in words
answering  the answer to a request that failed
"""
