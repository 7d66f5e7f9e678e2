"""Where a list parts into its items."""

import pytest

from extract.lists.items import items, lines
from tests.extract.lists.tagged import Arcs, tagged

PROSE: dict[str, tuple[str, Arcs | None, list[str]]] = {
    "nouns": (
        "higher/A pay/N , shorter/A shifts/N and/C an/D apology/N",
        None,
        ["higher pay", "shorter shifts", "an apology"],
    ),
    "a comma before and": (
        "clean/A water/N , a/D school/N , and/C safe/A roads/N .",
        None,
        ["clean water", "a school", "safe roads"],
    ),
    "gerunds": (
        "closing/V/VBG the/D mine/N , cleaning/V/VBG the/D river/N and/C"
        " paying/V/VBG the/D farmers/N",
        None,
        ["closing the mine", "cleaning the river", "paying the farmers"],
    ),
    "a comma before the first": (
        ", lower/A fees/N , longer/A leases/N",
        None,
        ["lower fees", "longer leases"],
    ),
    "semicolons hold commas": (
        "a/D rise/N , soon/ADV ; no/D layoffs/N ; and/C free/A meals/N",
        None,
        ["a rise , soon", "no layoffs", "free meals"],
    ),
    "a relative clause goes on": (
        "an/D inquiry/N , which/PRON judges/N lead/V , and/C a/D refund/N",
        None,
        ["an inquiry , which judges lead", "a refund"],
    ),
    "what is included goes on": (
        "new/A rules/N , including/V a/D cap/N , and/C a/D fund/N",
        None,
        ["new rules , including a cap", "a fund"],
    ),
    "names are no items": (
        "flights/N to/P Lima/NP , Quito/NP , and/C lower/A fares/N",
        None,
        ["flights to Lima , Quito", "lower fares"],
    ),
    "adjectives are no items": (
        "a/D long/A , costly/A strike/N , and/C new/A talks/N",
        None,
        ["a long , costly strike", "new talks"],
    ),
    "two joined at the head": (
        "a/D cap/N on/P rents/N and/C a/D freeze/N",
        {4: (6, "cc"), 6: (1, "conj"), 0: (1, "det"), 3: (1, "nmod")},
        ["a cap on rents", "a freeze"],
    ),
    "two joined below the head": (
        "a/D cap/N on/P rents/N and/C fares/N",
        {4: (5, "cc"), 5: (3, "conj"), 0: (1, "det"), 3: (1, "nmod")},
        ["a cap on rents and fares"],
    ),
}


@pytest.mark.parametrize("case", PROSE)
def test_prose_parts_into_items(case: str) -> None:
    text, arcs, expected = PROSE[case]
    doc = tagged(text, arcs)
    assert [item.text for item in items(doc[:])] == [f"{each}" for each in expected]


@pytest.mark.parametrize("bullet", ["-", "•", "*", "–", "1.", "(a)", "2)"])
def test_bullets(bullet: str) -> None:
    found = [tagged(f"{bullet} {item}")[:] for item in ("a/D rise/N ;", "work/N")]
    assert [item.text for item in lines(found)] == ["a rise", "work"]


def test_the_list_ends_with_its_bullets() -> None:
    found = [tagged("- a/D rise/N")[:], tagged("They/PRON left/V")[:]]
    assert [item.text for item in lines(found)] == ["a rise"]


def test_lines_without_bullets_are_no_list() -> None:
    assert lines([tagged("a/D rise/N")[:]]) == []
