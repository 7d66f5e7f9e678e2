from graph.features.exclusives import Sameness, exclusives
from graph.features.same_quote import same_quotes
from graph.features.variants import Difference, variants
from graph.search.filters import ClaimFilter
from tests.graph.corpus import article, claim, filled

POST = article("One.", publisher="The Post")
TIMES = article("Two.", publisher="The Times")
SECOND_TIMES = article("Three.", publisher="The Times")
BARE = article("Four.")

IN_POST = claim(
    POST, "Arland", "opposes", "truce",
    "We do not need a short truce now", "2022-01-01", quote="direct",
)  # fmt: skip
IN_TIMES = claim(
    TIMES, "Arland", "opposes", "truce",
    "we do not need a short truce, now.", "2022-01-02", quote="mixed",
)  # fmt: skip
OTHERWISE = claim(
    SECOND_TIMES, "Arland", "opposes", "truce",
    "We do not want a short ceasefire now", "2022-01-03", quote="direct",
)  # fmt: skip
BORROWED = claim(
    BARE, "Borland", "opposes", "truce",
    "We do not need a short truce", "2022-01-03", quote="direct",
)  # fmt: skip
REPORTED = claim(POST, "Arland", "demands", "talks", "talks now", "2022-01-05")
MODEL = filled(IN_POST, IN_TIMES, OTHERWISE, BORROWED, REPORTED)


def test_one_quote_in_two_outlets() -> None:
    found = same_quotes(MODEL, ClaimFilter())
    assert [(each.outlets, each.claims) for each in found] == [(2, (IN_POST, IN_TIMES))]
    assert same_quotes(MODEL, ClaimFilter(), outlets=3) == ()


def test_one_outlet_twice_is_one_outlet() -> None:
    twice = claim(
        SECOND_TIMES, "Arland", "opposes", "truce", IN_TIMES.content.text, quote="mixed"
    )
    assert same_quotes(filled(IN_TIMES, twice), ClaimFilter()) == ()


def test_how_the_wording_differs() -> None:
    found = variants(MODEL, ClaimFilter())
    assert [(each.first, each.second) for each in found] == [
        (OTHERWISE, IN_POST)
    ]  # one outlet does not differ from itself
    assert found[0].differences == (
        Difference("want", "need"),
        Difference("ceasefire", "truce"),
    )
    assert found[0].alike == 0.75


def test_quotes_of_one_outlet_only() -> None:
    assert exclusives(MODEL, ClaimFilter()) == (BORROWED, OTHERWISE)


def test_positions_of_one_outlet_only() -> None:
    found = exclusives(MODEL, ClaimFilter(), same=Sameness.POSITION)
    assert found == (REPORTED, BORROWED)
