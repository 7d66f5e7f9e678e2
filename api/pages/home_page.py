"""What the home page shows: what there is, and examples from it that work."""

from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from graph.catalogue.sums import Sums, sums
from graph.features.shifts import Shift, shifts
from graph.search.facets import Count, Field, facets
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from ontology.claim import AgentRef, Claim
from ontology.stances import Stance

TRIED = 40
"""How many of the newest quotes are looked through for one that reads well."""

Pair: TypeAlias = tuple[AgentRef, AgentRef]

_LENGTHS = range(40, 180)
"""How many characters a quote has that reads well at the top of a page."""


@dataclass(frozen=True)
class HomePage:
    """What is stored, and from it a quote, a disputed topic, two who disagree on it.

    What there is no example of is None or empty.
    """

    sums: Sums
    quote: Claim | None
    topics: tuple[Count, ...]
    speakers: tuple[Count, ...]
    disputed: Count | None
    pair: Pair | None
    shift: Shift | None


def home_page(store: Store) -> HomePage:
    """The home page of a store, put together once for as long as it stays the same."""
    return store.read_model.remembered("home", lambda: _made(store))


def _made(store: Store) -> HomePage:
    fields = (Field.TOPIC, Field.SPEAKER)
    most = facets(store, ClaimFilter(), fields=fields, top=8)
    topics = most[Field.TOPIC]
    disputed, pair = _disputed(store, topics) or (None, None)
    return HomePage(
        sums(store),
        _quote(store),
        topics,
        most[Field.SPEAKER],
        disputed,
        pair,
        next(iter(shifts(store, ClaimFilter(), limit=1)), None),
    )


def _disputed(store: Store, topics: tuple[Count, ...]) -> tuple[Count, Pair] | None:
    """The first topic on which two disagree, and who they are."""
    for topic in topics:
        some = (_most(store, topic, polarity) for polarity in ("+", "-"))
        for pair in product(*some):
            if pair[0].value != pair[1].value:
                one, other = (AgentRef(id=each.value, name=each.label) for each in pair)
                return topic, (one, other)
    return None


def _most(store: Store, topic: Count, polarity: str) -> tuple[Count, ...]:
    """The two who make most claims for it, or against it."""
    wanted = ClaimFilter.of(topic=topic.value, polarity=polarity)
    return facets(store, wanted, fields=(Field.SPEAKER,), top=2)[Field.SPEAKER]


def _quote(store: Store) -> Claim | None:
    """A quote that takes a stand, of a good length; else any claim at all."""
    stands = [stance for stance in Stance if stance is not Stance.ASSERTS]
    wanted = ClaimFilter.of(stance=stands, quote="direct", polarity=("+", "-"))
    quotes = find(store, wanted, limit=TRIED).claims
    fitting = [each for each in quotes if len(each.content.text) in _LENGTHS]
    rest = find(store, ClaimFilter(), limit=1).claims
    return next(iter((*fitting, *quotes, *rest)), None)
