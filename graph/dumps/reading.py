"""A dump read into a store, with its articles, claims, reviews and names."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from graph.curation import reviews
from graph.curation.curation import GRAPHS
from graph.curation.reviews import REVIEW
from graph.derivation import RELATIONS, relate
from graph.dumps import names
from graph.dumps.files import graphs
from graph.mapping.claims_rdf import from_rdf
from graph.mapping.terms import ARTICLE, TYPE
from graph.outcome import Outcome
from graph.storage.older_shape import modern
from graph.store import Store
from ontology.claim import Article, Claim
from ontology.errors import BadInput, NotFound


@dataclass(frozen=True)
class Refused:
    """A graph that is not one of ours, and why."""

    graph: str
    reason: str


@dataclass
class Loaded:
    """What became of a dump: numbers of what was not there before."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    reviews: int = 0
    names: int = 0
    relations: int = 0
    _refused: list[Refused] = field(default_factory=list)

    @property
    def refused(self) -> tuple[Refused, ...]:
        """The graphs that could not be read."""
        return tuple(self._refused)

    def refuse(self, graph: object, error: Exception) -> None:
        """Note a graph that could not be read."""
        self._refused.append(Refused(str(graph), str(error)))


def load(store: Store, path: Path) -> Loaded:
    """Store the articles, claims, reviews and names of a dump, whatever base it has.

    Where the dump has relations between claims, they are derived anew from what is
    then stored. Raises BadInput if the file cannot be read as a dump; where there
    were articles already, those before a torn line may have been stored by then.
    """
    found, dump = Loaded(), _Dump(path)
    found.outcomes += store.load(dump.records(found))
    found.names = names.take_over(store, dump.others)
    for name, quads in dump.others.items():
        if name not in GRAPHS:
            _review(store, name, quads, found)
    if dump.related:
        found.relations = relate(store).total()
    store.flush()
    return found


class _Dump:
    """A dump on its way into a store.

    `others` are the graphs beside the articles', by name; `related` is set if there
    are relations among them. Both are filled when the records have been read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.others: dict[str, list[ox.Quad]] = {}
        self.related = False

    def records(self, found: Loaded) -> Iterator[tuple[Article, Sequence[Claim]]]:
        """The articles with their claims; graphs that hold none are set aside."""
        for iri, lines in graphs(self._path):
            name = iri.rpartition("/graph/")[2]
            if name == RELATIONS:
                self.related = True
                continue
            quads = list(lines)
            if not any(_says(quad, ARTICLE) for quad in quads):
                self.others[name] = quads
                continue
            try:
                yield from_rdf(modern(quads))
            except (LookupError, ValueError) as error:
                found.refuse(iri, error)


def _says(quad: ox.Quad, kind: ox.NamedNode) -> bool:
    return quad.predicate == TYPE and quad.object == kind


def _review(store: Store, name: str, quads: list[ox.Quad], found: Loaded) -> None:
    """Take over the reviews of a graph, if it holds any."""
    if not any(_says(quad, REVIEW) for quad in quads):
        return
    try:
        several = reviews.from_rdf(quads)
    except (LookupError, ValueError) as error:
        found.refuse(name, error)
        return
    known = {made.id for made in store.reviews.all}
    for made in several:
        if made.id not in known:
            try:
                store.review(made)
            except (NotFound, BadInput) as error:
                found.refuse(f"review {made.id}", error)
            else:
                found.reviews += 1
