/** The page's state: one view, what is known, and what is done to them. Every change of
 *  nodes or filters is a step of the browser's history, and so Undo is its Back. */

import { radius, claimsOf } from "./drawing/scene";
import { widthOf } from "./drawing/labels";
import { Layout, type Box, type Point } from "./layout/layout";
import { edges, filtered, type Edge } from "./model/edges";
import { among, known, NOTHING, type Knowledge } from "./model/knowledge";
import type { Questions } from "./model/questions";
import { keyOf, type Bundle, type Drawing, type EdgeKind, type Entity, type Hop, type Key, type Stance } from "./model/types";
import { EMPTY, fromFragment, toFragment, type Focus, type Placed, type View } from "./model/view";
import { counted, short } from "./model/words";

/** What every part of the page shows. */
export interface Model {
  readonly view: View;
  readonly entities: ReadonlyMap<Key, Entity>;
  /** All bundles among the nodes, and those that the filters leave. */
  readonly bundles: readonly Bundle[];
  readonly shown: readonly Bundle[];
  readonly edges: readonly Edge[];
  /** The hops of the path that is shown, if one is. */
  readonly path: readonly Hop[];
}

export interface Watcher {
  show(model: Model): void;
  /** Words for the live region. */
  say(words: string): void;
  /** Something went wrong, or is missing; null: all is well. */
  warn(words: string | null): void;
  steps(canUndo: boolean, canRedo: boolean): void;
}

type Change = Partial<View> | ((view: View) => Partial<View>);

export class Explorer {
  private view = EMPTY;
  private knowledge: Knowledge = NOTHING;
  private path: readonly Hop[] = [];
  private step = 0;
  private furthest = 0;
  private readonly layout = new Layout();

  constructor(
    readonly questions: Questions,
    private readonly watcher: Watcher,
  ) {
    addEventListener("popstate", (event) => void this.trying(() => this.returned(event.state)));
  }

  /** Opens what the address says. */
  async open(): Promise<void> {
    await this.trying(async () => {
      const told = fromFragment(location.hash);
      const drawing = await (told ? this.questions.drawing(told.nodes.map(({ key }) => key)) : this.questions.opening());
      this.knowledge = known(drawing);
      const nodes = drawing.nodes.map((node) => ({ key: keyOf(node), at: null, pinned: false }));
      const view = told ?? { ...EMPTY, nodes, ...opened(new URLSearchParams(location.search), nodes) };
      await this.settle(view);
      this.watcher.warn(missing(drawing, view));
      this.watcher.say(`${this.words()}.`);
    });
  }

  /** Adds what edges of these kinds (none: of any) join to a node. */
  async expand(key: Key, kinds: readonly EdgeKind[] = [], limit = 25): Promise<void> {
    await this.trying(async () => {
      const before = this.view.nodes.length;
      const drawing = await this.questions.expansion(key, this.keys(), kinds, limit);
      await this.grow(drawing);
      const added = this.view.nodes.length - before;
      const name = short(this.nameOf(key));
      this.watcher.say(added ? `${name}: ${counted(added, "node")} added. ${this.words()}.` : `${name} has no more to add.`);
    });
  }

  /** Brings nodes on the screen. */
  async add(keys: readonly Key[], focus: Focus | null = this.view.focus): Promise<void> {
    await this.trying(async () => {
      const drawing = await this.questions.drawing([...new Set([...this.keys(), ...keys])]);
      await this.grow(drawing, focus);
      this.watcher.say(this.words());
    });
  }

  /** The shortest path between two over the whole graph, with the claims of each hop. */
  async findPath(start: Key, end: Key): Promise<void> {
    const focus: Focus = { kind: "path", start, end };
    await this.trying(async () => {
      const hops = await this.hops(focus);
      if (!hops.length) return this.watcher.warn("No path joins these two.");
      const nodes = [start, ...hops.map((hop) => keyOf(hop.end)), end];
      await this.grow(await this.questions.drawing([...new Set([...this.keys(), ...nodes])]), focus);
      this.watcher.say(`Path of ${counted(hops.length, "hop")}.`);
    });
  }

  hide(keys: readonly Key[]): void {
    const gone = new Set(keys);
    const lost = (focus: Focus | null) =>
      focus && (focus.kind === "node" ? gone.has(focus.key) : gone.has(focus.start) || gone.has(focus.end));
    this.change(({ nodes, focus }) => ({
      nodes: nodes.filter(({ key }) => !gone.has(key)),
      focus: lost(focus) ? null : focus,
    }));
    this.watcher.say(`${counted(keys.length, "node")} hidden. ${this.words()}.`);
  }

  pin(key: Key, pinned = !this.placed(key)?.pinned): void {
    this.change(({ nodes }) => ({ nodes: nodes.map((node) => (node.key === key ? { ...node, pinned } : node)) }));
    this.watcher.say(`${short(this.nameOf(key))} ${pinned ? "pinned" : "not pinned any more"}.`);
  }

  /** Moves a node, and pins it there. */
  move(key: Key, at: Point): void {
    this.change(({ nodes }) => ({ nodes: nodes.map((node) => (node.key === key ? { key, at, pinned: true } : node)) }));
  }

  /** Lays everything out from another start; pinned nodes stay. */
  async arrange(): Promise<void> {
    const seed = this.view.seed + 1;
    const nodes = this.view.nodes.map((node) => (node.pinned ? node : { ...node, at: null }));
    await this.settle({ ...this.view, nodes, seed }, "step");
    this.watcher.say("Arranged anew.");
  }

  /** Looks at something; no step of its own. */
  focus(focus: Focus | null): void {
    if (focus?.kind !== "path") this.path = [];
    this.change({ focus }, "here");
  }

