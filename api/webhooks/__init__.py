"""Webhooks: who subscribes is told of the claims of each article that comes in.

As Standard Webhooks has it (https://www.standardwebhooks.com, version 1): a POST
with an id, a time and an HMAC-SHA256 over both and the body. It is sent until it is
taken, at least once: a receiver that has seen the id lets it pass.
"""
