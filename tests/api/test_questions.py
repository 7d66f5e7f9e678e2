"""Questions: the names users use, and what is refused."""

import pytest

from api.questions import question
from graph.search.filters import ClaimFilter
from ontology.errors import BadInput, UnknownTerm


def test_from_and_to_are_since_and_until() -> None:
    given = {"from": "2025", "to": "2025-03", "speaker": ["a", "b"], "text": ""}
    asked = ClaimFilter(since="2025", until="2025-03", speaker=("a", "b"))
    assert question(given) == asked


@pytest.mark.parametrize("given", [{"from": "x"}, {"to": "2025-13"}])
def test_a_date_that_is_none_is_named(given: dict[str, str]) -> None:
    (name,) = given
    with pytest.raises(UnknownTerm, match=f"^{name}: "):
        question(given)


def test_an_empty_range_is_refused() -> None:
    with pytest.raises(BadInput, match="is after to"):
        question({"from": "2025-02", "to": "2025-01"})
