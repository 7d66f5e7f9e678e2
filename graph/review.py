"""A person's review of a claim: confirm it, reject it, or set it right."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from graph.curation.reviews import Review, Status
from graph.dates import first_day, iso, last_day
from graph.store import Store
from ontology.claim import Agent, AgentKind, Claim, DateBasis, QuoteType, Topic
from ontology.errors import BadInput, UnknownTerm
from ontology.ids import slug
from ontology.stances import Polarity, Stance
from ontology.topics import TopicScheme

Setting = Callable[[Claim, str, TopicScheme], dict[str, Any]]
"""From a claim, a value as written and the store's topics to the fields it sets."""


def review(
    store: Store,
    claim_id: str,
    status: Status,
    *,
    by: str,
    at: str,
    note: str | None = None,
    settings: Iterable[str] = (),
) -> Review:
    """Keep a review of a claim and apply it; `settings` are like `stance=demands`.

    `at` is the time, an xsd:dateTime with its zone. A correction has settings, and
    nothing else has any. Raises NotFound, or BadInput naming the setting.
    """
    claim = store.claim_to_review(claim_id)
    fields = correction(claim, settings, store.curation.scheme)
    if not by.strip():
        raise BadInput("a review needs the name of the person who makes it")
    if bool(fields) is not (status is Status.CORRECTED):
        raise BadInput("set: a correction sets fields; to confirm or reject sets none")
    made = Review(
        id=_id(claim_id, by, at),
        reviewed=claim,
        status=status,
        by=by.strip(),
        at=at,
        note=note,
        correction=fields,
    )
    store.review(made)
    return made


def correction(
    claim: Claim, settings: Iterable[str], scheme: TopicScheme
) -> dict[str, Any]:
    """The fields of the claim record that settings change. Raises BadInput.

    Topics are looked up in the scheme; a name that it lacks is a topic of its own.
    """
    fields: dict[str, Any] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not value.strip():
            raise BadInput(f"set: {setting!r} sets nothing: write NAME=VALUE")
        if name.strip() not in SETTINGS:
            raise UnknownTerm("set", name.strip(), SETTINGS)
        # of the claim as it then stands: one setting builds on another
        changed = Claim.model_validate(claim.model_dump(mode="json") | fields)
        fields |= SETTINGS[name.strip()](changed, value.strip(), scheme)
    return fields


def corrections(store: Store) -> Iterator[dict[str, Any]]:
    """What reviews have found, by offsets into the articles: training data.

    One row a claim, its latest review; `claim` is the record as it should be, and
    null where the claim was rejected.
    """
    latest = {made.reviewed.id: made for made in store.reviews.all}
    for made in latest.values():
        right = None if made.status is Status.REJECTED else made.outcome()
        yield {
            "article": made.reviewed.article.id,
            "source": made.reviewed.source.spans,
            "cue": made.reviewed.cue.spans,
            "content": made.reviewed.content.spans,
            "status": made.status,
            "found": made.reviewed.model_dump(mode="json"),
            "claim": right and right.model_dump(mode="json"),
            "by": made.by,
            "at": made.at,
            "note": made.note,
        }


def _one_of(field: str, accepted: Iterable[str]) -> Setting:
    names = tuple(map(str, accepted))

    def setting(claim: Claim, value: str, _: TopicScheme) -> dict[str, Any]:
        if value not in names:
            raise UnknownTerm(field, value, names)
        return {field: value}

    return setting


def _agent(field: str) -> Setting:
    def setting(claim: Claim, value: str, _: TopicScheme) -> dict[str, Any]:
        """Another agent under this name; `none` takes an addressee or target away."""
        if value == "none" and field != "speaker":
            return {field: None}
        known: Agent | None = getattr(claim, field)
        agent = Agent(
            id=slug(value),
            name=value,
            kind=known.kind if known else AgentKind.PERSON,
            mention=known.mention if known else value,
        )
        return {field: agent.model_dump(mode="json")}

    return setting


def _speaker_kind(claim: Claim, value: str, _: TopicScheme) -> dict[str, Any]:
    if value not in set(AgentKind):
        raise UnknownTerm("speaker-kind", value, AgentKind)
    changed = claim.speaker.model_copy(update={"kind": AgentKind(value)})
    return {"speaker": changed.model_dump(mode="json")}


def _topics(_: Claim, value: str, scheme: TopicScheme) -> dict[str, Any]:
    named = [_topic(scheme, name.strip()) for name in value.split(";")]
    return {"topics": [topic.model_dump() for topic in named]}


def _topic(scheme: TopicScheme, name: str) -> Topic:
    known = scheme.named(name) or scheme.by_id.get(name)
    if known:
        return Topic(id=known.id, label=known.label)
    return Topic(id=slug(name), label=name)


def _date(claim: Claim, value: str, _: TopicScheme) -> dict[str, Any]:
    return {
        "date": {
            "text": claim.date.text,
            "edtf": value,
            "earliest": iso(first_day("date", value)),
            "latest": iso(last_day("date", value)),
            "basis": DateBasis.STATED.value,
        }
    }


SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {
        "stance": _one_of("stance", Stance),
        "polarity": _one_of("polarity", Polarity),
        "quote": _one_of("quote", QuoteType),
        "topic": _topics,
        "speaker": _agent("speaker"),
        "speaker-kind": _speaker_kind,
        "addressee": _agent("addressee"),
        "target": _agent("target"),
        "date": _date,
    }
)
"""What a reviewer can set; several topics are parted by semicolons."""


def _id(claim_id: str, by: str, at: str) -> str:
    mark = json.dumps([claim_id, by, at])
    return hashlib.sha256(mark.encode()).hexdigest()[:16]
