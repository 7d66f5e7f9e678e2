/** What is chosen: a node and how to expand it, an edge's claims, or a path's hops. */

import { byId, button, element } from "../../shared/dom";
import type { Explorer, Model } from "../explorer";
import { keyOf, type Key } from "../model/types";
import type { Focus } from "../model/view";
import { counted, edgeWords, short, stanceWords } from "../model/words";
import { claimItem, claimList } from "./claims";
import { expansion } from "./expansion";
import { edgeRow } from "./listing";
import { picker } from "./picker";

/** How long a window must rest until the claims in it are asked for, in milliseconds. */
const REST = 300;

export function details(explorer: Explorer): (model: Model) => void {
  const place = byId("details");
  let [shown, shownWindow] = ["", ""];
  let timer = 0;
  const render = (model: Model) => {
    const within = place.contains(document.activeElement);
    place.replaceChildren(...parts(model.view.focus, model, explorer));
    // what was pressed may be gone: the keyboard goes on from here
    if (within) place.focus({ preventScroll: true });
  };
  return (model) => {
    const { focus, window, stances, nodes } = model.view;
    const pinned = focus?.kind === "node" && nodes.find(({ key }) => key === focus.key)?.pinned;
    const now = JSON.stringify([focus, stances, nodes.length, pinned, model.path.length]);
    const nowWindow = JSON.stringify(window);
    if (now === shown && nowWindow === shownWindow) return;
    const wait = now === shown ? REST : 0;
    [shown, shownWindow] = [now, nowWindow];
    clearTimeout(timer);
    if (wait) timer = setTimeout(() => render(model), wait);
    else render(model);
  };
}

function parts(focus: Focus | null, model: Model, explorer: Explorer): HTMLElement[] {
  if (!focus) return overview(model, explorer);
  if (focus.kind === "node") return ofNode(focus.key, model, explorer);
  return focus.kind === "edge" ? ofEdge(focus, model, explorer) : ofPath(focus, model, explorer);
}

function overview(model: Model, explorer: Explorer): HTMLElement[] {
  const actors = model.view.nodes.filter(({ key }) => key.startsWith("agent:")).length;
  const topics = model.view.nodes.length - actors;
  const claims = model.shown.reduce((sum, bundle) => sum + bundle.claims, 0);
  const words = `${counted(actors, "actor")}, ${counted(topics, "topic")}, ${counted(claims, "link to a claim", "links to claims")}.`;
  return [
    element("h2", {}, "What is here"),
    element("p", {}, `${words} Choose a node or an edge to see the claims behind it.`),
    pathForm(null, explorer),
  ];
}

function heading(explorer: Explorer, ...children: (Node | string)[]): HTMLElement {
  const close = button("×", () => explorer.focus(null), { class: "close", "aria-label": "Close these details" });
  return element("div", { class: "details__head" }, element("h2", {}, ...children), close);
}

function name(key: Key, explorer: Explorer): HTMLElement {
  return element("bdi", {}, short(explorer.nameOf(key), 120));
}

function ofNode(key: Key, model: Model, explorer: Explorer): HTMLElement[] {
  const own = model.edges.filter(({ start, end }) => start === key || end === key);
  const near = new Set(own.flatMap(({ start, end }) => [start, end]));
  const claims = own.reduce((sum, edge) => sum + edge.claims, 0);
  const pinned = model.view.nodes.find((node) => node.key === key)?.pinned ?? false;
  const kind = key.startsWith("topic:") ? "Topic" : "Actor";
  const others = () => model.view.nodes.map((node) => node.key).filter((each) => each !== key && !near.has(each));
  return [
    heading(explorer, name(key, explorer)),
    element(
      "p",
      {},
      `${kind}, joined to ${counted(Math.max(0, near.size - 1), "other")} here by ${counted(claims, "link to a claim", "links to claims")}. `,
      element("a", { href: explorer.questions.pageOf(key) }, "Its page"),
    ),
    element(
      "div",
      { class: "buttons" },
      button(pinned ? "Unpin" : "Pin", () => explorer.pin(key)),
      button("Hide", () => explorer.hide([key])),
      button("Hide all but its neighbours", () => explorer.hide(others())),
    ),
    expansion(key, explorer),
    pathForm(key, explorer),
  ];
}

function ofEdge(focus: Focus & { kind: "edge" }, model: Model, explorer: Explorer): HTMLElement[] {
  const between = model.edges.filter(({ start, end }) => start === focus.start && end === focus.end);
  const same = (edge: { stances: readonly string[] }) => edge.stances.join() === focus.stances.join();
  const chosen = between.find(same);
  const rest = between.filter((edge) => !same(edge));
  const title = heading(
    explorer,
    name(focus.start, explorer),
    element("span", { class: "taken", "data-stance": focus.stances[0] }, ` ${stanceWords(focus.stances)} `),
    name(focus.end, explorer),
  );
  const found = [title, element("p", {}, chosen ? edgeWords(chosen) : "No claim is left by the filters.")];
  found.push(claimList(explorer, focus, model.view.window));
  if (rest.length) {
    found.push(element("h3", {}, "Also between these two"));
    found.push(element("ul", { class: "edges" }, ...rest.map((edge) => edgeRow(edge, focus.start, explorer))));
  }
  return found;
}

function ofPath(focus: Focus & { kind: "path" }, { path }: Model, explorer: Explorer): HTMLElement[] {
  const hops = path.map((hop) => {
    const [start, end] = [keyOf(hop.start), keyOf(hop.end)];
    const all = hop.total > 1 ? element("p", { class: "evidence__state" }, `the newest of ${hop.total}`) : null;
    const claim = hop.claims[0];
    const proof = claim ? element("ul", { class: "evidence" }, claimItem(claim, explorer)) : null;
    return element("li", {}, element("p", {}, name(start, explorer), " — ", name(end, explorer)), proof, all);
  });
  return [
    heading(explorer, "Path from ", name(focus.start, explorer), " to ", name(focus.end, explorer)),
    element("p", {}, `${counted(path.length, "hop")}, each with a claim that proves it.`),
    element("ol", { class: "route" }, ...hops),
  ];
}

/** Two ends, of which one may be given, and a button that finds the path. */
function pathForm(start: Key | null, explorer: Explorer): HTMLElement {
  const ends = { start, end: null as Key | null };
  const find = button("Find path", () => {
    if (ends.start && ends.end) void explorer.findPath(ends.start, ends.end);
  });
  find.disabled = true;
  const chosen = (end: "start" | "end") => (key: Key | null) => {
    ends[end] = key;
    find.disabled = !ends.start || !ends.end;
  };
  const fields = [start ? null : picker("Path from", explorer, chosen("start")), picker(start ? "Path to" : "to", explorer, chosen("end"))];
  return element("div", { class: "path-form", role: "group", "aria-label": "Path" }, ...fields, find);
}
