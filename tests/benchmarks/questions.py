"""The questions that are measured, each with its target in milliseconds (95 %).

Who and what is asked of is drawn as the claims are: mostly the few that everybody
talks of, which is the hard case.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from graph.features.comparison import compare
from graph.features.positions import positions
from graph.features.shifts import shifts
from graph.network.neighbourhood import neighbourhood
from graph.network.paths import Mode, PathQuery, paths
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


def measured(model: ReadModel, made: Generator) -> list[Measured]:
    """All questions; each call of `make` draws anew, outside what is timed."""
    draw = Draw(made, model)

    def whole(ask: Callable[[ReadModel], object]) -> Ask:
        # the answer is remembered until an article comes: forget it each time
        def asked() -> object:
            model.forget()
            return ask(model)

        return asked

    def found(**changes: object) -> Callable[[], Ask]:
        def make() -> Ask:
            wanted = filters(draw)
            return lambda: find(model, wanted, **changes)  # type: ignore[arg-type]

        return make

    def faceted() -> Ask:
        wanted = filters(draw)
        return lambda: (find(model, wanted), facets(model, wanted))

    def text() -> Ask:
        words = draw.one_of(
            draw.word(), f"{draw.word()} {draw.word()}", draw.word()[:4] + "*"
        )
        wanted = ClaimFilter(text=words)
        return lambda: find(model, wanted, order=Order.RELEVANCE)

    def path(**changes: object) -> Callable[[], Ask]:
        def make() -> Ask:
            query = PathQuery(draw.speaker(), draw.speaker(), **changes)  # type: ignore[arg-type]
            return lambda: paths(model, query)

        return make

    def of_speaker(ask: Callable[[str], object]) -> Callable[[], Ask]:
        def make() -> Ask:
            who = draw.speaker()
            return lambda: ask(who)

        return make

    return [
        Measured("filtered claims, newest", 20, found()),
        Measured("filtered claims, by confidence", 20, found(order=Order.CONFIDENCE)),
        Measured("filtered claims with facets", 100, faceted),
        Measured("facets, whole corpus", 250, lambda: whole(_all_facets)),
        Measured("timeline, whole corpus", 250, lambda: whole(_all_months)),
        Measured("full text, by relevance", 50, text),
        Measured(
            "positions of one",
            100,
            of_speaker(lambda who: positions(model, ClaimFilter.of(speaker=who))),
        ),
        Measured(
            "shifts of one",
            100,
            of_speaker(lambda who: shifts(model, ClaimFilter(), voice=who)),
        ),
        Measured(
            "two compared",
            100,
            of_speaker(lambda who: compare(model, who, draw.another(who))),
        ),
        Measured("shortest path", 5, path()),
        Measured("5 shortest paths", 100, path(mode=Mode.K_SHORTEST)),
        Measured("all paths of 3 hops", 100, path(mode=Mode.ALL)),
        Measured(
            "neighbourhood, 1 hop",
            100,
            of_speaker(lambda who: neighbourhood(model, who)),
        ),
    ]


def _all_facets(model: ReadModel) -> object:
    return facets(model, ClaimFilter())


def _all_months(model: ReadModel) -> object:
    return timeline(model, ClaimFilter())
