"""Texts in batches that memory can hold."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

BATCH = 50_000
"""Characters that are encoded together: some 10 articles. The outputs take 7 KB a word
while a batch is read, and two are held at a time: this bounds memory at some 150 MB."""


class Text(Protocol):
    """What has a text: a document, an article."""

    @property
    def text(self) -> str:
        """Its text."""
        ...


Texted = TypeVar("Texted", bound=Text)


def batches(stream: Iterable[Texted]) -> Iterator[list[Texted]]:
    """What comes in, in lists of at least one and at most BATCH characters."""
    batch: list[Texted] = []
    size = 0
    for item in stream:
        length = len(item.text)
        if batch and size + length > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += length
    if batch:
        yield batch
