import pytest

from graph.read_model.model import ReadModel
from graph.search.filters import ClaimFilter
from graph.search.query import Order, find
from ontology.claim import Claim
from ontology.errors import BadInput, UnknownTerm
from ontology.topics import TopicScheme
from tests.graph.corpus import agent, article, claim, concept, filled

MORNING = article("Morning.", publisher="The Morning Post", published="2022-03-12")
EVENING = article("Evening.", url="https://www.evening.example/1")
MINISTER = agent("Sergei Orlov", "Arland", role="foreign minister")

NEUTRALITY = claim(
    MORNING, MINISTER, "demands", "neutrality", "Borland must be neutral", "2022-03-11",
    quote="direct", addressee="Borland",
)  # fmt: skip
TRUCE = claim(
    MORNING, "Arland", "opposes", "temporary ceasefire", "no truce now", "2022-03-12",
    confidence=0.4,
)  # fmt: skip
REPLY = claim(
    EVENING, "Borland", "opposes", "neutrality", "it will never, ever be neutral again",
    "2022-03-01/2022-03-31", target="Arland", modality="negated",
)  # fmt: skip
UNDATED = claim(EVENING, "Arland Today", "asserts", "weather", "It rains", None)
YEARLESS = claim(EVENING, "Borland", "asserts", "weather", "It rained", "XXXX-03-11")

PEACE = concept("peace")
CEASEFIRE = concept("ceasefire", "truce", broader=("peace",))
TEMPORARY = concept("temporary ceasefire", broader=("ceasefire",))

EVERY = (NEUTRALITY, TRUCE, REPLY, UNDATED, YEARLESS)


@pytest.fixture(scope="module")
def model() -> ReadModel:
    return filled(*EVERY, scheme=TopicScheme(concepts=(PEACE, CEASEFIRE, TEMPORARY)))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, [TRUCE, NEUTRALITY, REPLY, YEARLESS, UNDATED]),
        ({"speaker": "Arland"}, [TRUCE, NEUTRALITY]),
        ({"speaker": "arland", "delegates": False}, [TRUCE]),
        ({"speaker": "Orlov"}, [NEUTRALITY]),
        ({"speaker": "sergei-orlov"}, [NEUTRALITY]),
        ({"speaker": "today"}, [UNDATED]),
        ({"speaker": ("Orlov", "Borland")}, [NEUTRALITY, REPLY, YEARLESS]),
        ({"speaker": "Nobody"}, []),
        ({"stance": "demands"}, [NEUTRALITY]),
        ({"stance": ["demands", "opposes"]}, [TRUCE, NEUTRALITY, REPLY]),
        ({"polarity": "-"}, [TRUCE, REPLY]),
        ({"topic": "neutrality"}, [NEUTRALITY, REPLY]),
        ({"topic": "temporary"}, [TRUCE]),
        ({"topic": "Temporary ceasefire"}, [TRUCE]),
        ({"addressee": "Borland"}, [NEUTRALITY]),
        ({"target": "Arland"}, [REPLY]),
        ({"agent": "Arland"}, [TRUCE, NEUTRALITY, REPLY]),
        ({"role": "minister"}, [NEUTRALITY]),
        ({"kind": "country"}, [TRUCE, REPLY, YEARLESS]),
        ({"since": "2022-03-12"}, [TRUCE, REPLY]),
        ({"until": "2022-03-11"}, [NEUTRALITY, REPLY]),
        ({"since": "2022", "until": "2022"}, [TRUCE, NEUTRALITY, REPLY]),
        ({"since": "2023"}, []),
        ({"month_day": "03-11"}, [NEUTRALITY, YEARLESS]),
        ({"precision": "month"}, [REPLY]),
        ({"precision": "unknown"}, [YEARLESS, UNDATED]),
        ({"quote": "direct"}, [NEUTRALITY]),
        ({"text": "neutral"}, [NEUTRALITY, REPLY]),
        ({"text": "rain*"}, [YEARLESS, UNDATED]),
        ({"text": '"be neutral" must'}, [NEUTRALITY]),
        ({"text": "minister"}, []),
        ({"text": '"'}, []),
        ({"outlet": "The Morning Post"}, [TRUCE, NEUTRALITY]),
        ({"outlet": "evening.example"}, [REPLY, YEARLESS, UNDATED]),
        ({"article": MORNING.id}, [TRUCE, NEUTRALITY]),
        ({"modality": "negated"}, [REPLY]),
        ({"basis": "none"}, [UNDATED]),
        ({"extractor": "1", "max_confidence": 0.9}, [TRUCE]),
        ({"extractor": "2"}, []),
        ({"min_confidence": 0.5, "speaker": "Arland"}, [NEUTRALITY]),
        (
            {"any_of": [{"stance": "demands"}, {"topic": "weather"}]},
            [NEUTRALITY, YEARLESS, UNDATED],
        ),
        ({"none_of": [{"topic": "weather"}, {"speaker": "Arland"}]}, [REPLY]),
        ({"none_of": [{"addressee": "Borland"}], "speaker": "Arland"}, [TRUCE]),
        ({"none_of": [{"stance": "opposes", "speaker": "Borland"}],
          "stance": "opposes"}, [TRUCE]),
    ],
)  # fmt: skip
def test_find(
    model: ReadModel, wanted: dict[str, object], expected: list[Claim]
) -> None:
    page = find(model, ClaimFilter.model_validate(wanted))
    assert [found.id for found in page.claims] == [each.id for each in expected]
    assert page.total == len(expected)


