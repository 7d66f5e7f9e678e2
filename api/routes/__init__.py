"""The routes, one resource a file; for people `pages` and what ends in `_page(s)`.

Beside them what they share:

needs       the store, and the graph of paths      parameters  what can be asked
paging      pages that follow one another          writing     answers in JSON
"""
