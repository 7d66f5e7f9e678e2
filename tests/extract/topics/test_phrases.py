"""Phrases as topics: their bounds and names."""

import pytest
from spacy.tokens import Doc

from extract.topics.candidates import candidates
from extract.topics.taken_up import compounds, in_full
from tests.extract.docs import VOCAB, Row, parsed

CASES: dict[str, tuple[list[Row], list[str]]] = {
    "modifiers": (
        [
            ("a", "DET", "det", 2),
            ("legal", "ADJ", "amod", 2),
            ("fund", "NOUN", "root", 2),
        ],
        ["legal fund"],
    ),
    "what only values": (
        [("solid", "ADJ", "amod", 1), ("guarantee", "NOUN", "root", 1)],
        ["guarantee"],
    ),
    "how great it is": (
        [("sweeping", "ADJ", "amod", 1), ("ban", "NOUN", "root", 1)],
        ["ban"],
    ),
    "many of it": (
        [
            ("handful", "NOUN", "root", 0),
            ("of", "ADP", "case", 2),
            ("flats", "NOUN", "nmod", 0),
        ],
        ["flats"],
    ),
    "how much it is so": (
        [
            ("very", "ADV", "advmod", 1),
            ("bad", "ADJ", "amod", 2),
            ("coffee", "NOUN", "root", 2),
        ],
        ["coffee"],
    ),
    "an acronym": (
        [
            ("the", "DET", "det", 2),
            ("IT", "NOUN", "compound", 2),
            ("contract", "NOUN", "root", 2),
        ],
        ["IT contract"],
    ),
    "nothing but what values": ([("key", "NOUN", "amod", 0)], ["key"]),
    "what only values, after its owner": (
        [
            ("Mali", "PROPN", "nmod:poss", 3),
            ("'s", "PART", "case", 0),
            ("tough", "ADJ", "amod", 3),
            ("terms", "NOUN", "root", 3),
        ],
        ["Mali", "terms", "Mali 's terms"],
    ),
    "a share of it": (
        [
            ("half", "NOUN", "root", 0),
            ("of", "ADP", "case", 2),
            ("exports", "NOUN", "nmod", 0),
        ],
        ["exports"],
    ),
    "a noun beside a noun": (
        [("delivery", "NOUN", "obl", 1), ("truck", "NOUN", "root", 1)],
        ["delivery", "delivery truck"],
    ),
    "whose it is": (
        [
            ("the", "DET", "det", 1),
            ("port", "NOUN", "nmod:poss", 4),
            ("'s", "PART", "case", 1),
            ("legal", "ADJ", "amod", 4),
            ("costs", "NOUN", "root", 4),
        ],
        ["port", "legal costs", "port 's legal costs"],
    ),
    "what it is of": (
        [
            ("an", "DET", "det", 1),
            ("end", "NOUN", "root", 1),
            ("to", "ADP", "case", 4),
            ("night", "NOUN", "compound", 4),
            ("shifts", "NOUN", "nmod", 1),
        ],
        ["end to night shifts", "night shifts"],
    ),
    "how many it is of": (
        [
            ("promotion", "NOUN", "root", 0),
            ("of", "ADP", "case", 3),
            ("5,000", "NUM", "nummod", 3),
            ("nurses", "NOUN", "nmod", 0),
        ],
        ["promotion", "promotion of nurses", "nurses"],
    ),
    "how much it is": (
        [
            ("rise", "NOUN", "root", 0),
            ("of", "ADP", "case", 3),
            ("four", "NUM", "nummod", 3),
            ("point", "NOUN", "nmod", 0),
        ],
        ["rise"],
    ),
    "how long it is": (
        [
            ("delays", "NOUN", "root", 0),
            ("of", "ADP", "case", 2),
            ("hour", "NOUN", "nmod", 0),
        ],
        ["delays"],
    ),
    "a time that is none": (
        [
            ("code", "NOUN", "root", 0),
            ("on", "ADP", "case", 3),
            ("delivery", "NOUN", "compound", 3),
            ("time", "NOUN", "nmod", 0),
        ],
        ["code", "code on delivery time", "delivery time"],
    ),
    "an amount for want of a thing": (
        [("four", "NUM", "nummod", 1), ("litre", "NOUN", "root", 1)],
        ["litre"],
    ),
    "numbers": (
        [("four", "NUM", "nummod", 1), ("mine", "NOUN", "root", 1)],
        ["mine"],
    ),
    "a headline's capitals": (
        [
            ("Ban", "NOUN", "root", 0),
            ("On", "ADP", "case", 2),
            ("Alps", "PROPN", "nmod", 0),
        ],
        ["ban", "ban on Alps", "Alps"],
    ),
    "a name keeps its capitals": (
        [("the", "DET", "det", 1), ("Alps", "PROPN", "root", 1)],
        ["Alps"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_candidates(case: str) -> None:
    rows, expected = CASES[case]
    assert [found.name for found in candidates(parsed(rows)[:])] == expected


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("bonuses", "bonus"),
        ("buses", "bus"),
        ("crises", "crisis"),
        ("duties", "duty"),
        ("houses", "house"),
        ("matches", "match"),
        ("ties", "tie"),
    ],
)
def test_plurals_are_named_in_the_singular(word: str, name: str) -> None:
    doc = parsed([(word, "NOUN", "root", 0)])
    doc[0].tag_ = "NNS"
    (found,) = candidates(doc[:])
    assert found.name == name


def test_what_something_is_of_stays_as_it_is_written() -> None:
    rows: list[Row] = [
        ("services", "NOUN", "root", 0),
        ("for", "ADP", "case", 2),
        ("veterans", "NOUN", "nmod", 0),
    ]
    doc = parsed(rows)
    doc[0].tag_ = doc[2].tag_ = "NNS"
    assert [found.name for found in candidates(doc[:])] == [
        "service",
        "services for veterans",
        "veteran",
    ]


def test_a_singular_that_looks_like_a_form_stays() -> None:
    doc = parsed([("aircraft", "NOUN", "root", 0)])
    doc[0].tag_ = "NN"
    (found,) = candidates(doc[:])
    assert found.name == "aircraft"


def test_a_vague_noun_alone_is_a_topic_only_for_want_of_another() -> None:
    rows: list[Row] = [
        ("importance", "NOUN", "root", 0),
        ("of", "ADP", "case", 2),
        ("wages", "NOUN", "obl", 0),
    ]
    doc = parsed(rows)
    assert [found.name for found in candidates(doc[:])] == ["wages"]
    assert [found.name for found in candidates(doc[:2])] == ["importance"]


def test_a_stretch_of_time_is_no_topic() -> None:
    assert candidates(parsed([("week", "NOUN", "root", 0)])[:]) == []


@pytest.mark.parametrize(("article", "name"), [("the", "pay offer"), ("an", "offer")])
def test_a_bare_noun_takes_up_a_compound(article: str, name: str) -> None:
    rows: list[Row] = [
        ("pay", "NOUN", "compound", 1),
        ("offer", "NOUN", "nsubj", 2),
        ("beats", "VERB", "root", 2),
        (article, "DET", "det", 4),
        ("offer", "NOUN", "obj", 2),
    ]
    doc = parsed(rows)
    for index in (1, 4):
        doc[index].lemma_ = "offer"
    (found,) = candidates(doc[3:])
    assert in_full(found, compounds(doc)).name == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("30", "-", "day", "truce"), "30-day truce"),
        (("big", "-", "day", "truce"), "big-day truce"),
        (("build", "-", "up"), "build-up"),
    ],
)
def test_hyphens_hold_a_name_together(words: tuple[str, ...], name: str) -> None:
    noun = words.index("truce") if "truce" in words else 0
    doc = Doc(
        VOCAB,
        words=list(words),
        spaces=[word == "day" for word in words],
        pos=["NUM" if word == "30" else "NOUN" if word[0] != "-" else "PUNCT"
             for word in words],
        heads=[noun] * len(words),
        deps=["ROOT" if i == noun else "compound" for i in range(len(words))],
        lemmas=list(words),
    )  # fmt: skip
    (found,) = candidates(doc[:])
    assert found.name == name


def test_demands_that_are_told_are_but_a_frame() -> None:
    rows: list[Row] = [
        ("demands", "NOUN", "nsubj", 2),
        ("are", "AUX", "cop", 2),
        ("talks", "NOUN", "root", 2),
    ]
    doc = parsed(rows)
    doc[0].lemma_ = "demand"
    assert [found.is_frame for found in candidates(doc[:])] == [True, False]


def test_a_noun_that_is_another_thing_in_the_singular_stays_plural() -> None:
    doc = parsed([("sales", "NOUN", "root", 0)])
    doc[0].tag_ = "NNS"
    assert [found.name for found in candidates(doc[:])] == ["sales"]
