"""Which cue a source or content belongs to, by votes made by hand."""

import numpy as np

from extract.encoding.words import words
from extract.linking.belonging import linked
from extract.linking.parts import Page, Part
from tests.extract.docs import plain

SURE = 40.0
"""Of a query times its key: beyond what distance costs."""


def belonging(text: str, *marked: tuple[str, str, dict[str, float]]) -> list[list[str]]:
    """What belongs to each cue, by its first word, in a text of words parted by blanks
    ("|" ends a line).

    `marked` gives a part's first word, its role, and how strongly it points at cues.
    """
    texts: list[str] = []
    breaks: list[int] = []
    for line in text.split(" | "):
        breaks += [int(bool(texts)), *(0 for _ in line.split(" ")[1:])]
        texts += line.split(" ")
    size = len(texts)
    query, key = np.zeros((size, size)), np.eye(size)
    parts = []
    for first, role, strengths in marked:
        start = texts.index(first)
        opening = start > 0 and texts[start - 1] in ('"', "“")
        parts.append(Part(start - opening, start + 1, role, 1.0))
        for cue, strength in strengths.items():
            query[start - opening : start + 1, texts.index(cue)] = strength * size**0.5
    page = Page.of(plain(" ".join(texts)), words(texts, breaks), range(size))
    cues = [part for part in parts if part.role == "cue"]
    found = linked(parts, cues, page, {"link_query": query, "link_key": key})
    return [[texts[item.part.end - 1] for item in items] for items in found]


def test_each_belongs_to_the_cue_that_its_words_point_at() -> None:
    assert belonging(
        "Ada said rain , Ole denied snow",
        ("Ada", "source", {"said": SURE}),
        ("said", "cue", {}),
        ("rain", "content", {"said": SURE}),
        ("Ole", "source", {"denied": SURE}),
        ("denied", "cue", {}),
        ("snow", "content", {"denied": SURE}),
    ) == [["Ada", "rain"], ["Ole", "snow"]]


def test_a_cue_without_content_takes_one_that_another_can_spare() -> None:
    assert belonging(
        "Ada said rain , snow and denied",
        ("said", "cue", {}),
        ("rain", "content", {"said": SURE}),
        ("snow", "content", {"said": SURE, "denied": SURE}),
        ("denied", "cue", {}),
    ) == [["rain"], ["snow"]]
    assert belonging(
        "Ada said rain and denied",
        ("said", "cue", {}),
        ("rain", "content", {"said": SURE, "denied": SURE - 1}),
        ("denied", "cue", {}),
    ) == [["rain"], []]


def test_only_a_quotation_belongs_to_a_cue_in_another_line() -> None:
    assert belonging(
        "Ada said | rain | “ snow ”",
        ("said", "cue", {}),
        ("rain", "content", {"said": SURE}),
        ("snow", "content", {"said": SURE}),
    ) == [["snow"]]


def test_a_content_belongs_to_a_cue_of_its_sentence() -> None:
    doc = plain("Ada promised rain . She spoke")
    for token in doc:
        token.is_sent_start = token.i in (0, 4)
    parts = [
        Part(1, 2, "cue", 1.0),
        Part(2, 3, "content", 1.0),
        Part(5, 6, "cue", 1.0),
    ]
    texts = [token.text for token in doc]
    page = Page.of(doc, words(texts, [0] * len(texts)), range(len(texts)))
    query, key = np.zeros((len(texts), 1)), np.zeros((len(texts), 1))
    query[2], key[5] = 1.0, SURE / 2
    cues = [parts[0], parts[2]]
    found = linked(parts, cues, page, {"link_query": query, "link_key": key})
    assert [len(items) for items in found] == [1, 0]


def test_a_quotation_that_runs_on_has_the_cue_of_its_first_paragraph() -> None:
    assert belonging(
        "“ rain , ” Ada said . “ mud is | “ fog is . ” | Ole called it old",
        ("rain", "content", {"said": SURE}),
        ("said", "cue", {}),
        ("mud", "content", {"said": SURE}),
        ("fog", "content", {"called": SURE}),
        ("called", "cue", {}),
        ("old", "content", {"called": SURE}),
    ) == [["rain", "mud", "fog"], ["old"]]
