/** What there is to draw, in the world's measures. */

import type { Point } from "../layout/layout";
import type { Edge } from "../model/edges";
import type { Entity, Key } from "../model/types";
import type { Focus, Placed } from "../model/view";
import { short } from "../model/words";

export interface SceneNode {
  readonly key: Key;
  readonly kind: Entity["kind"];
  readonly label: string;
  readonly at: Point;
  readonly radius: number;
  readonly claims: number;
  readonly pinned: boolean;
}

export interface SceneEdge {
  readonly edge: Edge;
  readonly start: SceneNode;
  readonly end: SceneNode;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
}

/** What stands out; the rest is dimmed. Null: nothing does. */
export interface Light {
  readonly nodes: ReadonlySet<Key>;
  readonly edges: ReadonlySet<Edge>;
  /** What itself is looked at, not just next to it. */
  readonly chosen: ReadonlySet<Key>;
}

export function scene(
  placed: readonly Placed[],
  entities: ReadonlyMap<Key, Entity>,
  edges: readonly Edge[],
): Scene {
  const claims = claimsOf(edges);
  const nodes = new Map<Key, SceneNode>();
  for (const { key, at, pinned } of placed) {
    const entity = entities.get(key);
    if (!entity || !at) continue;
    const count = claims.get(key) ?? 0;
    const label = short(entity.label, 28);
    nodes.set(key, { key, kind: entity.kind, label, at, radius: radius(count), claims: count, pinned });
  }
  const drawn = edges.flatMap((edge) => {
    const [start, end] = [nodes.get(edge.start), nodes.get(edge.end)];
    return start && end && start !== end ? [{ edge, start, end }] : [];
  });
  return { nodes: [...nodes.values()], edges: drawn };
}

/** How many of the claims on the screen each node has. */
export function claimsOf(edges: readonly Edge[]): Map<Key, number> {
  const found = new Map<Key, number>();
  for (const { start, end, claims } of edges) {
    found.set(start, (found.get(start) ?? 0) + claims);
    if (end !== start) found.set(end, (found.get(end) ?? 0) + claims);
  }
  return found;
}

/** Half the size of a node: its area grows with its claims. */
export function radius(claims: number): number {
  return Math.min(28, 7 + 1.7 * Math.sqrt(claims));
}

/** The light on a node and its neighbours, on an edge, or on a path. */
export function light(scene: Scene, focus: Focus | null, path: readonly Key[] = []): Light | null {
  if (!focus) return null;
  const lit = scene.edges.map(({ edge }) => edge).filter((edge) => isLit(edge, focus, path));
  const chosen = focus.kind === "node" ? [focus.key] : focus.kind === "edge" ? [focus.start, focus.end] : path;
  const nodes = new Set([...chosen, ...lit.flatMap(({ start, end }) => [start, end])]);
  return { nodes, edges: new Set(lit), chosen: new Set(chosen) };
}

function isLit(edge: Edge, focus: Focus, path: readonly Key[]): boolean {
  if (focus.kind === "node") return edge.start === focus.key || edge.end === focus.key;
  if (focus.kind === "path") {
    const apart = path.indexOf(edge.start) - path.indexOf(edge.end);
    return path.includes(edge.start) && path.includes(edge.end) && Math.abs(apart) === 1;
  }
  return (
    edge.start === focus.start &&
    edge.end === focus.end &&
    (focus.stances.length === 0 || focus.stances.some((stance) => edge.stances.includes(stance)))
  );
}
