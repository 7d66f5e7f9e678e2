"""Agents and topics page by page: those with most claims first, of as many by id."""

import pytest

from graph.catalogue.agent_list import agents
from graph.catalogue.topic_list import topics
from graph.search.cursor import Cursor, to_text
from graph.store import Store
from ontology.errors import BadInput
from tests.graph import dispute

STORE = dispute.store()


def all_agents(store: Store, limit: int) -> list[tuple[int, str]]:
    page = agents(store, limit=limit)
    found = [*page.agents]
    while page.next:
        page = agents(store, limit=limit, cursor=page.next)
        found += page.agents
    return [(each.claims, each.id) for each in found]


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_go_on_where_the_last_one_ended(limit: int) -> None:
    found = all_agents(STORE, limit)
    assert found == all_agents(STORE, 1000)
    assert found == sorted(found, key=lambda each: (-each[0], each[1]))
    assert len({claims for claims, _ in found}) < len(found)  # some have as many


def test_topics_do_so_too() -> None:
    whole = topics(STORE)
    assert whole.next is None
    first = topics(STORE, limit=2)
    rest = topics(STORE, limit=1000, cursor=first.next)
    assert first.topics + rest.topics == whole.topics
    assert rest.next is None


def test_a_cursor_belongs_to_its_question() -> None:
    cursor = agents(STORE, limit=1).next
    for asked in ({"called": "Orlov"}, {"kind": "person"}):
        with pytest.raises(BadInput, match="cursor"):
            agents(STORE, cursor=cursor, **asked)  # type: ignore[arg-type] # as given
    with pytest.raises(BadInput, match="cursor"):
        topics(STORE, cursor=cursor)


def test_where_the_last_one_is_gone_none_is_hidden() -> None:
    whole = agents(STORE, limit=1000).agents
    gone = to_text(Cursor(whole[0].claims, 999_999, None), "agent None None")
    assert agents(STORE, limit=1000, cursor=gone).agents == whole


@pytest.mark.parametrize("rank", [float("inf"), float("-inf"), float("nan"), 1e300])
def test_numbers_that_are_none_are_refused(rank: float) -> None:
    made = to_text(Cursor(rank, 1, None), "agent None None")
    with pytest.raises(BadInput, match="cursor"):
        agents(STORE, cursor=made)
