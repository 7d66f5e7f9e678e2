/** The curves of edges on the screen, and what lies under a point. */

import type { Point } from "../layout/layout";
import { toScreen, type Camera } from "./camera";
import type { Curve } from "./pen";
import type { Scene, SceneEdge, SceneNode } from "./scene";

/** How far edges of the same two nodes lie apart, and any edge from a straight line. */
const LANE = 30;
const BEND = 14;

export const ARROW = 9;

/** The size of a node on the screen: it shrinks less than the distances. */
export function sizeOf(node: SceneNode, zoom: number): number {
  return Math.max(2, node.radius * Math.min(1.4, Math.pow(zoom, 0.75)));
}

/** The curve from rim to rim; it bends to its left, so that replies lie beside it. */
export function curveOf({ edge, start, end }: SceneEdge, camera: Camera): Curve {
  const [from, to] = [toScreen(camera, start.at), toScreen(camera, end.at)];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const lane = edge.lane - (edge.lanes - 1) / 2;
  const both = start.kind === end.kind ? BEND : 0;
  const bend = Math.min(1, camera.zoom + 0.2) * (lane * LANE + both) * Math.min(1.2, length / 120);
  const control: Point = [(from[0] + to[0]) / 2 + (dy / length) * bend * 2, (from[1] + to[1]) / 2 - (dx / length) * bend * 2];
  const first = towards(from, control, sizeOf(start, camera.zoom) + 1);
  const last = towards(to, control, sizeOf(end, camera.zoom) + 3);
  return { x1: first[0], y1: first[1], cx: control[0], cy: control[1], x2: last[0], y2: last[1] };
}

export function middle({ x1, y1, cx, cy, x2, y2 }: Curve): Point {
  return [(x1 + 2 * cx + x2) / 4, (y1 + 2 * cy + y2) / 4];
}

/** A triangle with its tip at the end of the curve, in the curve's direction. */
export function arrow({ cx, cy, x2, y2 }: Curve, size: number): readonly Point[] {
  const length = Math.hypot(x2 - cx, y2 - cy) || 1;
  const [ux, uy] = [(x2 - cx) / length, (y2 - cy) / length];
  const [bx, by] = [x2 - ux * size, y2 - uy * size];
  const half = size * 0.42;
  return [[x2, y2], [bx - uy * half, by + ux * half], [bx + uy * half, by - ux * half]];
}

export type Hit = { readonly node: SceneNode } | { readonly edge: SceneEdge };

/** The node under a point of the screen, or else the edge. */
export function hit(scene: Scene, camera: Camera, point: Point, slack: number): Hit | null {
  let node: SceneNode | null = null;
  let nearest = Infinity;
  for (const each of scene.nodes) {
    const [x, y] = toScreen(camera, each.at);
    const away = Math.hypot(point[0] - x, point[1] - y) - sizeOf(each, camera.zoom);
    if (away < Math.min(slack, nearest)) [node, nearest] = [each, away];
  }
  if (node) return { node };
  let edge: SceneEdge | null = null;
  nearest = slack;
  for (const each of scene.edges) {
    const away = distance(curveOf(each, camera), point, nearest);
    if (away < nearest) [edge, nearest] = [each, away];
  }
  return edge && { edge };
}

const STEPS = 16;

/** From a point to a curve; Infinity where it cannot be within `most`. */
function distance({ x1, y1, cx, cy, x2, y2 }: Curve, [x, y]: Point, most: number): number {
  if (x < Math.min(x1, cx, x2) - most || x > Math.max(x1, cx, x2) + most) return Infinity;
  if (y < Math.min(y1, cy, y2) - most || y > Math.max(y1, cy, y2) + most) return Infinity;
  let nearest = Infinity;
  let before: Point = [x1, y1];
  for (let step = 1; step <= STEPS; step++) {
    const t = step / STEPS;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    const here: Point = [a * x1 + b * cx + c * x2, a * y1 + b * cy + c * y2];
    nearest = Math.min(nearest, toLine([x, y], before, here));
    before = here;
  }
  return nearest;
}

function toLine([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

function towards([x, y]: Point, [tx, ty]: Point, by: number): Point {
  const length = Math.hypot(tx - x, ty - y) || 1;
  const share = Math.min(by / length, 0.5);
  return [x + (tx - x) * share, y + (ty - y) * share];
}
