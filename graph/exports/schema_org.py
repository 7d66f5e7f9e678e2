"""Claims as schema.org Claim and Quotation, in one JSON-LD document.

schema.org knows no stance: it is the claim's `additionalType`, an IRI of ours.
"""

import json
import re
from typing import IO, Any

from graph.exports.selection import Selection
from graph.mapping.iris import Iris
from graph.mapping.terms import KINDS, STANCES
from ontology.claim import Agent, AgentKind, ArticleRef, Claim, QuoteType

CONTEXT = {
    "@vocab": "https://schema.org/",
    "additionalType": {"@id": "https://schema.org/additionalType", "@type": "@id"},
    "url": {"@id": "https://schema.org/url", "@type": "@id"},
}
"""Written out, not by its URL, so that a reader has nothing to fetch."""

TYPES = {kind: term.value.rpartition("/")[2] for kind, term in KINDS.items()} | {
    AgentKind.GROUP: "Organization",
    AgentKind.UNNAMED: "Person",
}


def write(selection: Selection, out: IO[bytes]) -> None:
    """Write the claims as one document, claim by claim."""
    iris = selection.store.iris
    out.write(b'{"@context": ' + _json(CONTEXT) + b',\n"@graph": [')
    for number, claim in enumerate(selection.claims()):
        out.write(b",\n" if number else b"\n")
        out.write(_json(claim_object(claim, iris)))
    out.write(b"\n]}\n")


def claim_object(claim: Claim, iris: Iris) -> dict[str, Any]:
    """A claim as a schema.org Claim that first appears in a Quotation."""
    subject = iris.claim(claim.id).value
    return {
        "@id": subject,
        "@type": "Claim",
        "additionalType": STANCES[claim.stance].value,
        "text": claim.content.text,
        "author": _agent(claim.speaker, iris),
        "claimInterpreter": {"@type": "Organization", "name": claim.extractor.name},
        "about": [_topic(topic.id, topic.label, iris) for topic in claim.topics],
        "appearance": _quotation(claim, subject, iris),
    } | _date(claim)


def _quotation(claim: Claim, subject: str, iris: Iris) -> dict[str, Any]:
    kind = "Quotation" if claim.quote is not QuoteType.INDIRECT else "CreativeWork"
    return {
        "@id": f"{subject}#quotation",
        "@type": kind,
        "text": claim.content.text,
        "creator": {"@id": iris.agent(claim.speaker.id).value},
        "isPartOf": _article(claim.article, iris),
    }


def _article(article: ArticleRef, iris: Iris) -> dict[str, Any]:
    given = {
        "@id": iris.article(article.id).value,
        "@type": "NewsArticle",
        "headline": article.title,
        "url": article.url,
        "publisher": article.publisher
        and {"@type": "Organization", "name": article.publisher},
        "datePublished": article.published,
    }
    return {name: value for name, value in given.items() if value is not None}


def _agent(agent: Agent, iris: Iris) -> dict[str, Any]:
    given = {
        "@id": iris.agent(agent.id).value,
        "@type": TYPES[agent.kind],
        "name": agent.name,
    }
    return given | ({"description": agent.role} if agent.role else {})


def _topic(id: str, label: str, iris: Iris) -> dict[str, str]:
    return {"@id": iris.topic(id).value, "@type": "DefinedTerm", "name": label}


def _date(claim: Claim) -> dict[str, str]:
    """The date, if it is one that schema.org's Date (ISO 8601) can hold."""
    edtf = claim.date.edtf or ""
    return {"dateCreated": edtf} if re.fullmatch(r"\d{4}(-\d\d){0,2}", edtf) else {}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
