"""The agents of a store: who speaks most, and what makes up one of them."""

import json
from collections import Counter
from dataclasses import dataclass

from graph.catalogue.most_claims import Listing, page
from graph.curation.curation import AGENTS
from graph.curation.identification import Identification
from graph.decisions import named
from graph.search.filters import ClaimFilter
from graph.search.names import called as having
from graph.search.query import MOST, find
from graph.store import Store
from ontology.claim import AgentKind
from ontology.errors import UnknownTerm

_LISTED = Listing(
    "agent",
    "id, name, kind, claims",
    "(:kind IS NULL OR kind = :kind)"
    " AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))",
)


@dataclass(frozen=True)
class AgentEntry:
    """An agent who speaks, under the name that answers show."""

    id: str
    name: str
    kind: str | None
    claims: int


@dataclass(frozen=True)
class AgentPage:
    """One page of agents; `next` is the cursor of the page after it, if any."""

    agents: tuple[AgentEntry, ...]
    next: str | None


@dataclass(frozen=True)
class AgentCard:
    """An agent with titles and principals, by how many claims, and what names it took.

    `identifications` are those that made this agent, or were decided against it.
    """

    id: str
    name: str
    claims: int
    roles: tuple[tuple[str, int], ...]
    represents: tuple[tuple[str, int], ...]
    articles: tuple[str, ...]
    identifications: tuple[Identification, ...]


def agents(
    store: Store,
    *,
    called: str | None = None,
    kind: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> AgentPage:
    """Those who speak, most claims first; `called` are words of the name.

    Raises UnknownTerm of a kind that there is not, BadInput for a cursor of another
    question.
    """
    if kind is not None and kind not in set(AgentKind):
        raise UnknownTerm("kind", kind, AgentKind)
    with store.read_model.reading() as db:
        ids = json.dumps(having(db, "agent", called)) if called else None
        values, asked = {"kind": kind, "ids": ids}, f"{called} {kind}"
        rows, after = page(db, _LISTED, values, asked=asked, limit=limit, cursor=cursor)
    return AgentPage(tuple(AgentEntry(*row) for row in rows), after)


def entry(store: Store, id: str) -> AgentEntry | None:
    """The agent with this id as lists have it; None of one that no claim names."""
    own = "SELECT id, name, kind, claims FROM agent WHERE id = ?"
    with store.read_model.reading() as db:
        row = db.execute(own, (id,)).fetchone()
    return AgentEntry(*row) if row else None


def agent(store: Store, written: str) -> AgentCard:
    """The agent of this id or name. Raises NotFound, or BadInput if there are several.

    Titles, principals and articles are those of the newest thousand claims.
    """
    who = named(store, AGENTS, written)
    newest = find(store, ClaimFilter.of(speaker=who.id, delegates=False), limit=MOST)
    claims = [claim for claim in newest.claims if claim.speaker.id == who.id]
    roles = Counter(claim.speaker.role for claim in claims if claim.speaker.role)
    principals = Counter(
        ref.name for claim in claims for ref in claim.speaker.represents
    )
    return AgentCard(
        id=who.id,
        name=who.name,
        claims=len(claims) if newest.next_cursor is None else newest.total,
        roles=tuple(roles.most_common()),
        represents=tuple(principals.most_common()),
        articles=tuple(sorted({claim.article.id for claim in claims})),
        identifications=tuple(_of(store, who.id)),
    )


def _of(store: Store, id: str) -> list[Identification]:
    identities = store.curation.agents
    becoming = {one.id for one, meant in identities.names() if meant.id == id}
    return [
        each
        for each in identities.all
        if id in (each.one.id, each.other.id) or each.one.id in becoming
    ]
