import pytest

from graph.read_model.model import ReadModel
from graph.search.filters import ClaimFilter
from graph.search.timeline import Bucket, Split, Timeline, Width, timeline
from tests.graph.corpus import article, claim, filled

PAGE = article("One.")


@pytest.fixture(scope="module")
def model() -> ReadModel:
    return filled(
        claim(PAGE, "Arland", "demands", "truce", "a", "2022-03-01"),
        claim(PAGE, "Arland", "opposes", "truce", "b", "2022-03-31"),
        claim(PAGE, "Arland", "demands", "truce", "c", "2022-03-28/2022-04-02"),
        claim(PAGE, "Arland", "demands", "truce", "d", "2022-05-01/"),
        claim(PAGE, "Arland", "demands", "truce", "e", "/2022-05-01"),
        claim(PAGE, "Borland", "demands", "truce", "f"),
    )


def test_months(model: ReadModel) -> None:
    assert timeline(model, ClaimFilter()) == Timeline(
        buckets=(Bucket("2022-03-01", "2022-03-31", {"": 2}),),
        spanning=(Bucket("2022-03-01", "2022-04-30", {"": 1}),),
        open=(
            Bucket("2022-05-01", None, {"": 1}),
            Bucket(None, "2022-05-31", {"": 1}),
        ),
        undated={"": 1},
    )


@pytest.mark.parametrize(
    ("width", "starts"),
    [
        (Width.DAY, ["2022-03-01", "2022-03-31"]),
        (Width.WEEK, ["2022-02-28", "2022-03-28"]),
        (Width.MONTH, ["2022-03-01"]),
        (Width.QUARTER, ["2022-01-01"]),
        (Width.YEAR, ["2022-01-01"]),
    ],
)
def test_widths(model: ReadModel, width: Width, starts: list[str]) -> None:
    found = timeline(model, ClaimFilter.of(speaker="Arland"), width=width)
    assert [bucket.start for bucket in found.buckets] == starts
    spanning, opened = found.spanning, found.open
    whole = sum(bucket.claims for bucket in (*found.buckets, *spanning, *opened))
    assert whole == 5
    assert found.undated == {}


def test_split_by_stance(model: ReadModel) -> None:
    found = timeline(model, ClaimFilter(), split=Split.STANCE)
    assert found.buckets[0].counts == {"demands": 1, "opposes": 1}
    by_sign = timeline(model, ClaimFilter(), split=Split.POLARITY)
    assert by_sign.buckets[0].counts == {"+": 1, "-": 1}


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(day: str) -> None:
    model = filled(claim(PAGE, "Arland", "demands", "truce", "a", day))
    for width in Width:
        assert len(timeline(model, ClaimFilter(), width=width).buckets) == 1
