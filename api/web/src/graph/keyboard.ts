/** Keys on the drawing: from node to node by direction, and what buttons do too. */

import type { Surface } from "./drawing/surface";
import { claimsOf } from "./drawing/scene";
import type { Explorer, Model } from "./explorer";
import type { Key } from "./model/types";
import { edgeWords, short } from "./model/words";

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How far Shift and an arrow key move the view, in pixels. */
const PAN = 60;

export function keyboard(explorer: Explorer, surface: Surface, say: (words: string) => void): (model: Model) => void {
  let model: Model | null = null;
  surface.canvas.addEventListener("keydown", (event) => {
    if (!model || event.ctrlKey || event.metaKey || event.altKey) return;
    const focus = model.view.focus;
    const key = focus?.kind === "node" ? focus.key : null;
    const direction = DIRECTIONS[event.key];
    if (direction && event.shiftKey) surface.pan(-direction[0] * PAN, -direction[1] * PAN);
    else if (direction) go(key ? nearest(model, key, direction) : heaviest(model));
    else if (event.key === "+" || event.key === "=") surface.zoom(1.25);
    else if (event.key === "-") surface.zoom(0.8);
    else if (event.key === "0") surface.fit();
    else if (event.key === "Escape") explorer.focus(null);
    else if (key && event.key === "Enter") void explorer.expand(key);
    else if (key && event.key === "Delete") explorer.hide([key]);
    else if (key && event.key.toLowerCase() === "p") explorer.pin(key);
    else return;
    event.preventDefault();
  });
  const go = (key: Key | null) => {
    if (!key || !model) return;
    explorer.focus({ kind: "node", key });
    const own = model.edges.filter(({ start, end }) => start === key || end === key);
    const first = own[0] ? `, the first: ${edgeWords(own[0])}` : "";
    say(`${short(explorer.nameOf(key), 60)}, ${own.length} edges${first}`);
  };
  return (now) => {
    model = now;
  };
}

/** The nearest node in a direction, what lies aside counting as farther. */
function nearest({ view }: Model, key: Key, [dx, dy]: readonly [number, number]): Key | null {
  const from = view.nodes.find((node) => node.key === key)?.at;
  if (!from) return null;
  let found: Key | null = null;
  let least = Infinity;
  for (const { key: other, at } of view.nodes) {
    if (!at || other === key) continue;
    const [x, y] = [at[0] - from[0], at[1] - from[1]];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along > 0 && along + 2.5 * aside < least) [found, least] = [other, along + 2.5 * aside];
  }
  return found;
}

function heaviest({ view, edges }: Model): Key | null {
  const claims = claimsOf(edges);
  const ranked = [...view.nodes].sort((one, other) => (claims.get(other.key) ?? 0) - (claims.get(one.key) ?? 0));
  return ranked[0]?.key ?? null;
}
