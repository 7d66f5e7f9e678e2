"""Hashes of what was read, so that the same article is known again."""

import hashlib


def sha256(content: bytes | str) -> str:
    """The SHA-256 of bytes, or of a text in UTF-8, in hex digits.

    >>> sha256("We agree.")[:16]
    '7ed727ed3508bd47'
    """
    data = content.encode() if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()
