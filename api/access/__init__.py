"""Who may ask, for what, and how often.

keys    API keys, of which only hashes are kept
rights  what a request may do, by the key that it brings; every write is noted
rates   so many requests a minute
"""
