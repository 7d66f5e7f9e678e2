/** The graph page: its parts, and what joins them. */

import { byId } from "../shared/dom";
import { light, scene } from "./drawing/scene";
import { Surface, type Handlers } from "./drawing/surface";
import { Explorer, type Model, type Watcher } from "./explorer";
import { exportMenu } from "./exports/menu";
import { keyboard } from "./keyboard";
import { Questions } from "./model/questions";
import { keyOf, type Key } from "./model/types";
import { edgeWords, short } from "./model/words";
import { details } from "./panels/details";
import { finder } from "./panels/finder";
import { legend } from "./panels/legend";
import { listing } from "./panels/listing";
import { timeline } from "./panels/timeline";

const page = byId("explorer");
const [notice, state, live, tip] = [byId("notice"), byId("state"), byId("live"), byId("tip")];
const [undo, redo] = [byId<HTMLButtonElement>("undo"), byId<HTMLButtonElement>("redo")];

const parts: ((model: Model) => void)[] = [];

const watcher: Watcher = {
  show(model) {
    for (const part of parts) part(model);
    performance.mark("graph shown");
    page.dataset["state"] = "ready";
    state.hidden = model.view.nodes.length > 0;
    state.textContent = "Nothing is on the screen. Find an actor or a topic above.";
  },
  say(words) {
    live.textContent = words;
  },
  warn(words) {
    notice.hidden = words === null;
    notice.textContent = words;
    if (words !== null && page.dataset["state"] === "loading") {
      page.dataset["state"] = "failed";
      state.textContent = "Nothing is on the screen. Find an actor or a topic above.";
    }
  },
  steps(canUndo, canRedo) {
    undo.disabled = !canUndo;
    redo.disabled = !canRedo;
  },
};

const explorer = new Explorer(
  new Questions(document.body.dataset["root"] ?? "", new URLSearchParams(location.search)),
  watcher,
);

const handlers: Handlers = {
  chooseNode: (key) => explorer.focus({ kind: "node", key }),
  chooseEdge: ({ start, end, stances }) => explorer.focus({ kind: "edge", start, end, stances }),
  chooseNothing: () => explorer.focus(null),
  expandNode: (key) => void explorer.expand(key),
  moveNode: (key, to) => explorer.move(key, to),
  hover: (under, at) => {
    tip.hidden = !under || !("edge" in under);
    if (!under || !("edge" in under)) return;
    const { edge, start, end } = under.edge;
    tip.textContent = `${short(start.label, 40)} → ${short(end.label, 40)}: ${edgeWords(edge)}`;
    tip.style.translate = `${Math.round(at[0])}px ${Math.round(at[1])}px`;
  },
};

const surface = new Surface(byId<HTMLCanvasElement>("canvas"), handlers);
const look = (key: Key) => surface.lookAt(key);

parts.push(
  ({ view, entities, edges, path }) => {
    const drawn = scene(view.nodes, entities, edges);
    const hops = path.length ? [keyOf((path[0] as (typeof path)[0]).start), ...path.map((hop) => keyOf(hop.end))] : [];
    surface.show(drawn, light(drawn, view.focus, hops));
  },
  legend(explorer),
  details(explorer),
  listing(explorer),
  timeline(explorer),
  finder(explorer, look),
  keyboard(explorer, surface, watcher.say),
  exportMenu(explorer, () => surface.picture(), watcher.say),
);

byId("undo").addEventListener("click", () => explorer.undo());
byId("redo").addEventListener("click", () => explorer.redo());
byId("arrange").addEventListener("click", () => void explorer.arrange());
byId("nearer").addEventListener("click", () => surface.zoom(1.3));
byId("farther").addEventListener("click", () => surface.zoom(1 / 1.3));
byId("fit").addEventListener("click", () => surface.fit());
byId("share").addEventListener("click", () => void share());

/** Copies the address, which says all of the view. */
async function share(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    watcher.say("The link is copied.");
    byId("share").textContent = "Copied";
    setTimeout(() => (byId("share").textContent = "Copy link"), 2000);
  } catch {
    watcher.warn("The link could not be copied; it is in the address bar.");
  }
}

// a phone has no room for all stances beside the drawing
if (matchMedia("(max-width: 48rem)").matches) byId<HTMLDetailsElement>("legend").open = false;

void explorer.open();
