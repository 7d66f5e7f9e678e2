"""Getting pages from the web: politely, under caps, and never from inside.

`fetcher.Fetcher` is a `reading.options.Fetch`. `robots` says what a site allows,
`hosts` whose turn it is, `addresses` which addresses are public, and `network`
connects to those alone.
"""
