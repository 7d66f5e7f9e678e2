"""`/api/agents`, `/api/topics`, `/api/stances`: who and what there is."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from api.problems import problem_responses
from api.routes.needs import StoreNeed
from graph import agent_list, topic_list
from graph.facets import Field, facets
from graph.filters import ClaimFilter
from graph.query import MOST
from ontology.claim import AgentKind
from ontology.stances import Stance

router = APIRouter(prefix="/api", tags=["names"], responses=problem_responses(401, 422))

Called = Annotated[str | None, Query(description="Words of the name.")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="The most that are given.")]


class StanceEntry(BaseModel):
    """A stance, and how many claims take it."""

    id: Stance
    claims: int


class Suggestion(BaseModel):
    """A name that goes on as what was typed."""

    kind: str
    id: str
    label: str
    claims: int


@router.get("/agents", operation_id="listAgents")
def get_agents(
    store: StoreNeed,
    called: Called = None,
    kind: Annotated[AgentKind | None, Query(description="Of this kind.")] = None,
    limit: Limit = 50,
) -> tuple[agent_list.AgentEntry, ...]:
    """Those who speak, most claims first."""
    return agent_list.agents(store, called=called, kind=kind, limit=limit)


@router.get("/agents/{id}", operation_id="getAgent", responses=problem_responses(404))
def get_agent(id: str, store: StoreNeed) -> agent_list.AgentCard:
    """The agent of this id or name, and what makes it up."""
    return agent_list.agent(store, id)


@router.get("/topics", operation_id="listTopics")
def get_topics(
    store: StoreNeed,
    called: Called = None,
    minted: Annotated[
        bool | None, Query(description="Only topics of no scheme, or none of them.")
    ] = None,
    limit: Limit = 50,
) -> tuple[topic_list.TopicEntry, ...]:
    """The topics that claims have, most claims first."""
    return topic_list.topics(store, called=called, minted=minted)[:limit]


@router.get("/topics/{id}", operation_id="getTopic", responses=problem_responses(404))
def get_topic(id: str, store: StoreNeed) -> topic_list.TopicCard:
    """The topic of this id or name, with those below it."""
    return topic_list.topic(store, id)


@router.get("/stances", operation_id="listStances")
def get_stances(store: StoreNeed) -> tuple[StanceEntry, ...]:
    """All stances, in the order of the vocabulary, with how many claims take each."""
    counted = facets(store, ClaimFilter(), fields=[Field.STANCE], top=len(Stance))
    claims = {count.value: count.claims for count in counted[Field.STANCE]}
    return tuple(StanceEntry(id=each, claims=claims.get(each, 0)) for each in Stance)


@router.get("/suggestions", operation_id="suggestNames")
def get_suggestions(
    text: Annotated[str, Query(max_length=200, description="What was typed so far.")],
    store: StoreNeed,
    limit: Annotated[int, Query(ge=1, le=50, description="How many.")] = 10,
) -> tuple[Suggestion, ...]:
    """Agents and topics whose name has words that begin so, most claims first."""
    words = "".join(each if each.isalnum() else " " for each in text).split()
    if not words:
        return ()
    with store.read_model.reading() as db:
        rows = db.execute(_SUGGESTED, (" ".join(f'"{w}"*' for w in words), limit))
        return tuple(
            Suggestion(kind=kind, id=id, label=label, claims=claims)
            for kind, id, label, claims in rows
        )


_SUGGESTED = """
WITH found (sort, owner) AS (
  SELECT DISTINCT kind, owner FROM name_text JOIN name ON name.key = name_text.rowid
  WHERE name_text MATCH ?
)
SELECT sort, id, name, claims FROM found JOIN agent ON sort = 'agent' AND id = owner
UNION ALL
SELECT sort, id, label, claims FROM found JOIN topic ON sort = 'topic' AND id = owner
ORDER BY claims DESC, id LIMIT ?
"""
