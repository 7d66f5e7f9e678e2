/** A scene drawn with a pen: edges, nodes above them, words above all. */

import type { Point } from "../layout/layout";
import { stanceWords, SYMBOLS } from "../model/words";
import { toScreen, type Camera } from "./camera";
import { ARROW, arrow, curveOf, middle, sizeOf } from "./geometry";
import { Room, widthOf } from "./labels";
import type { Curve, Pen } from "./pen";
import type { Light, Scene, SceneEdge, SceneNode } from "./scene";
import type { Theme } from "./theme";

export interface Picture {
  readonly scene: Scene;
  readonly camera: Camera;
  readonly light: Light | null;
  readonly theme: Theme;
  /** While it moves: no dashes, arrows and words on edges if there are many. */
  readonly moving: boolean;
}

/** Alpha of what stands back. */
const DIM = 0.13;

/** Above so many edges a moving picture is drawn without details. */
const MANY = 300;

/** Up to so many edges all of them are labelled where there is room. */
const FEW = 160;

export function paint(picture: Picture, pen: Pen): void {
  const { scene, camera } = picture;
  const seen = scene.edges.flatMap((each) => {
    const curve = curveOf(each, camera);
    return inView(curve, camera) ? [{ each, curve }] : [];
  });
  if (picture.moving && seen.length > MANY) paintLightly(seen, picture, pen);
  else for (const { each, curve } of inOrder(seen, picture.light)) paintEdge(each, curve, picture, pen);
  const nodes = scene.nodes.filter((node) => isNear(toScreen(camera, node.at), camera));
  for (const node of nodes) paintNode(node, picture, pen);
  paintWords(nodes, seen, picture, pen);
}

interface Seen {
  readonly each: SceneEdge;
  readonly curve: Curve;
}

/** What is lit comes last, and so lies above the rest. */
function inOrder(seen: readonly Seen[], light: Light | null): readonly Seen[] {
  if (!light) return seen;
  const lit = (one: Seen) => Number(light.edges.has(one.each.edge));
  return [...seen].sort((one, other) => lit(one) - lit(other));
}

function paintLightly(seen: readonly Seen[], { theme, light }: Picture, pen: Pen): void {
  const groups = new Map<string, Curve[]>();
  for (const { each, curve } of seen) {
    const colour = theme.stances[each.edge.stances[0] ?? "asserts"].colour;
    groups.set(colour, [...(groups.get(colour) ?? []), curve]);
  }
  for (const [colour, curves] of groups) pen.curves(curves, { colour, width: 1, alpha: light ? DIM * 2 : 0.5 });
}

function paintEdge({ edge }: SceneEdge, curve: Curve, picture: Picture, pen: Pen): void {
  const { theme, light, camera } = picture;
  const { colour, dash } = theme.stances[edge.stances[0] ?? "asserts"];
  const isLit = light?.edges.has(edge) ?? false;
  const alpha = light && !isLit ? DIM : 0.9;
  const width = (1.2 + 0.75 * Math.log2(edge.claims)) * Math.min(1, camera.zoom + 0.25) * (isLit ? 1.35 : 1);
  const mixed = edge.stances.length > 1;
  const tint = mixed ? theme.soft : colour;
  pen.curve(curve, { colour: tint, width: Math.min(width, 7), dash: mixed ? [] : dash, alpha });
  const size = Math.min(ARROW + width, 16) * Math.min(1, camera.zoom + 0.3);
  pen.polygon(arrow(curve, size), { fill: tint, alpha });
}

function paintNode(node: SceneNode, { camera, theme, light }: Picture, pen: Pen): void {
  const [x, y] = toScreen(camera, node.at);
  const size = sizeOf(node, camera.zoom);
  const alpha = light && !light.nodes.has(node.key) ? DIM * 1.6 : 1;
  const chosen = light?.chosen.has(node.key) ?? false;
  if (chosen) pen.circle(x, y, size + 6, { fill: theme.paper, stroke: theme.accent, width: 2.5 });
  const outline = Math.min(2.5, size * 0.25);
  if (node.kind === "agent") {
    pen.circle(x, y, size, { fill: theme.accent, stroke: theme.paper, width: outline, alpha });
  } else {
    pen.square(x, y, size * 0.88, { fill: theme.sheet, stroke: theme.ink, width: outline, alpha });
  }
  if (node.pinned) {
    pen.circle(x, y, Math.max(2, size * 0.28), { fill: node.kind === "agent" ? theme.paper : theme.ink, alpha });
  }
}

function paintWords(nodes: readonly SceneNode[], seen: readonly Seen[], picture: Picture, pen: Pen): void {
  const { camera, light, theme } = picture;
  const room = new Room();
  if (nodes.length <= FEW) {
    for (const node of nodes) {
      const [x, y] = toScreen(camera, node.at);
      room.claim(x, y, sizeOf(node, camera.zoom) * 0.8);
    }
  }
  const rank = (node: SceneNode) => (light?.chosen.has(node.key) ? 2e9 : light?.nodes.has(node.key) ? 1e9 : 0) + node.claims;
  const ranked = [...nodes].sort((one, other) => rank(other) - rank(one));
  for (const node of picture.moving ? ranked.slice(0, FEW) : ranked) {
    const shown = light === null || light.nodes.has(node.key);
    if (!shown) continue;
    const [x, y] = toScreen(camera, node.at);
    const chosen = light?.chosen.has(node.key) ?? false;
    const size = node.claims > 60 || chosen ? 14 : 12.5;
    const label = { x, y: y + sizeOf(node, camera.zoom) + size * 0.5 + 4, text: node.label, size };
    if (!room.take(label) && !chosen) continue;
    const bold = node.kind === "agent";
    pen.text(label.x, label.y, label.text, { colour: theme.ink, size, bold, halo: theme.paper });
  }
  if (picture.moving && seen.length > MANY) return;
  for (const one of seen) paintEdgeWords(one, seen.length, room, picture, pen);
}

function paintEdgeWords({ each: { edge }, curve }: Seen, number: number, room: Room, picture: Picture, pen: Pen): void {
  const { light, theme } = picture;
  const isLit = light?.edges.has(edge) ?? false;
  if (light && !isLit) return;
  const few = isLit ? light !== null && light.edges.size <= FEW : number <= FEW;
  const stance = edge.stances[0] ?? "asserts";
  const [x, y] = middle(curve);
  const length = Math.hypot(curve.x2 - curve.x1, curve.y2 - curve.y1);
  const full = `${SYMBOLS[stance]} ${stanceWords(edge.stances)} ${edge.claims}`;
  const colour = edge.stances.length > 1 ? theme.soft : theme.stances[stance].colour;
  for (const text of few ? [full, SYMBOLS[stance]] : [SYMBOLS[stance]]) {
    const label = { x, y, text, size: 11 };
    if (widthOf(text, 11) + 24 > length || !room.take(label)) continue;
    pen.text(x, y, text, { colour, size: 11, bold: true, halo: theme.paper });
    return;
  }
}

function inView({ x1, y1, cx, cy, x2, y2 }: Curve, { width, height }: Camera): boolean {
  return (
    Math.max(x1, cx, x2) >= 0 && Math.min(x1, cx, x2) <= width && Math.max(y1, cy, y2) >= 0 && Math.min(y1, cy, y2) <= height
  );
}

function isNear([x, y]: Point, { width, height }: Camera): boolean {
  return x > -40 && x < width + 40 && y > -40 && y < height + 40;
}
