"""Joining a body, as a topic."""

import pytest
from spacy.tokens import Span

from extract.topics.membership import memberships
from tests.extract.docs import plain

CASES = [
    ("Chad may join ECOWAS next year", "ECOWAS", ["ECOWAS membership"]),
    ("membership of ASEAN is far off", "ASEAN", ["ASEAN membership"]),
    ("ECOWAS will admit Chad", "ECOWAS", ["ECOWAS membership"]),
    ("Chad may host ECOWAS next year", "ECOWAS", []),
    ("join us in the march on that square where ECOWAS sits", "ECOWAS", []),
]


@pytest.mark.parametrize(("text", "body", "expected"), CASES)
def test_memberships(text: str, body: str, expected: list[str]) -> None:
    doc = plain(text)
    at = text.split(" ").index(body)
    doc.set_ents([Span(doc, at, at + 1, label="ORGANIZATION")])
    assert list(memberships(doc[:])) == expected
