"""Agents and topics joined by claims, as GraphML and as GEXF with dates.

Nodes are `agent/ID` and `topic/ID`; each claim is an edge from its speaker to each
topic, to its addressee and to its target. The claims are gone through twice, so that
only the nodes are held in memory.
"""

from collections.abc import Iterator
from typing import IO, NamedTuple
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from graph.exports.selection import Selection
from ontology.claim import Claim

NODE_FIELDS = ("label", "kind")
EDGE_FIELDS = (
    "role",
    "stance",
    "polarity",
    "content",
    "quote",
    "earliest",
    "latest",
    "confidence",
    "claim",
    "article",
)


class Edge(NamedTuple):
    """One end of a claim: who says it, and to what or whom it leads."""

    id: str
    start: str
    end: str
    fields: dict[str, str]


def nodes(claims: Iterator[Claim]) -> dict[str, dict[str, str]]:
    """The nodes of claims by their names, with their fields."""
    found: dict[str, dict[str, str]] = {}
    for claim in claims:
        for agent in (claim.speaker, claim.addressee, claim.target):
            if agent:
                fields = {"label": agent.name, "kind": agent.kind.value}
                found.setdefault(f"agent/{agent.id}", fields)
        for topic in claim.topics:
            fields = {"label": topic.label, "kind": "topic"}
            found.setdefault(f"topic/{topic.id}", fields)
    return found


def edges(claim: Claim) -> Iterator[Edge]:
    """The edges of a claim."""
    start = f"agent/{claim.speaker.id}"
    ends = [("topic", f"topic/{topic.id}") for topic in claim.topics]
    for role, agent in (("addressee", claim.addressee), ("target", claim.target)):
        if agent:
            ends.append((role, f"agent/{agent.id}"))
    for number, (role, end) in enumerate(ends):
        yield Edge(f"{claim.id}/{number}", start, end, _fields(claim, role))


def _fields(claim: Claim, role: str) -> dict[str, str]:
    given = {
        "role": role,
        "stance": claim.stance.value,
        "polarity": claim.polarity.value,
        "content": claim.content.text,
        "quote": claim.quote.value,
        "earliest": claim.date.earliest,
        "latest": claim.date.latest,
        "confidence": str(claim.confidence),
        "claim": claim.id,
        "article": claim.article.id,
    }
    return {name: value for name, value in given.items() if value is not None}


class _Xml:
    """An XML document written as it comes."""

    def __init__(self, out: IO[bytes]) -> None:
        self._writer = XMLGenerator(out, encoding="utf-8", short_empty_elements=True)
        self._writer.startDocument()

    def start(self, name: str, **attributes: str) -> None:
        self._writer.startElement(name, _attributes(attributes))

    def end(self, *names: str) -> None:
        for name in names:
            self._writer.endElement(name)
            self._writer.ignorableWhitespace("\n")

    def element(self, name: str, text: str = "", **attributes: str) -> None:
        self.start(name, **attributes)
        if text:
            self._writer.characters(printable(text))
        self.end(name)


def _attributes(given: dict[str, str]) -> "AttributesImpl":
    plain = {name.rstrip("_"): printable(value) for name, value in given.items()}
    return AttributesImpl(plain)


def printable(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold; U+FFFD stands in.

    >>> printable("a\\x00b")
    'a\\ufffdb'
    """
    return "".join(char if _allowed(ord(char)) else "\ufffd" for char in text)


def _allowed(code: int) -> bool:
    return code in (9, 10, 13) or (code >= 32 and code not in (0xFFFE, 0xFFFF))


def write_graphml(selection: Selection, out: IO[bytes]) -> None:
    """Write the network as GraphML."""
    xml = _Xml(out)
    xml.start("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for kind, names in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        for name in names:
            given = {"id": f"{kind}-{name}", "for": kind, "attr.name": name}
            number = name == "confidence"
            xml.element(
                "key", **given, **{"attr.type": "double" if number else "string"}
            )
    xml.start("graph", id="claims", edgedefault="directed")
    for id, fields in nodes(selection.claims()).items():
        xml.start("node", id=id)
        _data(xml, "node", fields)
        xml.end("node")
    for claim in selection.claims():
        for edge in edges(claim):
            xml.start("edge", id=edge.id, source=edge.start, target=edge.end)
            _data(xml, "edge", edge.fields)
            xml.end("edge")
    xml.end("graph", "graphml")


def _data(xml: _Xml, kind: str, fields: dict[str, str]) -> None:
    for name, value in fields.items():
        xml.element("data", value, key=f"{kind}-{name}")


def write_gexf(selection: Selection, out: IO[bytes]) -> None:
    """Write the network as GEXF 1.3; an edge lasts from its earliest to latest date."""
    xml = _Xml(out)
    xml.start("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    xml.start("graph", defaultedgetype="directed", mode="dynamic", timeformat="date")
    for kind, names in (("node", NODE_FIELDS[1:]), ("edge", EDGE_FIELDS)):
        xml.start("attributes", **{"class": kind})
        for name in names:
            number = name == "confidence"
            xml.element(
                "attribute", id=name, title=name, type="double" if number else "string"
            )
        xml.end("attributes")
    xml.start("nodes")
    for id, fields in nodes(selection.claims()).items():
        xml.start("node", id=id, label=fields["label"])
        _values(xml, {"kind": fields["kind"]})
        xml.end("node")
    xml.end("nodes")
    xml.start("edges")
    for claim in selection.claims():
        for edge in edges(claim):
            xml.start("edge", **_gexf_edge(edge))
            _values(xml, edge.fields)
            xml.end("edge")
    xml.end("edges", "graph", "gexf")


def _gexf_edge(edge: Edge) -> dict[str, str]:
    given = {"id": edge.id, "source": edge.start, "target": edge.end}
    for name, field in (("start", "earliest"), ("end", "latest")):
        if field in edge.fields:
            given[name] = edge.fields[field]
    return given | {"label": edge.fields["stance"]}


def _values(xml: _Xml, fields: dict[str, str]) -> None:
    xml.start("attvalues")
    for name, value in fields.items():
        xml.element("attvalue", **{"for": name, "value": value})
    xml.end("attvalues")
