"""The caps of reading: what is larger, deeper or slower is refused, and told so."""

PAGE_BYTES = 10_000_000
"""Largest web page or feed; the longest reports on the web are some 2 MB."""

PDF_BYTES = 20_000_000
PDF_PAGES = 1_000

ELEMENTS = 200_000
"""Most elements of a page: trafilatura slows down with their number."""

ENTRIES = 1_000
"""Most entries of a feed: usual are 10 to 100."""

OBJECTS = 1_000_000
"""Most objects and lists of one JSON text: each takes up to 250 bytes of memory."""

DEPTH = 3
"""Most archives, lists and feeds within each other."""

RATIO = 200
"""How many times larger than packed a file in an archive may be: text reaches 20."""

UNPACKED = 100_000_000
"""Bytes under which the ratio is not asked: a page of blanks packs well."""

DIRECTORY = 20_000_000
"""Largest directory of a zip in bytes: some 200,000 files."""

SECONDS = 30.0
"""Longest time for one page or PDF; a usual one takes a tenth of a second."""

MEMORY = 768 * 1024 * 1024
"""Bytes that one parsing process may hold."""
