"""XML written as it comes, so that a large document is never held whole."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (2.2, Characters), escaped or not."""


class XmlWriter:
    """An XML document in UTF-8, element by element."""

    def __init__(self, out: IO[bytes]) -> None:
        self._sax = XMLGenerator(out, encoding="utf-8", short_empty_elements=True)
        self._sax.startDocument()

    @contextmanager
    def element(self, name: str, **attributes: str) -> Iterator[None]:
        """An element that holds what is written within."""
        legal_ones = {key: legal(value) for key, value in attributes.items()}
        self._sax.startElement(name, AttributesImpl(legal_ones))
        yield
        self._sax.endElement(name)
        self._sax.ignorableWhitespace("\n")

    def leaf(self, name: str, text: str = "", **attributes: str) -> None:
        """An element that holds a text, or nothing."""
        with self.element(name, **attributes):
            if text:
                self._sax.characters(legal(text))


def legal(text: str) -> str:
    """The text, with U+FFFD for each character that XML 1.0 cannot hold.

    >>> legal("a\\x00b")
    'a\\ufffdb'
    """
    return _ILLEGAL.sub("\ufffd", text)
