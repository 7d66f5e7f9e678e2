"""The network of claims as GraphML."""

from typing import IO

from graph.exports.networks import EDGE_FIELDS, NODE_FIELDS, data_type, edges, nodes
from graph.exports.selection import Selection
from graph.exports.xml_writer import XmlWriter

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def write(selection: Selection, out: IO[bytes]) -> None:
    """Write the network as GraphML."""
    xml = XmlWriter(out)
    with xml.element("graphml", xmlns=NAMESPACE):
        _keys(xml, "node", NODE_FIELDS)
        _keys(xml, "edge", EDGE_FIELDS)
        with xml.element("graph", id="claims", edgedefault="directed"):
            for id, fields in nodes(selection.claims()).items():
                with xml.element("node", id=id):
                    _data(xml, "node", fields)
            for edge in edges(selection.claims()):
                ends = {"source": edge.start, "target": edge.end}
                with xml.element("edge", id=edge.id, **ends):
                    _data(xml, "edge", edge.fields)


def _keys(xml: XmlWriter, kind: str, names: tuple[str, ...]) -> None:
    for name in names:
        given = {"id": f"{kind}-{name}", "for": kind, "attr.name": name}
        xml.leaf("key", **given, **{"attr.type": data_type(name)})


def _data(xml: XmlWriter, kind: str, fields: dict[str, str]) -> None:
    for name, value in fields.items():
        xml.leaf("data", value, key=f"{kind}-{name}")
