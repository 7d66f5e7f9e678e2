"""Dumps: what `export` wrote with a graph for each article, brought back."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from graph import reviews
from graph.claims_rdf import from_rdf
from graph.outcome import Outcome
from graph.reviews import REVIEW, Review
from graph.store import Store
from graph.terms import ARTICLE, TYPE
from ontology.claim import Article, Claim
from ontology.errors import BadInput, NotFound

SYNTAXES = {".nq": ox.RdfFormat.N_QUADS, ".trig": ox.RdfFormat.TRIG}
"""The syntaxes with graphs that a dump may have, by how its name ends."""


@dataclass(frozen=True)
class Refused:
    """A graph that is not one of ours, and why."""

    graph: str
    reason: str


@dataclass
class Loaded:
    """What became of a dump."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    reviews: int = 0
    _refused: list[Refused] = field(default_factory=list)

    @property
    def refused(self) -> tuple[Refused, ...]:
        """The graphs that could not be read."""
        return tuple(self._refused)

    def refuse(self, graph: object, error: Exception) -> None:
        """Note a graph that could not be read."""
        self._refused.append(Refused(str(graph), str(error)))


def load(store: Store, path: Path) -> Loaded:
    """Store the articles, claims and reviews of a dump, whatever base it has.

    What was derived from claims is not taken over: `derivation` derives it again.
    Raises BadInput if the file cannot be read as a dump.
    """
    found = Loaded()
    with _opened(path) as dump:
        found.outcomes += store.load(_records(dump, found))
        known = {made.id for made in store.reviews.all}
        for made in _reviews(dump, found):
            if made.id not in known:
                try:
                    store.review(made)
                except (NotFound, BadInput) as error:
                    found.refuse(f"review {made.id}", error)
                else:
                    found.reviews += 1
    store.flush()
    return found


@contextmanager
def _opened(path: Path) -> Iterator[ox.Store]:
    """The dump as a store of its own, on disk, since its graphs come in any order."""
    syntax = SYNTAXES.get(path.suffix.lower())
    if syntax is None:
        raise BadInput(f"{path}: a dump is a file ending in {' or '.join(SYNTAXES)}")
    with TemporaryDirectory(prefix="onrecord-") as folder:
        dump = ox.Store(folder)
        try:
            dump.bulk_load(path=str(path), format=syntax)
        except (SyntaxError, ValueError) as error:
            raise BadInput(f"{path}: {error}") from None
        yield dump
        del dump


def _records(
    dump: ox.Store, found: Loaded
) -> Iterator[tuple[Article, Sequence[Claim]]]:
    for graph in _graphs_with(dump, ARTICLE):
        try:
            yield from_rdf(list(dump.quads_for_pattern(None, None, None, graph)))
        except (LookupError, ValueError) as error:
            found.refuse(graph.value, error)


def _reviews(dump: ox.Store, found: Loaded) -> Iterator[Review]:
    for graph in _graphs_with(dump, REVIEW):
        try:
            yield from reviews.from_rdf(
                list(dump.quads_for_pattern(None, None, None, graph))
            )
        except (LookupError, ValueError) as error:
            found.refuse(graph.value, error)


def _graphs_with(dump: ox.Store, kind: ox.NamedNode) -> list[ox.NamedNode]:
    """The named graphs that hold something of a kind, in order."""
    quads = list(dump.quads_for_pattern(None, TYPE, kind))
    names = {
        quad.graph_name.value
        for quad in quads
        if isinstance(quad.graph_name, ox.NamedNode)
    }
    return [ox.NamedNode(name) for name in sorted(names)]
