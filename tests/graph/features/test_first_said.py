from graph.features.first_said import first_said
from graph.search.filters import ClaimFilter
from tests.graph.corpus import article, claim, filled

PAGE = article("One.")
FIRST = claim(PAGE, "Arland", "asks", "truce", "a", "2022-03-11")
TIED = claim(PAGE, "Borland", "asks", "truce", "b", "2022-03-11")
LATER = claim(PAGE, "Borland", "asks", "truce", "c", "2022-03-12")
MONTH = claim(PAGE, "Cerland", "asks", "truce", "d", "2022-03-01/2022-03-31")
OPEN = claim(PAGE, "Cerland", "asks", "truce", "e", "/2022-01-01")
UNDATED = claim(PAGE, "Cerland", "asks", "truce", "f")


def test_ties_are_kept() -> None:
    found = first_said(filled(FIRST, TIED, LATER, OPEN, UNDATED), ClaimFilter())
    assert found.claims == (FIRST, TIED)
    assert not found.certain


def test_a_vague_date_may_be_earlier() -> None:
    found = first_said(filled(FIRST, LATER, MONTH), ClaimFilter())
    assert found.claims == (MONTH, FIRST)


def test_one_alone_is_certain() -> None:
    found = first_said(filled(FIRST, TIED), ClaimFilter.of(speaker="Arland"))
    assert found.claims == (FIRST,)
    assert found.certain


def test_without_dates_nobody_is_first() -> None:
    assert first_said(filled(UNDATED), ClaimFilter()).claims == ()
