import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.search.filters import ClaimFilter
from graph.search.query_language import FIELDS, QueryError, parse


def of(**fields: object) -> ClaimFilter:
    return ClaimFilter.of(**fields)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", of()),
        ("   ", of()),
        ("truce", of(text="truce")),
        ('no "binding deal" neutral*', of(text='no "binding deal" neutral*')),
        (
            "speaker:Russia stance:demands topic:neutrality since:2025-03"
            ' "exact words"',
            of(
                speaker="Russia",
                stance="demands",
                topic="neutrality",
                since="2025-03",
                text='"exact words"',
            ),
        ),
        ('speaker:"Sergei Orlov"', of(speaker="Sergei Orlov")),
        ("stance:demands,seeks", of(stance=("demands", "seeks"))),
        ('topic:"a, b",c', of(topic=("a, b", "c"))),
        ("in:2022", of(since="2022", until="2022")),
        ("in:2022-03..2022-05", of(since="2022-03", until="2022-05")),
        ("on:03-11", of(month_day="03-11")),
        ("confidence:0.8", of(min_confidence=0.8)),
        ("confidence:<0.6", of(max_confidence=0.6)),
        ("-stance:asserts", of(none_of=[of(stance="asserts")])),
        (
            "-a -b c",
            of(text="c", none_of=[of(text="a"), of(text="b")]),
        ),
        ("a OR b", of(any_of=[of(text="a"), of(text="b")])),
        (
            "speaker:A (stance:demands OR topic:x)",
            of(speaker="A", any_of=[of(stance="demands"), of(topic="x")]),
        ),
        ("-(a OR b)", of(none_of=[of(any_of=[of(text="a"), of(text="b")])])),
        ("agent:A agent:B", of(agent="A", all_of=[of(agent="B")])),
        ("ORDER", of(text="ORDER")),
        ("the-day", of(text="the-day")),
        ("polarity:-", of(polarity="-")),
        ("speaker:Łódź", of(speaker="Łódź")),
    ],
)
def test_parse(query: str, expected: ClaimFilter) -> None:
    assert parse(query) == expected


@pytest.mark.parametrize(
    ("query", "position", "said"),
    [
        ("a colour:red", 2, "accepted: speaker, addressee"),
        ("a stance:demand", 2, "accepted: demands, proposes"),
        ("since:yesterday", 0, "YYYY-MM-DD"),
        ("speaker:", 0, "no value"),
        ('speaker:""', 0, "no value"),
        ('a "b', 2, "not closed"),
        ("(a", 0, "not closed"),
        ("a) b", 1, "without '('"),
        ("()", 0, "nothing between"),
        ("OR a", 0, "between two terms"),
        ("a OR", 2, "between two terms"),
        ("a OR OR b", 2, "between two terms"),
        ("a - b", 2, "no word"),
        ("confidence:high", 0, "not a number"),
        ("on:2025-01-14", 0, "on: '2025-01-14' is no day of any year"),
        ("in:2023..2022", 0, "is after"),
        ("(" * 50 + "a" + ")" * 50, 20, "more than 20"),
    ],
)
def test_errors_say_where_and_what(query: str, position: int, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert caught.value.position == position
    assert said in str(caught.value)


@given(st.text(alphabet='ab:-()" OR,*.<\n', max_size=40))
def test_any_text_is_read_or_refused_with_a_position(query: str) -> None:
    assert 0 <= position_of_error(query) <= len(query)


@given(st.sampled_from(sorted(FIELDS)), st.text(max_size=20))
def test_any_value_is_read_or_refused(field: str, value: str) -> None:
    position_of_error(f'{field}:"{value}"')


def position_of_error(query: str) -> int:
    """0 where there is none; any other exception fails the test."""
    try:
        parse(query)
    except QueryError as error:
        return error.position
    return 0
