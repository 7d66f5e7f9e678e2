"""Bytes to text, or a reason why not: size, emptiness, binary data, encoding."""

import re

from ontology.errors import BadInput

MAX_BYTES = 20_000_000
"""Largest article, in bytes of UTF-8: some four long novels. Larger is a mistake."""

_OTHER_ENCODINGS = {
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
    b"PK\x03\x04": "a zip archive (or an office document)",
    b"%PDF": "a PDF",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"{\\rtf": "RTF",
}
"""First bytes that tell what the file is instead."""

_BLANK = re.compile(r"[\s\ufeff]*")
"""No text: blanks of all kinds, separators (0x1C to 0x1F) and byte order marks."""


class Refused(BadInput):
    """This input gives no article; the message says why and what is accepted."""


def plain_text(data: bytes, *, start: int = 0) -> str:
    """`data` decoded as UTF-8, a byte order mark and every line end kept.

    So an offset into the text is an offset into the user's own file, in code
    points. `start` is where `data` begins in its file, for the messages. Raises
    Refused.
    """
    if len(data) > MAX_BYTES:
        raise Refused(
            f"larger than {MAX_BYTES // 1_000_000} MB, the limit of an article"
        )
    _refuse_binary(data, start)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(_not_utf8(data, error.start, start)) from None
    if _BLANK.fullmatch(text):
        raise Refused("empty: there is no text in it")
    return text


def _refuse_binary(data: bytes, start: int) -> None:
    for magic, name in _OTHER_ENCODINGS.items():
        if data.startswith(magic):
            raise Refused(f"looks like {name}; accepted: plain text in UTF-8")
    if (nul := data.find(0)) >= 0:
        raise Refused(
            f"binary: a NUL byte at offset {start + nul}; accepted: plain text in UTF-8"
        )


def _not_utf8(data: bytes, position: int, start: int) -> str:
    line = data.count(b"\n", 0, position) + 1
    where = f"offset {start + position}" + (f" (line {line})" if not start else "")
    return (
        f"not UTF-8: byte 0x{data[position]:02x} at {where};"
        " save it as UTF-8, with or without byte order mark"
    )
