"""Whom claims name as their speakers in short passages (`passages.txt`)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.pipeline import Extractor
from ontology.claim import Article, Claim
from ontology.ids import article_id

FILE = Path(__file__).with_name("passages.txt")


def _passages() -> Iterator[tuple[str, dict[str, str]]]:
    """The passages of the file: each text, and its speakers by words that they say."""
    blocks = FILE.read_text(encoding="utf-8").strip().split("\n\n")
    for block in blocks[1:]:
        text, *lines = block.splitlines()
        speakers = dict(line.split(" = ") for line in lines)
        yield text.replace(" ¶ ", "\n\n"), speakers


PASSAGES = tuple(_passages())


@pytest.mark.parametrize(("text", "speakers"), PASSAGES)
def test_who_speaks(extractor: Extractor, text: str, speakers: dict[str, str]) -> None:
    claims = _claims(extractor, text)

    assert {words: _speaker(claims, words) for words in speakers} == speakers


def test_none_of_the_passages_is_left_out() -> None:
    assert len(PASSAGES) == 133


def _claims(extractor: Extractor, text: str) -> tuple[Claim, ...]:
    article = Article(id=article_id(text), source="passage.txt", text=text)
    (read,) = extractor.extract([article])
    return read[1]


def _speaker(claims: tuple[Claim, ...], words: str) -> str | None:
    """Who says the words; None if no claim holds them."""
    named = (claim.speaker.name for claim in claims if words in claim.content.text)
    return next(named, None)
