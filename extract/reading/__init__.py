"""Articles from what users have: files of many formats, folders, pipes, URLs.

`read` goes through `dispatch`, which tells what an input is (`sniffing`) and hands
it to the module of its format: `plain`, `jsonlines`, `tables`, `pages`, `pdf`,
`feeds`, `addresses`, `warc`, `zips`, `gzips`. What others' parsers do with bytes that
may be hostile happens in a process of its own, under caps (`sandbox`).
"""

from extract.reading.dispatch import read
from extract.reading.items import Item, Unreadable
from extract.reading.options import Options
from extract.reading.paths import count, is_address
from extract.reading.plain import text_article

__all__ = [
    "Item",
    "Options",
    "Unreadable",
    "count",
    "is_address",
    "read",
    "text_article",
]
