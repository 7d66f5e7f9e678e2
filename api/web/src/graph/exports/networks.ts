/** The current view as GEXF 1.3, as GraphML and as CSV: nodes, and edges with their counts. */

import type { Scene, SceneEdge } from "../drawing/scene";
import { Xml } from "./xml";

/** The fields of an edge, in the order of the columns. */
function fields({ edge, start, end }: SceneEdge): Record<string, string> {
  return {
    source: edge.start,
    source_label: start.label,
    target: edge.end,
    target_label: end.label,
    stances: edge.stances.join(" "),
    claims: String(edge.claims),
    first: edge.first ?? "",
    last: edge.last ?? "",
  };
}

const NUMBERS = new Set(["claims"]);

export function gexf({ nodes, edges }: Scene): string {
  const xml = new Xml("http://gexf.net/1.3", "gexf", { version: "1.3" });
  const graph = xml.add(xml.root, "graph", { defaultedgetype: "directed", mode: "dynamic", timeformat: "date" });
  declare(xml, graph, "node", ["kind", "x", "y"]);
  declare(xml, graph, "edge", ["stances", "claims", "first", "last"]);
  const listed = xml.add(graph, "nodes");
  for (const { key, label, kind, at } of nodes) {
    const values = { kind, x: at[0].toFixed(1), y: at[1].toFixed(1) };
    assign(xml, xml.add(listed, "node", { id: key, label }), values);
  }
  const drawn = xml.add(graph, "edges");
  edges.forEach((each, place) => {
    const { source, target, stances = "", claims = "", first = "", last = "" } = fields(each);
    const ends = { id: place, source, target, label: stances, weight: claims, start: first || null, end: last || null };
    assign(xml, xml.add(drawn, "edge", ends), { stances, claims, first, last });
  });
  return xml.text();
}

function declare(xml: Xml, graph: Element, kind: string, names: readonly string[]): void {
  const listed = xml.add(graph, "attributes", { class: kind });
  for (const id of names) {
    const type = NUMBERS.has(id) ? "integer" : id.length === 1 ? "float" : "string";
    xml.add(listed, "attribute", { id, title: id, type });
  }
}

function assign(xml: Xml, parent: Element, values: Readonly<Record<string, string>>): void {
  const listed = xml.add(parent, "attvalues");
  for (const [name, value] of Object.entries(values)) if (value) xml.add(listed, "attvalue", { for: name, value });
}

export function graphml({ nodes, edges }: Scene): string {
  const xml = new Xml("http://graphml.graphdrawing.org/xmlns", "graphml", {});
  for (const [kind, names] of [["node", ["label", "kind", "x", "y"]], ["edge", ["stances", "claims", "first", "last"]]] as const) {
    for (const name of names) {
      const type = NUMBERS.has(name) ? "int" : name.length === 1 ? "double" : "string";
      xml.add(xml.root, "key", { id: `${kind}-${name}`, for: kind, "attr.name": name, "attr.type": type });
    }
  }
  const graph = xml.add(xml.root, "graph", { id: "view", edgedefault: "directed" });
  for (const { key, label, kind, at } of nodes) {
    const values = { label, kind, x: at[0].toFixed(1), y: at[1].toFixed(1) };
    data(xml, xml.add(graph, "node", { id: key }), "node", values);
  }
  edges.forEach((each, place) => {
    const { source, target, stances = "", claims = "", first = "", last = "" } = fields(each);
    data(xml, xml.add(graph, "edge", { id: `e${place}`, source, target }), "edge", { stances, claims, first, last });
  });
  return xml.text();
}

function data(xml: Xml, parent: Element, kind: string, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) if (value) xml.add(parent, "data", { key: `${kind}-${name}` }, value);
}

/** One row an edge. With a byte-order mark, by which spreadsheets know it is UTF-8. */
export function csv({ edges }: Scene): string {
  const rows = edges.map(fields);
  const names = ["source", "source_label", "target", "target_label", "stances", "claims", "first", "last"];
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))];
  return `\ufeff${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A value in quotation marks; one that a spreadsheet would take for a formula gets an apostrophe. */
export function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
