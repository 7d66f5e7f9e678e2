"""Claims as event records of PLOVER (Political Language Ontology for Verifiable Event
Records, Open Event Data Alliance, revision of 2021), as JSON Lines.

The event type is computed from stance, polarity and topic, the auxiliaries from the
modality. `expects` and `asserts` have no type there, since PLOVER codes acts and not
plain statements: such claims are written with the type null.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import IO, Any

from graph.exports.selection import Selection
from ontology.claim import Agent, Claim, Modality
from ontology.stances import Polarity, Stance
from ontology.topics import TopicScheme, load

EVENTS: Mapping[Stance, str] = MappingProxyType(
    {
        Stance.DEMANDS: "REQUEST",
        Stance.PROPOSES: "CONSULT",
        Stance.ASKS: "CONSULT",
        Stance.SEEKS: "AGREE",
        Stance.PROMISES: "AGREE",
        Stance.ACCEPTS: "AGREE",
        Stance.SUPPORTS: "SUPPORT",
        Stance.OPPOSES: "REJECT",
        Stance.ACCUSES: "ACCUSE",
        Stance.THREATENS: "THREATEN",
        Stance.WARNS: "THREATEN",
        Stance.DENIES: "REJECT",
        Stance.DOUBTS: "ACCUSE",
    }
)
"""Before 2021 REQUEST was called DEMAND, and ACCUSE was DISAPPROVE."""

YIELDING = frozenset(
    {"ceasefire", "troop-withdrawal", "prisoners", "hostages", "territory", "sanctions"}
)
"""Topics on which to accept is to CONCEDE and a demand asks to yield."""

ASSISTING = frozenset(
    {"humanitarian-aid", "arms-supplies", "aid", "intelligence-sharing"}
)
MEETING = frozenset({"peace-talks", "mediation", "diplomacy"})

MODES = (
    ("yield", YIELDING),
    ("assist", ASSISTING),
    ("meet", MEETING),
)
"""Modes of REQUEST and REJECT by topic, wider ones too; `change` where none fits."""

CONTEXTS = (
    ("territory", {"territory"}),
    ("cbrn", {"nuclear-weapons", "nuclear-energy"}),
    ("peacekeeping", {"peacekeeping"}),
    ("military", {"war", "security"}),
    ("diplomatic", {"peace", "diplomacy"}),
    ("reparations", {"reparations"}),
    ("human rights", {"human-rights"}),
    ("migration", {"immigration", "refugees"}),
    ("election", {"elections"}),
    ("legal", {"justice"}),
    ("economic", {"economy", "energy"}),
    ("environment", {"environment"}),
    ("health", {"health"}),
)
"""Contexts by topic, wider ones too; a claim has all that fit."""

AUXILIARIES = {
    Modality.CONDITIONAL: "hypothetical",
    Modality.FUTURE: "future",
    Modality.NEGATED: "negation",
}


def write(selection: Selection, out: IO[bytes]) -> None:
    """Write one event record a claim, each on its line."""
    scheme = load()
    for claim in selection.claims():
        line = json.dumps(event(claim, scheme), ensure_ascii=False)
        out.write(line.encode() + b"\n")


def event(claim: Claim, scheme: TopicScheme) -> dict[str, Any]:
    """A claim as an event record; the target, else the addressee, is recipient."""
    topics = {wide for topic in claim.topics for wide in scheme.wider(topic.id)}
    type = event_type(claim, topics)
    return {
        "id": claim.id,
        "date": claim.date.earliest,
        "date_raw": claim.date.text,
        "date_resolved": [claim.date.earliest, claim.date.latest],
        "event_type": type,
        "event_mode": mode(type, topics),
        "event_context": [name for name, ids in CONTEXTS if ids & topics],
        "auxiliary": [AUXILIARIES[modality] for modality in claim.modality],
        "actor": _agents(claim.speaker),
        "recipient": _agents(claim.target or claim.addressee),
        "event_text": claim.content.text,
        "source": claim.article.url or claim.article.source,
        "publisher": claim.article.publisher,
        "qa_score": claim.confidence,
        "coder": f"{claim.extractor.name} {claim.extractor.version}",
    }


def event_type(claim: Claim, topics: set[str]) -> str | None:
    """The event type of a claim about these topics and wider ones; None of a statement.

    A proposal of one's own course is consent to it, and so is AGREE, unless it is
    about talks; accepting what one would have to give up is CONCEDE.
    """
    if claim.stance is Stance.ACCEPTS and YIELDING & topics:
        return "CONCEDE"
    if claim.stance is Stance.PROPOSES and not MEETING & topics:
        return "AGREE" if claim.polarity is Polarity.FOR else "CONSULT"
    return EVENTS.get(claim.stance)


def mode(type: str | None, topics: set[str]) -> str | None:
    """The mode of an event type about these topics; None where it has none."""
    if type == "ACCUSE":
        return "disapprove"
    if type not in ("REQUEST", "REJECT"):
        return None
    return next((name for name, ids in MODES if ids & topics), "change")


def _agents(agent: Agent | None) -> list[dict[str, Any]]:
    if agent is None:
        return []
    principals = [principal.name for principal in agent.represents]
    return [{"name": agent.name, "kind": agent.kind, "represents": principals}]
