"""The claim record: who takes which stance on what, in which words, where and when.

Every offset is a Unicode code point into the article's stored text, end
exclusive. The models are frozen, and their JSON is the same on the command line,
over HTTP and in the exports.
"""

from enum import StrEnum
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from ontology.notebook import card
from ontology.stances import Polarity, Stance

Span: TypeAlias = tuple[int, int]
"""`(start, end)`: code points into the article's text, end exclusive."""


class Record(BaseModel):
    """Base of the claim models: frozen, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class AgentKind(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    GROUP = "group"
    UNNAMED = "unnamed"


class QuoteType(StrEnum):
    """How the words are given: verbatim, reported, or partly each."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class DateBasis(StrEnum):
    """Where a claim's date comes from."""

    STATED = "stated"
    RELATIVE = "relative"
    INFERRED_YEAR = "inferred-year"
    ARTICLE = "article"
    NONE = "none"


class Modality(StrEnum):
    """What the text says of the content's reality, beyond plain assertion."""

    CONDITIONAL = "conditional"
    FUTURE = "future"
    NEGATED = "negated"


class ArticleRef(Record):
    """Which article a claim stands in. `source` is the path or URL as given."""

    id: str
    source: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None


class Article(ArticleRef):
    """An article as stored: its reference, its exact text, and where they come from.

    `url` is the address after redirects. `published_from` and `modified_from` say
    what gave the dates: json-ld, open-graph, meta, text, feed, field or given.
    """

    text: str
    author: str | None = None
    """The authors' names, joined by semicolons."""
    lang: str | None = None
    published_from: str | None = None
    modified: str | None = None
    modified_from: str | None = None
    retrieved: str | None = None
    """When it was fetched (ISO 8601); None of a file on disk."""
    raw_sha256: str | None = None
    """SHA-256 of the bytes that were read: a page, a file, a line."""
    text_sha256: str | None = None
    revision_of: str | None = None
    """The id of the article that stood at the same place before this one."""
    copy_of: str | None = None
    """The id of the article that was stored first of those which print this story."""

    def ref(self) -> ArticleRef:
        """The article without its text."""
        return ArticleRef(**self.model_dump(include=set(ArticleRef.model_fields)))


class AgentRef(Record):
    """An agent by id and name."""

    id: str
    name: str


class Agent(AgentRef):
    """Someone who speaks or is spoken to, as one mention in one article shows them.

    `mention` holds the words as written, `role` the title or description found
    in the article, `represents` those on whose behalf the agent speaks.
    """

    kind: AgentKind
    mention: str
    role: str | None = None
    represents: tuple[AgentRef, ...] = ()


class Topic(Record):
    """A SKOS concept that the stance is about."""

    id: str
    label: str


class Passage(Record):
    """Words of the article: readable text, and the spans where they stand."""

    text: str
    spans: tuple[Span, ...]


class Source(Record):
    """Where the speaker is named; no spans where nobody is."""

    spans: tuple[Span, ...] = ()


class ClaimDate(Record):
    """When it was said, in EDTF, with the bounds that filters use (ISO dates).

    A month and day without a year stay so (`XXXX-03-11`), with no bounds.
    """

    text: str | None = None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: DateBasis = DateBasis.NONE


class Evidence(Record):
    """One place where the article carries the claim."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


class StanceReason(Record):
    """Why the claim has its stance: the signal, and its probability if any."""

    signal: str
    """`model`, or the name of the rule that decided."""
    detail: str
    """The cue's lemma, the modal verb, or the runner-up: what a reader can check."""
    probability: float | None = Field(default=None, ge=0, le=1)


class Extractor(Record):
    """The program that made the claim."""

    name: str
    version: str


class Claim(Record):
    """One attribution in one article, with the words that prove it."""

    id: str
    article: ArticleRef
    speaker: Agent
    addressee: Agent | None = None
    target: Agent | None = None
    """Whom an accusation, demand or threat is aimed at."""
    cue: Passage
    stance: Stance
    polarity: Polarity
    reason: StanceReason
    modality: tuple[Modality, ...] = ()
    topics: tuple[Topic, ...]
    content: Passage
    source: Source
    quote: QuoteType
    date: ClaimDate = ClaimDate()
    repeats: tuple[Evidence, ...] = ()
    """Other places in the same article that carry the same statement."""
    confidence: float = Field(ge=0, le=1)
    extractor: Extractor

    def evidence(self) -> Evidence:
        """The place that carries the claim itself; `repeats` are the others."""
        return Evidence(
            source=self.source.spans, cue=self.cue.spans, content=self.content.spans
        )

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        return card(self)
