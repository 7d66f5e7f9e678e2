"""Looking after a store: what it holds, whether it is whole, and making it small."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from graph.mapping.claim_rdf import CLAIM
from graph.mapping.terms import TYPE
from graph.read_model import following
from graph.revisions import revised_by
from graph.storage.embedded import Embedded
from graph.store import Store
from ontology.claim import Claim
from ontology.errors import NotFound


@dataclass(frozen=True)
class Overview:
    """What the answers of a store are made of; sizes in bytes, 0 in memory."""

    articles: int
    claims: int
    reviews: int
    revision: int
    graph_size: int
    read_model_size: int


@dataclass(frozen=True)
class Stats(Overview):
    """What a store holds, be it in its answers or not."""

    quads: int


def overview(store: Store) -> Overview:
    """Counts and sizes that are known at once.

    Revised articles and rejected claims are left out, as they are from answers.
    """
    articles, claims = store.read_model.counts()
    return Overview(articles=articles, claims=claims, **_beside_claims(store))


def stats(store: Store) -> Stats:
    """Counts and sizes of a store, for which every quad is looked at.

    The claims are those that were extracted, whatever reviews say of them.
    """
    return Stats(
        articles=len(store.article_ids()),
        claims=sum(1 for _ in store.graph.quads_for_pattern(None, TYPE, CLAIM)),
        quads=len(store.graph),
        **_beside_claims(store),
    )


def _beside_claims(store: Store) -> dict[str, int]:
    """What an overview tells that no article and no claim is counted for."""
    directory = store.directory
    return {
        "reviews": len(store.reviews.all),
        "revision": store.revision,
        "graph_size": size(directory.graph) if directory else 0,
        "read_model_size": size(directory.path, "claims.sqlite*") if directory else 0,
    }


def size(folder: Path, pattern: str = "*") -> int:
    """The bytes of the files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob(pattern) if file.is_file())


def check(store: Store) -> tuple[str, ...]:
    """What does not fit, in words; empty if RDF and read model say the same."""
    return tuple(_faults(store))


def _faults(store: Store) -> Iterator[str]:
    theirs, ours = store.read_model.revision, store.revision
    if theirs != ours:
        yield f"the read model is at revision {theirs}, the store at {ours}"
    ids = store.article_ids()
    with store.read_model.reading() as db:
        known = {id for (id,) in db.execute("SELECT id FROM article")}
    for id in sorted(known - set(ids)):
        yield f"article {id} is in the read model only"
    for id in ids:
        yield from _faults_of(store, id)


def _faults_of(store: Store, article_id: str) -> Iterator[str]:
    try:
        expected = store.claims_of(article_id) if _counts(store, article_id) else ()
    except (LookupError, ValueError, NotFound) as error:
        yield f"the graph of article {article_id} cannot be read: {error}"
        return
    if _by_id(expected) != _by_id(store.read_model.claims_in(article_id)):
        yield f"article {article_id} has other claims in the read model"


def _counts(store: Store, article_id: str) -> bool:
    """Whether no revision has taken the article's place."""
    return revised_by(store, article_id) is None


def _by_id(claims: tuple[Claim, ...]) -> dict[str, Claim]:
    return {claim.id: claim for claim in claims}


def reindex(store: Store) -> None:
    """Build the read model anew from the RDF."""
    with store.writing():
        following.rebuild(store)


def compact(store: Store) -> None:
    """Make the files smaller and queries quicker; worth it after a large load.

    What RocksDB has put in new files it deletes when the store is closed, and the
    logs of when it was opened before never: these are deleted here.
    """
    with store.writing():
        if isinstance(store.graph, Embedded):
            store.graph.oxigraph.optimize()
            store.graph.flush()
        if store.directory:
            for log in store.directory.graph.glob("LOG.old.*"):
                log.unlink()
            with closing(sqlite3.connect(store.directory.read_model)) as db:
                db.execute("VACUUM")
