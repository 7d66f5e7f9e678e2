from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.read_model.model import ReadModel
from graph.search.facets import facets
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.search.timeline import timeline
from ontology.claim import Claim
from tests.graph.corpus import article, claim

PAGES = [article(f"Page {n}.", publisher=f"Post {n % 2}") for n in range(3)]
DAYS = st.sampled_from([None, "2022-01-05", "2022-01-01/2022-01-31", "2023-02-01/"])
STANCES = st.sampled_from(["demands", "opposes", "asserts"])
QUOTES = st.sampled_from(["direct", "indirect"])
PUTS = st.lists(
    st.tuples(
        st.integers(0, 2), st.lists(st.tuples(STANCES, DAYS, QUOTES), max_size=3)
    ),
    max_size=6,
)


def made(page: int, number: int, stance: str, day: str | None, quote: str) -> Claim:
    words = f"words {number}"
    modality = "negated" if number % 2 else ()
    return claim(
        PAGES[page], "Ann", stance, "truce", words, day, quote=quote, modality=modality
    )


@settings(max_examples=40, deadline=None)
@given(PUTS)
def test_kept_counts_are_the_counts(
    puts: list[tuple[int, list[tuple[str, ...]]]],
) -> None:
    model = ReadModel.open(None)
    for page, claims in puts:
        several = [made(page, n, *fields) for n, fields in enumerate(claims)]
        model.put(PAGES[page], several, 1)
    everything = ClaimFilter.of(all_of=[ClaimFilter()])
    assert facets(model, ClaimFilter()) == facets(model, everything)
    assert timeline(model, ClaimFilter()) == timeline(model, everything)
    found = find(model, ClaimFilter()).claims
    stances = Counter(each.stance for each in found)
    for stance, number in stances.items():
        assert find(model, ClaimFilter.of(stance=stance), limit=1).total == number
    early = [
        each for each in found if each.date.earliest and "2022" in each.date.earliest
    ]
    assert find(model, ClaimFilter.of(until="2022"), limit=1).total == len(early)
