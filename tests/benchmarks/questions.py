"""The questions that are measured, each with its target in milliseconds (95 %).

Who and what is asked of is drawn as the claims are: mostly the few that everybody
talks of, which is the hard case.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from graph.features.comparison import compare
from graph.features.positions import positions
from graph.features.shifts import shifts
from graph.network.neighbourhood import neighbourhood
from graph.network.path_query import Mode, PathQuery
from graph.network.paths import paths
from graph.read_model.model import ReadModel
from graph.search.facets import facets
from graph.search.filters import ClaimFilter
from graph.search.query import Order, find
from graph.search.timeline import timeline
from tests.benchmarks.generator import Generator, zipf

Ask = Callable[[], object]


@dataclass(frozen=True)
class Measured:
    """A question, asked anew each time, and what it may take."""

    name: str
    target: float
    make: Callable[[], Ask]


class Draw:
    """Speakers, topics and words, drawn as the generator draws them."""

    def __init__(self, made: Generator, model: ReadModel, seed: int = 11) -> None:
        self._made, self._random = made, random.Random(seed)
        self._weights = zipf(len(made.speakers), 0.95)
        with model.reading() as db:
            spoken = db.execute("SELECT id FROM agent WHERE claims > 0")
            self._there = {id for (id,) in spoken}

    def speaker(self) -> str:
        while True:
            who = self._random.choices(self._made.speakers, cum_weights=self._weights)
            if who[0].id in self._there:
                return who[0].id

    def another(self, who: str) -> str:
        """A speaker who is not this one."""
        return next(each for each in iter(self.speaker, "") if each != who)

    def country(self) -> str:
        return self._random.choice(self._made.countries).id

    def topic(self) -> str:
        weights = zipf(len(self._made.topics), 0.9)
        return self._random.choices(self._made.topics, cum_weights=weights)[0].id

    def word(self) -> str:
        return self._made.words[self._random.randrange(20, 3000)]

    def one_of(self, *values: str) -> str:
        return self._random.choice(values)


def filters(draw: Draw) -> ClaimFilter:
    """Filters as people combine them."""
    kinds = (
        lambda: {"speaker": draw.speaker(), "stance": "demands"},
        lambda: {"speaker": draw.country(), "since": "2020", "until": "2021-06"},
        lambda: {"topic": draw.topic()},
        lambda: {"topic": draw.topic(), "stance": ("demands", "opposes")},
        lambda: {"speaker": draw.speaker(), "topic": draw.topic()},
        lambda: {"outlet": "Outlet 3", "quote": "direct", "since": "2022"},
        lambda: {"addressee": draw.country(), "stance": "demands"},
        lambda: {"min_confidence": 0.9, "topic": draw.topic()},
        lambda: {"none_of": [{"stance": "asserts"}], "speaker": draw.speaker()},
        lambda: {"modality": "conditional", "stance": "accepts"},
    )
    chosen = kinds[int(draw.one_of(*map(str, range(len(kinds)))))]
    return ClaimFilter.of(**chosen())


@dataclass(frozen=True)
class Questions:
    """Questions to a model: each call draws one, outside what is timed."""

    model: ReadModel
    draw: Draw

    def found(self, order: Order = Order.NEWEST) -> Ask:
        wanted = filters(self.draw)
        return lambda: find(self.model, wanted, order=order)

    def faceted(self) -> Ask:
        wanted = filters(self.draw)
        return lambda: (find(self.model, wanted), facets(self.model, wanted))

    def text(self) -> Ask:
        word = self.draw.word
        words = self.draw.one_of(word(), f"{word()} {word()}", word()[:4] + "*")
        wanted = ClaimFilter(text=words)
        return lambda: find(self.model, wanted, order=Order.RELEVANCE)

    def path(self, mode: Mode = Mode.SHORTEST) -> Ask:
        query = PathQuery(self.draw.speaker(), self.draw.speaker(), mode)
        return lambda: paths(self.model, query)

    def positions(self) -> Ask:
        wanted = ClaimFilter.of(speaker=self.draw.speaker())
        return lambda: positions(self.model, wanted)

    def shifts(self) -> Ask:
        who = self.draw.speaker()
        return lambda: shifts(self.model, ClaimFilter(), voice=who)

    def compared(self) -> Ask:
        who = self.draw.speaker()
        other = self.draw.another(who)
        return lambda: compare(self.model, who, other)

    def neighbours(self) -> Ask:
        who = self.draw.speaker()
        return lambda: neighbourhood(self.model, who)

    def whole(self, ask: Callable[[ReadModel], object]) -> Ask:
        """Of the whole corpus: remembered until an article comes, forgotten here."""

        def asked() -> object:
            self.model.forget()
            return ask(self.model)

        return asked


def measured(model: ReadModel, made: Generator) -> list[Measured]:
    """All questions, with the milliseconds that they may take."""
    asks = Questions(model, Draw(made, model))
    by_confidence = partial(asks.found, Order.CONFIDENCE)
    return [
        Measured("filtered claims, newest", 20, asks.found),
        Measured("filtered claims, by confidence", 20, by_confidence),
        Measured("filtered claims with facets", 100, asks.faceted),
        Measured("facets, whole corpus", 250, partial(asks.whole, _all_facets)),
        Measured("timeline, whole corpus", 250, partial(asks.whole, _all_months)),
        Measured("full text, by relevance", 50, asks.text),
        Measured("positions of one", 100, asks.positions),
        Measured("shifts of one", 100, asks.shifts),
        Measured("two compared", 100, asks.compared),
        Measured("shortest path", 5, asks.path),
        Measured("5 shortest paths", 100, partial(asks.path, Mode.K_SHORTEST)),
        Measured("all paths of 3 hops", 100, partial(asks.path, Mode.ALL)),
        Measured("neighbourhood, 1 hop", 100, asks.neighbours),
    ]


def _all_facets(model: ReadModel) -> object:
    return facets(model, ClaimFilter())


def _all_months(model: ReadModel) -> object:
    return timeline(model, ClaimFilter())
