"""`/api/agents`, `/api/topics`, `/api/stances`: who and what there is."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.problems.documents import problem_responses
from api.routes.needs import StoreNeed
from api.routes.paging import link_pages
from api.routes.parameters import PageQuery
from api.routes.writing import Written
from graph.catalogue import agent_list, profiles, topic_list
from graph.search.facets import Field as Counted
from graph.search.facets import facets
from graph.search.filters import ClaimFilter
from graph.search.suggestions import Suggestions, suggestions
from ontology.claim import AgentKind
from ontology.stances import Stance

router = APIRouter(
    route_class=Written,
    prefix="/api",
    tags=["names"],
    responses=problem_responses(401, 422),
)


class NameQuery(PageQuery):
    """Who or what is called so, page by page."""

    called: str | None = Field(None, description="Words of the name.")


class AgentQuery(NameQuery):
    """Which agents."""

    kind: AgentKind | None = Field(None, description="Of this kind.")


class TopicQuery(NameQuery):
    """Which topics."""

    minted: bool | None = Field(
        None, description="Only topics of no scheme, or none of them."
    )


class TypedQuery(BaseModel):
    """What somebody types, who is shown how it may go on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: str = Field(max_length=200, description="What was typed so far.")
    limit: int = Field(10, ge=1, le=50, description="Of each, how many.")


class StanceEntry(BaseModel):
    """A stance, and how many claims take it."""

    id: Stance
    claims: int


@router.get("/agents", operation_id="listAgents")
def get_agents(
    asked: Annotated[AgentQuery, Query()],
    store: StoreNeed,
    request: Request,
    response: Response,
) -> agent_list.AgentPage:
    """Those who speak, most claims first."""
    page = agent_list.agents(store, **asked.model_dump())
    link_pages(request, response, page.next)
    return page


@router.get("/agents/{id}", operation_id="getAgent", responses=problem_responses(404))
def get_agent(id: str, store: StoreNeed) -> profiles.AgentProfile:
    """The agent of this id or name, what makes it up, and its claims by month."""
    return profiles.agent_profile(store, id)


@router.get("/topics", operation_id="listTopics")
def get_topics(
    asked: Annotated[TopicQuery, Query()],
    store: StoreNeed,
    request: Request,
    response: Response,
) -> topic_list.TopicPage:
    """The topics that claims have, most claims first."""
    page = topic_list.topics(store, **asked.model_dump())
    link_pages(request, response, page.next)
    return page


@router.get("/topics/{id}", operation_id="getTopic", responses=problem_responses(404))
def get_topic(id: str, store: StoreNeed) -> profiles.TopicProfile:
    """The topic of this id or name, those below it, and its claims by month."""
    return profiles.topic_profile(store, id)


@router.get("/stances", operation_id="listStances")
def get_stances(store: StoreNeed) -> tuple[StanceEntry, ...]:
    """All stances, in the order of the vocabulary, with how many claims take each."""
    counted = facets(store, ClaimFilter(), fields=[Counted.STANCE], top=len(Stance))
    claims = {count.value: count.claims for count in counted[Counted.STANCE]}
    return tuple(StanceEntry(id=each, claims=claims.get(each, 0)) for each in Stance)


@router.get("/suggest", operation_id="suggestNames")
def get_suggestions(
    asked: Annotated[TypedQuery, Query()], store: StoreNeed
) -> Suggestions:
    """Agents and topics whose name has words that begin so, most claims first."""
    return suggestions(store, asked.q, limit=asked.limit)
