/** The stances on the screen with their lines and counts; each can be switched off. */

import { byId, element, svg } from "../../shared/dom";
import type { Explorer, Model } from "../explorer";
import { STANCES, type Stance } from "../model/types";
import { SYMBOLS } from "../model/words";

export function legend(explorer: Explorer): (model: Model) => void {
  const list = byId("legend-list");
  const all = byId<HTMLButtonElement>("all-stances");
  all.addEventListener("click", () => explorer.stances([]));
  let listed = "";
  return ({ view, bundles }) => {
    const counts = new Map<Stance, number>();
    for (const { stance, claims } of bundles) counts.set(stance, (counts.get(stance) ?? 0) + claims);
    const present = STANCES.filter((stance) => counts.has(stance));
    all.disabled = view.stances.length === 0;
    const chosen = view.stances.length ? view.stances : present;
    const now = JSON.stringify([present.map((stance) => [stance, counts.get(stance)]), chosen]);
    // made anew only where it changes: a checkbox in use keeps its focus
    if (now === listed) return;
    listed = now;
    const focused = document.activeElement?.id;
    list.replaceChildren(...present.map((stance) => row(stance, counts.get(stance) ?? 0, chosen, present, explorer)));
    if (focused?.startsWith("stance-")) document.getElementById(focused)?.focus();
  };
}

function row(
  stance: Stance,
  claims: number,
  chosen: readonly Stance[],
  present: readonly Stance[],
  explorer: Explorer,
): HTMLLIElement {
  const box = element("input", { type: "checkbox", id: `stance-${stance}`, checked: chosen.includes(stance) });
  box.addEventListener("change", () => {
    const left = present.filter((each) => (each === stance ? box.checked : chosen.includes(each)));
    explorer.stances(left.length === present.length ? [] : left);
  });
  const words = element("span", { class: "stances__name" }, stance);
  const label = element("label", { for: box.id }, sample(stance), words, element("span", { class: "amount" }, String(claims)));
  return element("li", { "data-stance": stance }, box, label);
}

/** A piece of the stance's line with its symbol. */
export function sample(stance: Stance): SVGSVGElement {
  const line = svg("line", { x1: 0, y1: 7, x2: 44, y2: 7, class: "sample__line" });
  const symbol = svg("text", { x: 22, y: 7, class: "sample__symbol" }, SYMBOLS[stance]);
  return svg("svg", { class: "sample", viewBox: "0 0 44 14", "aria-hidden": "true", "data-stance": stance }, line, symbol);
}
