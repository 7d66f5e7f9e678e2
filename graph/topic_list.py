"""The topics of a store: which are asked about, which are minted, what they took in."""

from dataclasses import dataclass

from graph.curation import TOPICS
from graph.decisions import named
from graph.identification import Identification
from graph.names import called as having
from graph.store import Store


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
class TopicCard:
    """A topic with its labels, its place, and the identifications that bear on it."""

    topic: TopicEntry
    alt_labels: tuple[str, ...]
    narrower: tuple[str, ...]
    identifications: tuple[Identification, ...]


def topics(
    store: Store, *, called: str | None = None, minted: bool | None = None
) -> tuple[TopicEntry, ...]:
    """The topics that claims have, most claims first; `called` are words of a label."""
    with store.read_model.reading() as db:
        ids = set(having(db, "topic", called)) if called else None
        rows = db.execute("SELECT id, label, claims FROM topic WHERE claims > 0")
        found = [_entry(store, *row) for row in rows if ids is None or row[0] in ids]
    chosen = (each for each in found if minted is None or each.minted is minted)
    return tuple(sorted(chosen, key=lambda each: (-each.claims, each.id)))


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
