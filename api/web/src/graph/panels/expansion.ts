/** What a node could be expanded by: kinds of edges with their counts, and a limit. */

import { button, element } from "../../shared/dom";
import type { Explorer } from "../explorer";
import type { EdgeCount, EdgeKind, Key } from "../model/types";
import { counted } from "../model/words";
import { sample } from "./legend";

const LIMITS = [10, 25, 50, 100];

const ROLES: Readonly<Record<string, string>> = {
  "topic out": "what it speaks about",
  "topic in": "who speaks about it",
  "addressee out": "whom it speaks to",
  "addressee in": "who speaks to it",
  "target out": "whom it aims at",
  "target in": "who aims at it",
};

export function expansion(key: Key, explorer: Explorer): HTMLElement {
  const place = element("div", { class: "expansion__kinds" }, "Counting…");
  const limit = element("select", { id: "limit" }, ...LIMITS.map((most) => element("option", { value: most, selected: most === 25 }, String(most))));
  const chosen = (): EdgeKind[] =>
    [...place.querySelectorAll<HTMLInputElement>("input:checked")].map((box) => JSON.parse(box.value) as EdgeKind);
  const add = button("Add neighbours", () => void explorer.expand(key, chosen(), Number(limit.value)), { class: "strong" });
  const most = element("label", {}, "at most ", limit);
  void explorer.questions.edges(key).then(
    (counts) => place.replaceChildren(...groups(counts)),
    () => place.replaceChildren("The counts did not come; neighbours can be added all the same."),
  );
  return element("div", { class: "expansion", role: "group", "aria-label": "Expand" }, element("h3", {}, "Expand"), place, add, most);
}

/** By role, and within it the stances. None chosen means all. */
function groups(counts: readonly EdgeCount[]): HTMLElement[] {
  const byRole = new Map<string, EdgeCount[]>();
  for (const count of counts) {
    const role = `${count.kind.role} ${count.kind.way}`;
    byRole.set(role, [...(byRole.get(role) ?? []), count]);
  }
  const found = [...byRole].map(([role, several], place) => {
    const claims = several.reduce((sum, each) => sum + each.claims, 0);
    const title = element("summary", {}, `${ROLES[role] ?? role} `, element("span", { class: "amount" }, counted(claims, "claim")));
    return element("details", { open: place === 0 }, title, element("ul", {}, ...several.map(row)));
  });
  return found.length ? found : [element("p", {}, "No claim joins it to anything.")];
}

function row({ kind, nodes, claims }: EdgeCount): HTMLLIElement {
  const box = element("input", { type: "checkbox", value: JSON.stringify(kind) });
  const words = `${kind.stance} `;
  const count = element("span", { class: "amount" }, `${counted(nodes, "other")}, ${counted(claims, "claim")}`);
  return element("li", { "data-stance": kind.stance }, element("label", {}, box, sample(kind.stance), words, count));
}
