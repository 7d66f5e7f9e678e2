"""Announced lists become one attribution an item."""

import pytest

from extract.attributions import Attribution
from extract.lists import listed
from ontology.stances import Stance
from tests.extract.docs import attribution
from tests.extract.lists.tagged import Arcs, tagged

Row = tuple[str, str, list[str], Stance | None]
CASES: dict[str, tuple[str, Arcs | None, Row]] = {
    "lines after a noun": (
        "The/D nurses/N made/V three/NUM demands/N : | - more/A pay/N ; |"
        " - free/A meals/N . | They/PRON left/V .",
        {0: (1, "det"), 1: (2, "nsubj"), 3: (4, "nummod"), 4: (2, "obj")},
        ("The nurses", "made three demands :", ["more pay", "free meals"],
         Stance.DEMANDS),
    ),
    "prose after a verb": (
        "Farmers/N want/V : cheaper/A diesel/N , fair/A prices/N and/C"
        " less/A paperwork/N .",
        {0: (1, "nsubj")},
        ("Farmers", "want :", ["cheaper diesel", "fair prices", "less paperwork"],
         Stance.DEMANDS),
    ),
    "three things": (
        "Farmers/N proposed/V three/NUM things/N : a/D fund/N , a/D cap/N"
        " and/C a/D census/N .",
        {0: (1, "nsubj"), 3: (1, "obj")},
        ("Farmers", "proposed three things :", ["a fund", "a cap", "a census"],
         Stance.PROPOSES),
    ),
    "what was agreed": (
        "Both/D sides/N agreed/V on/P the/D following/N : | - a/D truce/N . |"
        " - open/A borders/N . | They/PRON left/V .",
        {0: (1, "det"), 1: (2, "nsubj"), 5: (2, "obl")},
        ("Both sides", "agreed on the following :", ["a truce", "open borders"],
         Stance.ACCEPTS),
    ),
    "whom it asks, and ticks": (
        "Farmers/N want/V Lima/NP to/PART : | ✔ cut/V tolls/N | ✔ open/V ports/N |"
        " They/PRON left/V .",
        {0: (1, "nsubj"), 2: (1, "obj")},
        ("Farmers", "want Lima to :", ["cut tolls", "open ports"],
         Stance.DEMANDS),
    ),
    "lines after a verb that does not end what announces them": (
        "Farmers/N ask/V for/P much/A more/A : | - cheap/A tolls/N | - open/V ports/N |"
        " They/PRON left/V .",
        {0: (1, "nsubj")},
        ("Farmers", "ask for much more :", ["cheap tolls", "open ports"],
         Stance.DEMANDS),
    ),
    "lines that are told": (
        "What/PRON she/PRON said/V so/ADV far/ADV : | - no/D tolls/N | - no/D fees/N |"
        " They/PRON left/V .",
        {1: (2, "nsubj")},
        ("she", "said so far :", ["no tolls", "no fees"], None),
    ),
    "a possessor": (
        "Peru/NP 's/PART/POS conditions/N are/AUX a/D fund/N , new/A"
        " ports/N and/C a/D truce/N .",
        None,
        ("Peru 's", "conditions are", ["a fund", "new ports", "a truce"],
         Stance.DEMANDS),
    ),
    "the next paragraph": (
        "Her/PRON/PRP$ promises/N : | a/D new/A bridge/N , lower/A fares/N ,"
        " and/C free/A schools/N .",
        {0: (1, "nmod:poss")},
        ("Her", "promises :", ["a new bridge", "lower fares", "free schools"],
         Stance.PROMISES),
    ),
}  # fmt: skip


def rows(found: tuple[Attribution, ...]) -> list[tuple[str, str, str]]:
    return [
        (a.source[0].text if a.source else "", a.cue.text, a.content[0].text)
        for a in found
    ]


@pytest.mark.parametrize("case", CASES)
def test_each_item_of_an_announced_list(case: str) -> None:
    text, arcs, (source, cue, contents, stance) = CASES[case]
    found = listed(tagged(text, arcs), ())
    shown = [
        (s.replace("\n", "").strip(), c.replace("\n", "").strip(), w)
        for s, c, w in rows(found)
    ]
    assert shown == [(source, cue, content) for content in contents]
    assert {each.stance for each in found} == {stance}


NO_LISTS = [
    "He/PRON said/V : we/PRON want/V bread/N , work/N and/C peace/N .",
    "They/PRON demanded/V : “ Open/V the/D gates/N , give/V us/PRON water/N",
    "Two/NUM goals/N : one/NUM by/P Sousa/NP , one/NUM by/P Okoye/NP .",
    "Her/PRON/PRP$ demand/N : a/D new/A bridge/N .",
]


@pytest.mark.parametrize("text", NO_LISTS)
def test_what_announces_no_list(text: str) -> None:
    assert listed(tagged(text), ()) == ()


LISTED = (
    "Miners/N gave/V conditions/N : | new/A masks/N , and/C an/D end/N"
    " to/P fines/N , which/PRON Oslo/NP calls/V legal/A ."
)
ARCS: Arcs = {0: (1, "nsubj"), 2: (1, "obj")}


def test_the_announcing_attribution_gives_source_and_cue() -> None:
    doc = tagged(LISTED, ARCS)
    own = attribution(doc, "gave", "conditions", source="Miners")
    assert rows(listed(doc, (own,))) == [
        ("Miners", "gave", "new masks"),
        ("Miners", "gave", "an end to fines , which Oslo calls legal"),
    ]


def test_an_attribution_in_an_item_keeps_to_its_item() -> None:
    doc = tagged(LISTED, ARCS)
    inner = attribution(doc, "calls", "new masks , and an end to fines", "legal",
                        source="Oslo")  # fmt: skip
    found = listed(doc, (inner,))
    own = [each for each in found if each.cue.text == "calls"]
    assert [[piece.text for piece in each.content] for each in own] == [
        ["an end to fines", "legal"]
    ]
