import pytest

from graph.network.path_query import Direction, Mode, PathQuery
from graph.network.paths import Path, paths
from graph.read_model.model import ReadModel
from graph.search.filters import ClaimFilter
from ontology.claim import Claim
from ontology.errors import BadInput, NotFound
from tests.graph.corpus import article, claim, filled

ONE, TWO = article("One."), article("Two.")
#  Ann -- truce -- Bo -- talks -- Cy      Ann -> Dee (addressed) -- bases -- Cy
#  Ann -- weather -- everybody            nobody -- alone
ANN_TRUCE = claim(ONE, "Ann", "demands", "truce", "a", "2022-01-01")
ANN_TRUCE_AGAIN = claim(ONE, "Ann", "supports", "truce", "b", "2022-02-01")
BO_TRUCE = claim(ONE, "Bo", "opposes", "truce", "c", "2022-01-02", confidence=0.3)
BO_TALKS = claim(TWO, "Bo", "seeks", "talks", "d", "2022-01-03")
CY_TALKS = claim(TWO, "Cy", "seeks", "talks", "e", "2023-01-04")
ANN_DEE = claim(ONE, "Ann", "asks", "help", "f", "2022-01-05", addressee="Dee")
DEE_BASES = claim(ONE, "Dee", "opposes", "bases", "g", "2022-01-06")
CY_BASES = claim(TWO, "Cy", "supports", "bases", "h", "2022-01-07")
WEATHER = [
    claim(TWO, who, "asserts", "weather", f"{who} w")
    for who in ("Ann", "Cy", "Eve", "Fay", "Gus")
]
ALONE = claim(ONE, "Hal", "asserts", "alone", "i")
MODEL = filled(
    ANN_TRUCE, ANN_TRUCE_AGAIN, BO_TRUCE, BO_TALKS, CY_TALKS, ANN_DEE, DEE_BASES,
    CY_BASES, *WEATHER, ALONE,
)  # fmt: skip


def ask(start: str, end: str, **changes: object) -> list[str]:
    found = paths(MODEL, PathQuery(start, end, **changes))  # type: ignore[arg-type]
    assert not found.truncated
    return [written(path) for path in found.paths]


def written(path: Path) -> str:
    return " ".join([path.hops[0].start.id, *(hop.end.id for hop in path.hops)])


def test_the_shortest_path_carries_its_claims() -> None:
    found = paths(MODEL, PathQuery("Ann", "Bo"))
    assert [written(path) for path in found.paths] == ["ann truce bo"]
    first, second = found.paths[0].hops
    assert first.claims == (ANN_TRUCE_AGAIN, ANN_TRUCE)
    assert (first.total, second.claims, second.total) == (2, (BO_TRUCE,), 1)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["ann weather cy"]),
        ({"exclude": ("weather",)}, ["ann dee bases cy"]),
        ({"max_degree": 4}, ["ann dee bases cy"]),
        ({"wanted": ClaimFilter.of(stance=("demands", "opposes", "seeks"))},
         ["ann truce bo talks cy"]),
        ({"wanted": ClaimFilter.of(until="2022"), "exclude": ("weather",)},
         ["ann dee bases cy"]),
        ({"wanted": ClaimFilter.of(until="2022", min_confidence=0.95)}, []),
        ({"via": ("Bo",)}, ["ann truce bo talks cy"]),
        ({"via": ("Bo",), "max_hops": 3}, []),
        ({"via": ("talks", "bases")}, []),
        ({"max_hops": 1}, []),
        ({"wanted": ClaimFilter.of(topic="weather")}, ["ann weather cy"]),
        ({"mode": Mode.ALL}, ["ann weather cy", "ann dee bases cy"]),
        ({"mode": Mode.ALL, "via": ("Dee",)}, ["ann dee bases cy"]),
        ({"mode": Mode.K_SHORTEST},
         ["ann weather cy", "ann dee bases cy", "ann truce bo talks cy"]),
        ({"mode": Mode.K_SHORTEST, "k": 2}, ["ann weather cy", "ann dee bases cy"]),
    ],
)  # fmt: skip
def test_filters(changes: dict[str, object], expected: list[str]) -> None:
    assert ask("Ann", "Cy", **changes) == expected


def test_direction_goes_from_who_speaks() -> None:
    assert ask("Ann", "bases", direction=Direction.OUT) == ["ann dee bases"]
    assert ask("Dee", "Ann", direction=Direction.OUT) == []
    assert ask("Dee", "Ann") == ["dee ann"]


def test_bounds_that_no_one_claim_fulfils_make_no_path() -> None:
    # one claim demands, another is late: the edge's bounds allow for both at once
    late_demand = ClaimFilter.of(stance="demands", since="2022-02")
    assert ask("Ann", "truce", wanted=late_demand) == []
    assert ask("Ann", "truce", wanted=ClaimFilter.of(stance="demands")) == ["ann truce"]


def test_topics_and_agents_of_one_name_are_told_apart() -> None:
    assert ask("topic:truce", "agent:Bo") == ["truce bo"]


def test_a_node_reaches_itself() -> None:
    assert paths(MODEL, PathQuery("Ann", "Ann")).paths == (Path(()),)


def test_nobody_is_named() -> None:
    with pytest.raises(NotFound, match="Nobody"):
        paths(MODEL, PathQuery("Ann", "Nobody"))
    assert ask("Ann", "Hal") == []


@pytest.mark.parametrize(
    "changes",
    [{"k": 6}, {"max_hops": 0}, {"limit": 0}, {"mode": Mode.ALL, "max_hops": 4}],
)
def test_numbers_out_of_bounds_are_refused(changes: dict[str, int]) -> None:
    with pytest.raises(BadInput, match=next(iter(changes))):
        PathQuery("Ann", "Bo", **changes)  # type: ignore[arg-type]


def test_a_passed_deadline_says_truncated() -> None:
    found = paths(MODEL, PathQuery("Ann", "Cy", seconds=-1.0))
    assert (found.paths, found.truncated) == ((), True)


def test_a_limit_says_truncated() -> None:
    found = paths(MODEL, PathQuery("Ann", "Cy", mode=Mode.ALL, limit=1))
    assert (len(found.paths), found.truncated) == (1, True)


def test_it_follows_what_comes_and_goes() -> None:
    model = filled(ANN_TRUCE, BO_TRUCE)
    assert len(paths(model, PathQuery("Ann", "Bo")).paths) == 1
    put(model, [ANN_TRUCE])
    assert paths(model, PathQuery("Ann", "Bo")).paths == ()
    put(model, [ANN_TRUCE, BO_TRUCE])
    assert len(paths(model, PathQuery("Ann", "Bo")).paths) == 1


def put(model: ReadModel, claims: list[Claim]) -> None:
    model.put(ONE, claims, model.revision + 1)