  stances(stances: readonly Stance[]): void {
    this.change({ stances });
    this.watcher.say(this.words());
  }

  /** While a window is being moved it is not in the address yet. */
  window(window: View["window"], kind: "step" | "passing" = "step"): void {
    this.change({ window }, kind);
    if (kind === "step") this.watcher.say(this.words());
  }

  undo(): void {
    if (this.step > 0) history.back();
  }

  redo(): void {
    history.forward();
  }

  nameOf(key: Key): string {
    return this.knowledge.entities.get(key)?.label ?? key;
  }

  /** What is on the screen, in words. */
  words(): string {
    const { shown, view } = this.model();
    const claims = shown.reduce((sum, bundle) => sum + bundle.claims, 0);
    return `${counted(view.nodes.length, "node")}, ${counted(claims, "link to a claim", "links to claims")}`;
  }

  private keys(): Key[] {
    return this.view.nodes.map(({ key }) => key);
  }

  private placed(key: Key): Placed | undefined {
    return this.view.nodes.find((node) => node.key === key);
  }

  private change(change: Change, kind: "step" | "here" | "passing" = "step"): void {
    this.view = { ...this.view, ...(typeof change === "function" ? change(this.view) : change) };
    if (kind !== "passing") this.record(kind);
    this.watcher.show(this.model());
  }

  /** Takes in what a drawing tells, and lays out what is new in it. */
  private async grow(drawing: Drawing, focus: Focus | null = this.view.focus): Promise<void> {
    this.knowledge = known(drawing);
    const shown = new Set(this.keys());
    const fresh = drawing.nodes.map(keyOf).filter((key) => !shown.has(key));
    const nodes = [...this.view.nodes, ...fresh.map((key) => ({ key, at: null, pinned: false }))];
    await this.settle({ ...this.view, nodes, focus }, "step");
  }

  /** Shows a view, once every node of it has a place. */
  private async settle(view: View, kind: "step" | "here" = "here"): Promise<void> {
    const nodes = view.nodes.filter(({ key }) => this.knowledge.entities.has(key));
    const bundles = among(this.knowledge, new Set(nodes.map(({ key }) => key)));
    if (view.focus?.kind === "path" && !leads(this.path, view.focus)) await this.hops(view.focus);
    const places = nodes.some(({ at }) => at === null)
      ? await this.layout.arrange(nodes, bundles, this.boxes(bundles), view.seed)
      : null;
    this.view = { ...view, nodes: places ? nodes.map((node) => ({ ...node, at: places.get(node.key) ?? null })) : nodes };
    this.record(kind);
    this.watcher.show(this.model());
  }

  /** The room that each node needs with its label. */
  private boxes(bundles: readonly Bundle[]): (key: Key) => Box {
    const claims = claimsOf(edges(bundles));
    const many = claims.size > 400;
    return (key) => {
      const size = 2 * radius(claims.get(key) ?? 0);
      const label = many ? 0 : widthOf(short(this.nameOf(key), 28), 12.5);
      return { width: Math.max(size, label) + 14, height: size + (many ? 8 : 34) };
    };
  }

  private async hops(focus: Focus & { kind: "path" }): Promise<readonly Hop[]> {
    const found = await this.questions.paths(focus.start, focus.end);
    return (this.path = found.paths[0]?.hops ?? []);
  }

  /** Back or forward: the view of that address. */
  private async returned(state: unknown): Promise<void> {
    const view = fromFragment(location.hash);
    // a link within the page, such as the one that skips to the content
    if (!view) return this.record("here");
    this.step = stepOf(state);
    const unknown = view.nodes.some(({ key }) => !this.knowledge.entities.has(key));
    if (unknown) this.knowledge = known(await this.questions.drawing(view.nodes.map(({ key }) => key)));
    if (view.focus?.kind !== "path") this.path = [];
    await this.settle(view);
    this.watcher.say(this.words());
  }

  private record(kind: "step" | "here"): void {
    if (kind === "step") {
      this.step += 1;
      this.furthest = this.step;
    } else this.step = stepOf(history.state);
    const address = `#${toFragment(this.view)}`;
    if (kind === "step") history.pushState({ step: this.step }, "", address);
    else history.replaceState({ step: this.step }, "", address);
    this.watcher.steps(this.step > 0, this.step < this.furthest);
  }

  private model(): Model {
    const { view, knowledge, path } = this;
    const bundles = among(knowledge, new Set(this.keys()));
    const shown = filtered(bundles, view);
    return { view, entities: knowledge.entities, bundles, shown, edges: edges(shown), path };
  }

  private async trying(act: () => Promise<void> | void): Promise<void> {
    try {
      this.watcher.warn(null);
      await act();
    } catch (error) {
      this.watcher.warn(error instanceof Error ? error.message : String(error));
    }
  }
}

/** Whether the hops are those of this path. */
function leads(path: readonly Hop[], { start, end }: Focus & { kind: "path" }): boolean {
  const [first, last] = [path[0], path.at(-1)];
  return first !== undefined && last !== undefined && keyOf(first.start) === start && keyOf(last.end) === end;
}

function stepOf(state: unknown): number {
  const step = (state as { step?: unknown } | null)?.step;
  return typeof step === "number" ? step : 0;
}

/** What the search that a page is opened with says of the view itself. */
function opened(asked: URLSearchParams, nodes: readonly Placed[]): Partial<View> {
  const first = nodes[0];
  return asked.has("centre") && first ? { focus: { kind: "node", key: first.key } } : {};
}

function missing(drawing: Drawing, view: View): string | null {
  if (drawing.unknown.length) return `${counted(drawing.unknown.length, "node")} of this view is not in the graph any more.`;
  return view.nodes.length ? null : "No claim matches. Find an actor or a topic above, or search the claims.";
}