def test_a_topic_finds_the_narrower_ones(model: ReadModel) -> None:
    assert find(model, ClaimFilter.of(topic="peace")).claims == (TRUCE,)
    assert find(model, ClaimFilter.of(topic="truce")).claims == (TRUCE,)
    assert find(model, ClaimFilter.of(topic="truce", narrower=False)).claims == ()


def test_claims_come_back_as_they_went_in(model: ReadModel) -> None:
    assert set(find(model, ClaimFilter()).claims) == set(EVERY)
    assert model.claim(REPLY.id) == REPLY


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.NEWEST, [TRUCE, NEUTRALITY, REPLY, YEARLESS, UNDATED]),
        (Order.OLDEST, [REPLY, NEUTRALITY, TRUCE, UNDATED, YEARLESS]),
        (Order.CONFIDENCE, [YEARLESS, UNDATED, REPLY, NEUTRALITY, TRUCE]),
    ],
)
@pytest.mark.parametrize("limit", [1, 2, 3, 5])
def test_pages_join_to_the_whole(
    model: ReadModel,
    order: Order,
    expected: list[Claim],
    limit: int,
) -> None:
    seen, cursor = [], None
    for _ in range(len(EVERY) // limit + 1):
        page = find(model, ClaimFilter(), order=order, limit=limit, cursor=cursor)
        seen += [found.id for found in page.claims]
        assert page.total == 5
        cursor = page.next_cursor
        if cursor is None:
            break
    assert seen == [each.id for each in expected]
    assert cursor is None


def test_relevance_prefers_the_short_and_full_match(model: ReadModel) -> None:
    page = find(model, ClaimFilter(text="neutral"), order=Order.RELEVANCE, limit=1)
    assert page.claims == (NEUTRALITY,)
    assert page.total == 2
    rest = find(
        model,
        ClaimFilter(text="neutral"),
        order=Order.RELEVANCE,
        cursor=page.next_cursor,
    )
    assert rest.claims == (REPLY,)
    assert rest.next_cursor is None


def test_paging_is_stable_under_writes() -> None:
    model = filled(*EVERY)
    page = find(model, ClaimFilter(), limit=2)
    late = article("Late.")
    newest = claim(late, "Arland", "demands", "x", "newest of all", "2023-01-01")
    model.put(late, [newest], 9)
    model.put(MORNING, [TRUCE], 10)
    rest = find(model, ClaimFilter(), cursor=page.next_cursor)
    assert [found.id for found in rest.claims] == [
        each.id for each in (REPLY, YEARLESS, UNDATED)
    ]


@pytest.mark.parametrize(
    ("field", "value", "accepted"),
    [
        ("stance", "demand", "demands, proposes"),
        ("quote", "verbatim", "direct, indirect, mixed"),
        ("since", "last week", "YYYY-MM-DD"),
        ("since", "2022-13", "YYYY-MM"),
        ("since", "2022-00", "YYYY-MM"),
        ("until", "2022-02-30", "YYYY-MM-DD"),
        ("until", "0000", "YYYY"),
        ("month_day", "13-01", "MM-DD"),
        ("precision", "hour", "day, week"),
    ],
)
def test_unknown_terms_are_named(field: str, value: str, accepted: str) -> None:
    with pytest.raises(UnknownTerm) as caught:
        ClaimFilter.model_validate({field: value})
    assert value in str(caught.value)
    assert accepted in str(caught.value)


def test_an_empty_range_is_refused() -> None:
    with pytest.raises(BadInput, match="is after"):
        ClaimFilter(since="2023", until="2022")


def test_cursors_of_others_are_refused(model: ReadModel) -> None:
    page = find(model, ClaimFilter(), limit=1)
    with pytest.raises(BadInput, match="another filter"):
        find(model, ClaimFilter.of(stance="demands"), cursor=page.next_cursor)
    for broken in ("x", "bm90IGpzb24", "ÄÖ", "W10"):
        with pytest.raises(BadInput, match="cursor"):
            find(model, ClaimFilter(), cursor=broken)
    with pytest.raises(BadInput, match="limit"):
        find(model, ClaimFilter(), limit=0)
