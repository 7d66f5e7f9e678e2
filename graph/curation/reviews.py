"""Reviews: what persons have found of claims, kept beside the record.

They stand in a graph of their own, with the claim's record as the reviewer saw it,
so that they outlive a new extraction: a claim is known again by its id, or by
standing in the same words.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

import pyoxigraph as ox
from pydantic import BaseModel, ConfigDict, Field

from graph.mapping.iris import Iris, local
from graph.mapping.terms import (
    AGENT,
    ASSOCIATED,
    COMMENT,
    DATE_TIME,
    ENDED,
    NAME,
    TYPE,
    USED,
    node,
)
from graph.mapping.triples import Resources, Triple, backwards, string, typed
from graph.storage.graphs import Graphs, block
from ontology.claim import Claim, Span
from ontology.ids import slug
from ontology.namespace import OR, term

REVIEW = node(OR.Review)
STATUS = node(OR.reviewStatus)
REVIEWED = node(OR.reviewed)
CORRECTION = node(OR.correction)


class Status(StrEnum):
    """What a review found."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"


STATUSES = {status: node(term(status)) for status in Status}

_STATUSES = backwards(STATUSES)

SAME_WORDS = 0.5
"""The share of common characters from which two contents are the same statement."""


class Review(BaseModel):
    """A person's judgement of a claim, as it stood then (`reviewed`).

    `at` is an xsd:dateTime with a time zone; `correction` holds the fields that the
    reviewer set, as the claim record writes them.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    reviewed: Claim
    status: Status
    by: str
    at: str
    note: str | None = None
    correction: dict[str, Any] = Field(default_factory=dict)

    def outcome(self) -> Claim:
        """The claim as the reviewer leaves it. Raises ValidationError."""
        changed = self.reviewed.model_dump(mode="json") | self.correction
        return Claim.model_validate(changed)


def to_rdf(review: Review, iris: Iris) -> Iterator[Triple]:
    """The triples of a review, for the graph of reviews."""
    subject, claim = iris.review(review.id), iris.claim(review.reviewed.id)
    reviewer, status = iris.reviewer(slug(review.by)), STATUSES[review.status]
    yield subject, TYPE, REVIEW
    yield subject, USED, claim
    yield subject, ASSOCIATED, reviewer
    yield from typed(subject, ENDED, review.at, DATE_TIME)
    yield subject, STATUS, status
    yield claim, STATUS, status
    yield from string(subject, COMMENT, review.note)
    yield from string(subject, REVIEWED, review.reviewed.model_dump_json())
    if review.correction:
        written = json.dumps(review.correction, sort_keys=True, ensure_ascii=False)
        yield from string(subject, CORRECTION, written)
    yield reviewer, TYPE, AGENT
    yield from string(reviewer, NAME, review.by)


def from_rdf(triples: Iterable[ox.Quad]) -> list[Review]:
    """The reviews of their graph, oldest first; the pair of `to_rdf`."""
    resources = Resources(triples)
    found = [
        Review(
            id=local(subject),
            reviewed=Claim.model_validate_json(resources.one(subject, REVIEWED)),
            status=_STATUSES[resources.one(subject, STATUS)],
            by=resources.one(resources.one(subject, ASSOCIATED), NAME),
            at=resources.one(subject, ENDED),
            note=resources.maybe(subject, COMMENT),
            correction=json.loads(resources.maybe(subject, CORRECTION) or "{}"),
        )
        for subject in resources.subjects(TYPE, REVIEW)
    ]
    return sorted(found, key=_moment)


def _moment(review: Review) -> tuple[datetime, str]:
    """When it was: the same moment is written in several ways."""
    return datetime.fromisoformat(review.at), review.id


class Reviews:
    """The reviews of a store, the latest of each claim being the one that counts."""

    def __init__(self, graphs: Graphs, iris: Iris) -> None:
        self._iris, self.graph = iris, iris.graph("reviews")
        self.all = from_rdf(graphs.quads_for_pattern(None, None, None, self.graph))

    def addition(self, review: Review) -> str:
        """The SPARQL update that adds a review; the claim's status is its latest."""
        claim = self._iris.claim(review.reviewed.id)
        latest = max([*self.of(review.reviewed.id), review], key=_moment)
        others = (
            triple
            for triple in to_rdf(review, self._iris)
            if triple[:2] != (claim, STATUS)
        )
        triples = [*others, (claim, STATUS, STATUSES[latest.status])]
        quads = [ox.Quad(*triple, self.graph) for triple in triples]
        return (
            f"DELETE WHERE {{ GRAPH {self.graph} {{ {claim} {STATUS} ?old }} }} ;"
            f"INSERT DATA {{ GRAPH {self.graph} {{ {block(quads)} }} }}"
        )

    def add(self, review: Review) -> None:
        """Take note of a review that has been stored."""
        self.all = sorted([*self.all, review], key=_moment)

    def of(self, claim_id: str) -> list[Review]:
        """The reviews of a claim, oldest first."""
        return [review for review in self.all if review.reviewed.id == claim_id]

    def applied(self, article_id: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims of an article as its reviews leave them."""
        latest = {
            review.reviewed.id: review
            for review in self.all
            if review.reviewed.article.id == article_id
        }
        return _applied(claims, latest.values()) if latest else tuple(claims)


def _applied(claims: Sequence[Claim], reviews: Iterable[Review]) -> tuple[Claim, ...]:
    left: dict[str, Claim] = {claim.id: claim for claim in claims}
    for review in reviews:
        claim = left.get(review.reviewed.id) or _same_words(review, left.values())
        if review.status is Status.REJECTED:
            if claim and _alike(claim, review.reviewed):
                del left[claim.id]
        elif claim:
            left[claim.id] = review.outcome()
        else:
            left[review.reviewed.id] = review.outcome()
    return tuple(left.values())


def _same_words(review: Review, claims: Iterable[Claim]) -> Claim | None:
    """The claim that stands in mostly the same words, if a new extraction has one."""
    own = _places(review.reviewed.content.spans)
    ranked = [(_overlap(own, _places(claim.content.spans)), claim) for claim in claims]
    share, claim = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
    return claim if share >= SAME_WORDS else None


def _alike(claim: Claim, rejected: Claim) -> bool:
    """Whether a claim makes the mistake again: other stance or speaker, other claim.

    The same id is the same claim, also where it was corrected before.
    """
    same_speaker = claim.speaker.id == rejected.speaker.id
    same_stance = claim.stance == rejected.stance
    return claim.id == rejected.id or (same_speaker and same_stance)


def _places(spans: Iterable[Span]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def _overlap(one: set[int], other: set[int]) -> float:
    return len(one & other) / max(len(one | other), 1)
