"""The network of claims as GEXF 1.3; an edge lasts from its earliest to latest date."""

from typing import IO

from graph.exports.networks import (
    EDGE_FIELDS,
    NODE_FIELDS,
    Edge,
    data_type,
    edges,
    nodes,
)
from graph.exports.selection import Selection
from graph.exports.xml_writer import XmlWriter

NAMESPACE = "http://gexf.net/1.3"

GRAPH = {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"}


def write(selection: Selection, out: IO[bytes]) -> None:
    """Write the network as GEXF."""
    xml = XmlWriter(out)
    root = xml.element("gexf", xmlns=NAMESPACE, version="1.3")
    with root, xml.element("graph", **GRAPH):
        _attributes(xml, "node", NODE_FIELDS[1:])  # a label is no attribute in GEXF
        _attributes(xml, "edge", EDGE_FIELDS)
        with xml.element("nodes"):
            for id, fields in nodes(selection.claims()).items():
                with xml.element("node", id=id, label=fields["label"]):
                    _values(xml, {"kind": fields["kind"]})
        with xml.element("edges"):
            for edge in edges(selection.claims()):
                with xml.element("edge", **_edge(edge)):
                    _values(xml, edge.fields)


def _attributes(xml: XmlWriter, kind: str, names: tuple[str, ...]) -> None:
    with xml.element("attributes", **{"class": kind}):
        for name in names:
            xml.leaf("attribute", id=name, title=name, type=data_type(name))


def _edge(edge: Edge) -> dict[str, str]:
    given = {"id": edge.id, "source": edge.start, "target": edge.end}
    for name, field in (("start", "earliest"), ("end", "latest")):
        if field in edge.fields:
            given[name] = edge.fields[field]
    return given | {"label": edge.fields["stance"]}


def _values(xml: XmlWriter, fields: dict[str, str]) -> None:
    with xml.element("attvalues"):
        for name, value in fields.items():
            xml.leaf("attvalue", **{"for": name, "value": value})
