/** The graph as a list: every node, and under the chosen one each of its edges. */

import { byId, button, element } from "../../shared/dom";
import { claimsOf } from "../drawing/scene";
import type { Explorer, Model } from "../explorer";
import type { Edge } from "../model/edges";
import type { Key } from "../model/types";
import { counted, edgeWords, short } from "../model/words";

/** So many are listed at once; more on demand. */
const SHOWN = 100;

export function listing(explorer: Explorer): (model: Model) => void {
  const list = byId("listing");
  let most = SHOWN;
  const show = (model: Model): void => {
    const claims = claimsOf(model.edges);
    const ranked = model.view.nodes
      .map(({ key }) => key)
      .filter((key) => model.entities.has(key))
      .sort((one, other) => (claims.get(other) ?? 0) - (claims.get(one) ?? 0));
    const focused = document.activeElement?.getAttribute("data-item");
    const rows = ranked.slice(0, most).map((key) => row(key, claims.get(key) ?? 0, model, explorer));
    const rest = ranked.length - rows.length;
    if (rest > 0) {
      const more = () => {
        most += SHOWN;
        show(model);
      };
      rows.push(element("li", {}, button(`Show ${counted(Math.min(rest, SHOWN), "more", "more")}`, more, { class: "plain" })));
    }
    list.replaceChildren(...rows);
    if (focused) list.querySelector<HTMLElement>(`[data-item="${CSS.escape(focused)}"]`)?.focus();
  };
  return show;
}

function row(key: Key, claims: number, model: Model, explorer: Explorer): HTMLLIElement {
  const entity = model.entities.get(key);
  const chosen = model.view.focus?.kind === "node" && model.view.focus.key === key;
  const label = short(explorer.nameOf(key), 60);
  const mark = element("span", { class: `mark mark--${entity?.kind ?? "agent"}`, "aria-hidden": "true" });
  const kind = element("span", { class: "unseen" }, `, ${entity?.kind === "topic" ? "topic" : "actor"}, `);
  const count = element("span", { class: "amount" }, String(claims), element("span", { class: "unseen" }, " claims"));
  const choose = element(
    "button",
    { type: "button", class: "listing__node", "aria-expanded": chosen ? "true" : "false", "data-item": key },
    mark,
    element("bdi", {}, label),
    kind,
    count,
  );
  choose.addEventListener("click", () => explorer.focus(chosen ? null : { kind: "node", key }));
  const own = model.edges.filter(({ start, end }) => chosen && (start === key || end === key));
  const nested = chosen ? element("ul", {}, ...own.map((edge) => edgeRow(edge, key, explorer))) : null;
  return element("li", {}, choose, nested);
}

/** One edge of a node, as a button that shows its claims. */
export function edgeRow(edge: Edge, from: Key, explorer: Explorer): HTMLLIElement {
  const outward = edge.start === from;
  const other = short(explorer.nameOf(outward ? edge.end : edge.start), 60);
  const words = element("span", { class: "edge__words" }, edgeWords(edge));
  const name = element("bdi", { class: "edge__other" }, other);
  const arrow = element("span", { class: "edge__arrow", "aria-hidden": "true" }, outward ? "→" : "←");
  const spoken = element("span", { class: "unseen" }, outward ? "to " : "from ");
  const item = `${edge.start} ${edge.end} ${edge.stances.join()}`;
  const choose = element("button", { type: "button", class: "edge", "data-item": item }, words, arrow, spoken, name);
  choose.addEventListener("click", () => explorer.focus({ kind: "edge", start: edge.start, end: edge.end, stances: edge.stances }));
  return element("li", { "data-stance": edge.stances[0] }, choose);
}
