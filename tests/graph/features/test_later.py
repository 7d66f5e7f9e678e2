"""Two claims of one speaker and one day that are on both sides of a topic."""

from itertools import permutations

import pytest

from graph.features.comparison import compare
from graph.features.positions import positions
from graph.features.shifts import shifts
from graph.features.sides import sides
from graph.features.tracks import tracks
from graph.read_model.column_reading import columns
from graph.read_model.model import ReadModel
from graph.search.filters import ClaimFilter
from ontology.claim import Claim
from tests.graph.corpus import article, claim, filled

PAGE = article("One.")
BEFORE = claim(PAGE, "Arland", "supports", "truce", "a", "2025-01-01")
REJECTS = claim(PAGE, "Arland", "opposes", "truce", "b", "2025-01-14")
WARNS = claim(PAGE, "Arland", "warns", "truce", "c", "2025-01-14", polarity="+")
OTHER = claim(PAGE, "Borland", "accepts", "truce", "d")
ARLAND = ClaimFilter.of(speaker="Arland")


@pytest.fixture(params=permutations((BEFORE, REJECTS, WARNS)))
def read(request: pytest.FixtureRequest) -> ReadModel:
    """Read in every order."""
    return filled(*request.param, OTHER)


@pytest.fixture(params=[False, True])
def model(read: ReadModel, request: pytest.FixtureRequest) -> ReadModel:
    """With and without columns in memory."""
    if request.param:
        with read.reading() as db:
            columns(read, db)
    return read


def test_the_outspoken_one_is_the_position(model: ReadModel) -> None:
    (found,) = positions(model, ARLAND)
    assert (found.claim, found.claims) == (REJECTS, 3)


def test_it_is_compared(model: ReadModel) -> None:
    found = compare(model, "Arland", "Borland")
    assert [each.first.claim for each in found.oppose] == [REJECTS]
    assert found.agree == ()


def test_it_is_the_side(model: ReadModel) -> None:
    found = sides(model, ClaimFilter.of(topic="truce"))
    assert [side.claim for side in found.opponents] == [REJECTS]


def test_it_is_the_shift(model: ReadModel) -> None:
    (found,) = shifts(model, ARLAND)
    assert (found.before, found.after) == (BEFORE, REJECTS)


def test_it_ends_the_track(model: ReadModel) -> None:
    steps = tracks(model, ARLAND, ["truce"])["truce"]
    assert [step.claim for step in steps] == [BEFORE.id, WARNS.id, REJECTS.id]


def test_of_two_outspoken_ones_the_last_to_arrive() -> None:
    def latest(*read: Claim) -> Claim:
        return positions(filled(*read), ARLAND)[0].claim

    accepts = claim(PAGE, "Arland", "accepts", "truce", "e", "2025-01-14")
    assert latest(REJECTS, accepts) == accepts
    assert latest(accepts, REJECTS) == REJECTS
