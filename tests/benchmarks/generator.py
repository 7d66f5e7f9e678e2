"""Articles with claims, as many as wanted and the same every time.

Speakers and topics follow Zipf's law, as in the news: the first speaker has about a
tenth of all claims and most have one. Every span is exact, so that the claims pass
for extracted ones.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

from graph.mapping.iris import DEFAULT_BASE
from ontology.claim import (
    Agent,
    AgentKind,
    AgentRef,
    Article,
    Claim,
    ClaimDate,
    DateBasis,
    Extractor,
    Modality,
    Passage,
    QuoteType,
    Source,
    StanceReason,
    Topic,
)
from ontology.ids import article_id, claim_id
from ontology.stances import Polarity, Stance
from ontology.topics import Concept, TopicScheme

T = TypeVar("T")

CLAIMS_PER_ARTICLE = 12

_TOPICS = f"{DEFAULT_BASE}topic/"

_SYLLABLES = (
    *("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu"),
    *("na", "pe", "ri", "so", "tu", "va", "we", "xi", "yo", "zu"),
)

_STANCES = {
    Stance.ASSERTS: (40, "0"),
    Stance.DEMANDS: (9, "+"),
    Stance.OPPOSES: (8, "-"),
    Stance.SUPPORTS: (7, "+"),
    Stance.ACCUSES: (6, "-"),
    Stance.SEEKS: (5, "+"),
    Stance.PROMISES: (5, "+"),
    Stance.EXPECTS: (4, "0"),
    Stance.WARNS: (4, "-"),
    Stance.PROPOSES: (3, "+"),
    Stance.ACCEPTS: (3, "+"),
    Stance.DENIES: (2, "-"),
    Stance.DOUBTS: (2, "-"),
    Stance.ASKS: (1, "0"),
    Stance.THREATENS: (1, "-"),
}
"""How often each stance is taken, in parts, and the polarity it mostly has."""

_FIRST_DAY = date(2015, 1, 1)
_DAYS = 3650


@dataclass(frozen=True)
class Sizes:
    """How many different ones there are to draw from."""

    speakers: int = 20_000
    countries: int = 150
    topics: int = 2_000
    outlets: int = 60
    words: int = 8_000


class Generator:
    """A made-up world and the articles about it; the seed decides everything."""

    def __init__(self, sizes: Sizes | None = None, *, seed: int = 7) -> None:
        self.sizes = sizes or Sizes()
        self._random = random.Random(seed)
        self.countries = [
            AgentRef(id=f"land-{n}", name=f"Land {n}")
            for n in range(self.sizes.countries)
        ]
        self.speakers = [self._speaker(n) for n in range(self.sizes.speakers)]
        self.topics = [
            Topic(id=f"topic-{n}", label=f"topic {n}") for n in range(self.sizes.topics)
        ]
        self.words = [self._word(n) for n in range(self.sizes.words)]
        self._speaker_weights = zipf(self.sizes.speakers, 0.95)
        self._topic_weights = zipf(self.sizes.topics, 0.9)
        self._word_weights = zipf(self.sizes.words, 1.0)
        self._outlet_weights = zipf(self.sizes.outlets, 0.7)

    @cached_property
    def scheme(self) -> TopicScheme:
        """The topics in three levels: 20 at the top, ten below each, and so on."""
        return TopicScheme(
            concepts=tuple(
                Concept(
                    id=topic.id,
                    iri=f"{_TOPICS}{topic.id}",
                    label=topic.label,
                    broader=(f"topic-{(n - 20) // 10}",) if n >= 20 else (),
                )
                for n, topic in enumerate(self.topics)
            )
        )

    def write_scheme(self, path: Path) -> Path:
        """The topics as a SKOS file, for a store to be opened with."""
        lines = ["@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."]
        for each in self.scheme.concepts:
            lines.append(f'<{each.iri}> a skos:Concept ; skos:prefLabel "{each.label}"')
            lines += [f"; skos:broader <{_TOPICS}{id}>" for id in each.broader]
            lines.append(".")
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    def articles(self, claims: int) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        """Articles with so many claims in all."""
        for number in range(claims // CLAIMS_PER_ARTICLE):
            yield self.article(number)

    def article(self, number: int) -> tuple[Article, tuple[Claim, ...]]:
        """One article with its claims; the number makes its text unlike others."""
        contents = [self._content() for _ in range(CLAIMS_PER_ARTICLE)]
        speakers = self._drawn(self.speakers, self._speaker_weights, len(contents))
        sentences = [
            f"{who.mention} said that {words}."
            for who, words in zip(speakers, contents, strict=True)
        ]
        text = f"Report {number}.\n" + "\n".join(sentences)
        outlet = self._drawn(range(self.sizes.outlets), self._outlet_weights, 1)[0]
        published = self._day()
        article = Article(
            id=article_id(text),
            source=f"made/{number}.txt",
            title=f"Report {number}",
            url=f"https://outlet-{outlet}.example/{number}",
            publisher=f"Outlet {outlet}",
            published=published.isoformat(),
            text=text,
            lang="en",
        )
        return article, tuple(self._claims(article, speakers, contents, published))

    def _claims(
        self,
        article: Article,
        speakers: list[Agent],
        contents: list[str],
        published: date,
    ) -> Iterator[Claim]:
        at = article.text.index("\n") + 1
        ref = article.ref()
        for who, words in zip(speakers, contents, strict=True):
            cue = at + len(who.mention) + 1
            start = cue + len("said that ")
            end = start + len(words)
            stance, sign = self._stance()
            yield Claim(
                id=claim_id(article.id, [(start, end)], who.id, stance),
                article=ref,
                speaker=who,
                addressee=self._hearer(0.08),
                target=self._hearer(0.06),
                cue=Passage(text="said", spans=((cue, cue + 4),)),
                stance=stance,
                polarity=sign,
                reason=StanceReason(signal="model", detail="say", probability=0.8),
                modality=self._modality(),
                topics=tuple(self._topics()),
                content=Passage(text=words, spans=((start, end),)),
                source=Source(spans=((at, at + len(who.mention)),)),
                quote=self._random.choice(list(QuoteType)),
                date=self._date(published),
                confidence=round(self._random.uniform(0.3, 1.0), 3),
                extractor=Extractor(name="onrecord", version="1.0.0"),
            )
            at = end + 2

    def _speaker(self, number: int) -> Agent:
        if number < len(self.countries):
            country = self.countries[number]
            return Agent(
                id=country.id,
                name=country.name,
                kind=AgentKind.COUNTRY,
                mention=country.name,
            )
        serves = self._random.random() < 0.3
        name = f"{self._word(number).title()} {self._word(number * 7 + 3).title()}"
        return Agent(
            id=f"person-{number}",
            name=f"{name} {number}",
            kind=AgentKind.PERSON,
            mention=name.split()[1],
            role="minister" if serves else None,
            represents=(self._random.choice(self.countries),) if serves else (),
        )

    def _hearer(self, share: float) -> Agent | None:
        if self._random.random() >= share:
            return None
        return self._drawn(self.speakers, self._speaker_weights, 1)[0]

    def _content(self) -> str:
        length = self._random.randint(10, 30)
        return " ".join(self._drawn(self.words, self._word_weights, length))

    def _topics(self) -> list[Topic]:
        several = 2 if self._random.random() < 0.3 else 1
        found = self._drawn(self.topics, self._topic_weights, several)
        return list({topic.id: topic for topic in found}.values())

    def _stance(self) -> tuple[Stance, Polarity]:
        stances = list(_STANCES)
        weights = [parts for parts, _ in _STANCES.values()]
        stance = self._random.choices(stances, weights)[0]
        return stance, Polarity(_STANCES[stance][1])

    def _modality(self) -> tuple[Modality, ...]:
        few = self._random.random() < 0.15
        return (self._random.choice(list(Modality)),) if few else ()

    def _day(self) -> date:
        return _FIRST_DAY + timedelta(days=self._random.randrange(_DAYS))

    def _date(self, published: date) -> ClaimDate:
        kind = self._random.random()
        day = published - timedelta(days=self._random.randrange(7))
        if kind < 0.7:
            iso = day.isoformat()
            basis = DateBasis.ARTICLE if kind < 0.5 else DateBasis.STATED
            return ClaimDate(edtf=iso, earliest=iso, latest=iso, basis=basis)
        if kind < 0.8:
            first = day.replace(day=1)
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            return ClaimDate(
                edtf=f"{first:%Y-%m}",
                earliest=first.isoformat(),
                latest=last.isoformat(),
                basis=DateBasis.STATED,
            )
        if kind < 0.85:
            return ClaimDate(edtf=f"XXXX-{day:%m-%d}", basis=DateBasis.STATED)
        return ClaimDate()

    def _drawn(self, several: Sequence[T], weights: list[float], count: int) -> list[T]:
        return self._random.choices(several, cum_weights=weights, k=count)

    @staticmethod
    def _word(number: int) -> str:
        parts = []
        for _ in range(3):
            number, rest = divmod(number, len(_SYLLABLES))
            parts.append(_SYLLABLES[rest])
        return "".join(parts)


def zipf(size: int, exponent: float) -> list[float]:
    """Cumulative weights: the n-th is drawn in proportion to 1 / n ** exponent.

    >>> zipf(3, 1.0)
    [1.0, 1.5, 1.8333333333333333]
    """
    return list(accumulate(1 / n**exponent for n in range(1, size + 1)))
