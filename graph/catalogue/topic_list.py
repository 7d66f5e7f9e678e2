"""The topics of a store: which are asked about, which are minted, what they took in."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from graph.catalogue.most_claims import Listing, page
from graph.curation.curation import TOPICS
from graph.curation.decision import Decision
from graph.curation.identification import Identification
from graph.curation.scheme_changes import Property
from graph.decisions import named
from graph.search.names import called as having
from graph.store import Store

_LISTED = Listing(
    "topic",
    "id, label, claims",
    "(:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))"
    " AND (:minted IS NULL"
    " OR :minted = (id NOT IN (SELECT value FROM json_each(:given))))",
)


@dataclass(frozen=True)
class TopicEntry:
    """A topic as the user has it; `minted` from a text, not of the scheme.

    `claims` are those on the topic itself, without narrower ones.
    """

    id: str
    label: str
    claims: int
    minted: bool
    broader: tuple[str, ...] = ()


@dataclass(frozen=True)
class TopicPage:
    """One page of topics; `next` is the cursor of the page after it, if any."""

    topics: tuple[TopicEntry, ...]
    next: str | None


@dataclass(frozen=True)
class TopicCard:
    """A topic with its labels, its place, and what was decided on it."""

    topic: TopicEntry
    alt_labels: tuple[str, ...]
    narrower: tuple[str, ...]
    identifications: tuple[Identification, ...]
    changes: dict[Property, Decision]
    """Who gave it its label, and its place, where a person did."""


def topics(
    store: Store,
    *,
    called: str | None = None,
    minted: bool | None = None,
    limit: int | None = None,
    cursor: str | None = None,
) -> TopicPage:
    """The topics that claims have, most claims first; `called` are words of a label.

    A limit of None is none. Raises BadInput for a cursor of another question.
    """
    given = json.dumps(list(store.curation.given.by_id))
    with store.read_model.reading() as db:
        ids = json.dumps(having(db, "topic", called)) if called else None
        values = {"ids": ids, "minted": minted, "given": given}
        asked = f"{called} {minted}"
        rows, after = page(db, _LISTED, values, asked=asked, limit=limit, cursor=cursor)
    return TopicPage(tuple(_entry(store, *row) for row in rows), after)


def topics_of(store: Store, ids: Collection[str]) -> tuple[TopicEntry, ...]:
    """The topics with these ids, also those without claims; most claims first."""
    with store.read_model.reading() as db:
        rows = db.execute(
            "SELECT id, label, claims FROM topic"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        ).fetchall()
    scheme = store.curation.scheme.by_id
    known = {id: (scheme[id].label, 0) for id in ids if id in scheme}
    known |= {id: (label, claims) for id, label, claims in rows}
    found = (_entry(store, id, *known.get(id, (id, 0))) for id in ids)
    return tuple(sorted(found, key=lambda each: (-each.claims, each.id)))


def topic(store: Store, written: str) -> TopicCard:
    """The topic of this id or name. Raises NotFound, or BadInput of several."""
    which = named(store, TOPICS, written)
    scheme, identities = store.curation.scheme, store.curation.topics
    with store.read_model.reading() as db:
        row = db.execute(
            "SELECT claims FROM topic WHERE id = ?", (which.id,)
        ).fetchone()
    concept = scheme.by_id.get(which.id)
    return TopicCard(
        topic=_entry(store, which.id, which.name, row[0] if row else 0),
        alt_labels=concept.alt_labels if concept else (),
        narrower=tuple(each.id for each in scheme.concepts if which.id in each.broader),
        identifications=tuple(
            each for each in identities.all if which.id in (each.one.id, each.other.id)
        ),
        changes=store.curation.changes.of(which.id),
    )


def _entry(store: Store, id: str, label: str, claims: int) -> TopicEntry:
    concept = store.curation.scheme.by_id.get(id)
    return TopicEntry(
        id=id,
        label=label,
        claims=claims,
        minted=id not in store.curation.given.by_id,
        broader=concept.broader if concept else (),
    )
