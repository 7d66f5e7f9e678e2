"""Bytes of the web to text, where what is declared need not be true."""

import codecs
import re

_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?([\w.:-]{2,40})""",
    re.IGNORECASE,
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

WEB_DEFAULT = "cp1252"
"""What bytes are that are not UTF-8 and declare nothing (WHATWG, Encoding, 4.2)."""

MIXED = "onrecord-mixed"
"""Error handler: a byte that is no UTF-8 is read as the web's default."""


def _as_default(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return byte.decode(WEB_DEFAULT, "replace"), error.start + 1


codecs.register_error(MIXED, _as_default)


def decoded(data: bytes, charset: str | None = None) -> str:
    """The text of a page, NUL characters left out; `charset` is what HTTP says.

    A byte order mark counts most, then valid UTF-8, since nothing else is that by
    chance, then what is declared.

    >>> decoded("Grüße".encode(), "iso-8859-1"), decoded("Grüße".encode("latin-1"))
    ('Grüße', 'Grüße')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(encoding, "replace"))
    try:
        return _clean(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _clean(_not_all_utf8(data, charset))


def _clean(text: str) -> str:
    return text.replace("\0", "")


def _not_all_utf8(data: bytes, charset: str | None) -> str:
    """By declaration, unless much of it is UTF-8 after all: parts were pasted in."""
    text, sound = data.decode("utf-8", MIXED), data.decode("utf-8", "ignore")
    if sum(not char.isascii() for char in sound) > len(text) - len(sound):
        return text
    found = _DECLARED.search(data[:4096])
    declared = charset or (found.group(1).decode("ascii") if found else None)
    return data.decode(_known(declared), "replace")


_FAMILIES = (
    *("big5", "cp", "euc", "gb", "iso2022", "iso8859", "koi8", "mac", "shift", "tis"),
    "utf-16",
)
"""How the names of Python's codecs for text start; others are no charsets."""


def _known(charset: str | None) -> str:
    """A codec for text by this name; the web's default if there is none.

    ISO 8859-1 and ASCII mean the web's default (WHATWG, Encoding, 4.2).
    """
    try:
        name = codecs.lookup(charset or WEB_DEFAULT).name
    except (LookupError, ValueError):
        return WEB_DEFAULT
    return name if name.startswith(_FAMILIES) and name != "iso8859-1" else WEB_DEFAULT
