/** The current view as one HTML file that needs nothing else: the drawing, of which each
 *  edge leads to its claims below. It has no script, and forbids itself to fetch. */

import { element, svg } from "../../shared/dom";
import { curveOf } from "../drawing/geometry";
import type { Picture } from "../drawing/paint";
import type { SceneEdge } from "../drawing/scene";
import type { Explorer } from "../explorer";
import type { Claim } from "../model/types";
import type { View } from "../model/view";
import { edgeWords, short } from "../model/words";
import { svgElement } from "./picture";

/** So many edges bring their claims, the heaviest first, and so many claims each. */
const MOST_EDGES = 80;
const MOST_CLAIMS = 5;

/** Questions to the server at once. */
const AT_ONCE = 4;

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 74rem; margin: 1rem auto; padding: 0 1rem; color: #1d1f21; background: #fbfaf7; overflow-wrap: anywhere }
svg { width: 100%; height: auto; border: 1px solid #dedad1; border-radius: 6px }
svg a path { stroke: transparent; fill: none; stroke-width: 14; cursor: pointer }
svg a:hover path, svg a:focus path { stroke: #14524a44 }
section { border-top: 1px solid #dedad1 } section:target { background: #fff0b8 }
h2 { font-size: 1.05rem; margin: .8rem 0 .2rem } li { margin: .3rem 0 } .when { color: #5b6168 }`;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export async function page(picture: Picture, view: View, explorer: Explorer): Promise<string> {
  const made = document.implementation.createHTMLDocument("On the Record: a view of the graph");
  const drawing = svgElement(picture);
  picture.scene.edges.forEach((each, place) => drawing.append(link(each, place, picture)));
  const told = await inTurn(picture.scene.edges.slice(0, MOST_EDGES), async ({ edge }) => {
    const found = await explorer.questions.claims(edge.start, edge.end, edge.stances, view.window, null, MOST_CLAIMS);
    return found.claims;
  });
  const sections = picture.scene.edges.map((each, place) => section(each, place, told[place] ?? []));
  made.documentElement.lang = "en";
  made.head.prepend(
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
  );
  const live = element("a", { href: location.href }, "live view");
  const about = element("p", {}, `${explorer.words()}. Choose an edge to see its claims. `, live);
  made.body.append(element("h1", {}, "On the Record: a view of the graph"), about, drawing, ...sections);
  // put in as text: this page's own policy would complain of a style element
  const written = made.documentElement.outerHTML.replace("</head>", `<style>${STYLE}</style></head>`);
  return `<!doctype html>\n${written}\n`;
}

/** A broad line over an edge that leads to its claims. */
function link(each: SceneEdge, place: number, { camera }: Picture): SVGAElement {
  const { x1, y1, cx, cy, x2, y2 } = curveOf(each, camera);
  const path = svg("path", { d: `M${x1} ${y1}Q${cx} ${cy} ${x2} ${y2}` });
  return svg("a", { href: `#edge-${place}` }, svg("title", {}, title(each)), path);
}

function title({ edge, start, end }: SceneEdge): string {
  return `${start.label} → ${end.label}: ${edgeWords(edge)}`;
}

function section(each: SceneEdge, place: number, claims: readonly Claim[]): HTMLElement {
  const items = claims.map((claim) =>
    element("li", {}, element("bdi", {}, short(claim.content.text, 400)), element("span", { class: "when" }, ` ${origin(claim)}`)),
  );
  return element("section", { id: `edge-${place}` }, element("h2", {}, element("bdi", {}, title(each))), element("ul", {}, ...items));
}

function origin(claim: Claim): string {
  const where = short(claim.article.publisher ?? claim.article.title ?? claim.article.source, 80);
  return `(${claim.date.edtf ?? "no date"}, ${where})`;
}

/** The answers in order, a few questions at a time. */
async function inTurn<Item, Answer>(items: readonly Item[], ask: (item: Item) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    answers.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(ask))));
  }
  return answers;
}
