"""What persons decide on names: which are one, which are not, and the topic scheme."""

import json
from collections.abc import Iterable

from graph.curation.curation import AGENTS, TOPICS, quads
from graph.curation.decision import Decision
from graph.curation.identification import Identification, Named
from graph.curation.scheme_changes import SchemeChanges
from graph.search.names import owners
from graph.store import Store
from ontology.errors import BadInput, NotFound
from ontology.ids import slug

_TABLES = {AGENTS: ("agent", "name"), TOPICS: ("topic", "label")}
"""Where the read model keeps the names."""


def merge(store: Store, kind: str, kept: str, other: str, decision: Decision) -> Named:
    """Decide that two agents, or topics, are one: the first, whose name shows.

    `kind` is AGENTS or TOPICS. The second may be `ID@ARTICLE`: in that article only.
    Raises NotFound, or BadInput where they are one or a name is not clear.
    """
    written, articles = _in_article(store, other)
    stays = named(store, kind, kept)
    joins = _as_given(store, kind, written) if articles else named(store, kind, written)
    if joins.id == stays.id:
        raise BadInput(f"other: {other!r} is {stays.id} already")
    reason = decision.reason or "decided to be the same"
    made = _made(joins, stays, decision, reason, articles=articles)
    _decide(store, kind, [made])
    return stays


def split(store: Store, kind: str, kept: str, other: str, decision: Decision) -> Named:
    """Decide that two names are not one agent's, or topic's: the second stands for
    itself again.

    Parameters and errors are those of `merge`; the second is a name, or an id, as
    articles give it.
    """
    written, articles = _in_article(store, other)
    stays, leaves = named(store, kind, kept), _as_given(store, kind, written)
    if leaves.id == stays.id and not articles:  # named the other way round
        leaves = _as_given(store, kind, kept)
    if leaves.id == stays.id and not articles:
        raise BadInput(
            f"other: {other!r} has the id of {kept!r}: name it as ID@ARTICLE"
        )
    meant = store.curation.identities(kind).of_name(leaves.id, *articles[:1])
    reason = decision.reason or "decided not to be the same"
    parted = dict.fromkeys([stays, meant] if meant else [stays])
    made = (
        _made(leaves, each, decision, reason, same=False, articles=articles)
        for each in parted
    )
    _decide(store, kind, made)
    return leaves


def rename(store: Store, topic: str, label: str, decision: Decision) -> Named:
    """Give a topic another label; the old one still finds it. Raises NotFound."""
    if not label.strip():
        raise BadInput("a topic needs a label")
    found = named(store, TOPICS, topic)
    _change(store, store.curation.changes.renamed(found.id, label.strip(), decision))
    return found


def nest(store: Store, topic: str, broader: str | None, decision: Decision) -> Named:
    """Put a topic under a broader one, or under none. Raises NotFound or BadInput."""
    below = named(store, TOPICS, topic)
    above = [named(store, TOPICS, broader)] if broader else []
    for each in above:
        if below.id in store.curation.scheme.wider(each.id):
            raise BadInput(f"{each.id} is {below.id}, or lies under it")
    places = tuple(each.id for each in above)
    changes = store.curation.changes.nested(below.id, places, decision)
    for each in (below, *above):  # the scheme has to know what a minted one is called
        if each.id not in store.curation.scheme.by_id:
            changes = changes.renamed(each.id, each.name, decision)
    _change(store, changes)
    return below


def named(store: Store, kind: str, written: str) -> Named:
    """The agent or topic that this id or name means, as answers show it.

    Raises NotFound, or BadInput where it may mean several.
    """
    meant = store.curation.identities(kind).of_name(written)
    if meant:
        return meant
    found = _shown(store, kind, written)
    if written in found:
        return found[written]
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        raise BadInput(f"{written!r} may be {', '.join(sorted(found))}: give an id")
    raise NotFound(f"no {kind.removesuffix('s')} is called {written!r}")


def _shown(store: Store, kind: str, written: str) -> dict[str, Named]:
    """All that the name may mean in answers, by id."""
    table, label = _TABLES[kind]
    with store.read_model.reading() as db:
        ids = owners(db, table, written)
        rows = db.execute(
            f"SELECT id, {label}, claims FROM {table}"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(ids),),
        ).fetchall()
    gone = {one.id for one, _ in store.curation.identities(kind).names()}
    found = {
        id: Named(id, name) for id, name, claims in rows if claims or id not in gone
    }
    if kind == TOPICS:
        known = store.curation.scheme.by_id
        found |= {id: Named(id, known[id].label) for id in ids if id in known}
    return found


def _as_given(store: Store, kind: str, written: str) -> Named:
    """A name as articles give it, also where it means something else in answers."""
    given = {each.one.id: each.one for each in store.curation.identities(kind).all}
    known = given.get(written) or given.get(slug(written))
    if known:
        return known
    called = [one for one in given.values() if one.name == written]
    return called[0] if len(called) == 1 else named(store, kind, written)


def _in_article(store: Store, written: str) -> tuple[str, tuple[str, ...]]:
    name, _, article = written.partition("@")
    return name, (store.article(article).id,) if article else ()


def _made(
    one: Named,
    other: Named,
    decision: Decision,
    reason: str,
    *,
    same: bool = True,
    articles: tuple[str, ...] = (),
) -> Identification:
    by, at = decision.by.strip(), decision.at
    return Identification(one, other, reason, same, by, at, articles)


def _decide(store: Store, kind: str, made: Iterable[Identification]) -> None:
    """Add to what persons have decided before."""
    known = store.curation.identities(kind).all
    decided = [*(each for each in known if each.decided), *made]
    changes = store.curation.changes
    store.curate({kind: list(quads(kind, decided, changes, store.iris))})


def _change(store: Store, changes: SchemeChanges) -> None:
    """Put these in place of the changes that there were."""
    kept = [each for each in store.curation.topics.all if each.decided]
    store.curate({TOPICS: list(quads(TOPICS, kept, changes, store.iris))})
