/** Places for nodes: from a seed, the same every time, worked out in a worker. */

import type { Bundle, Key } from "../model/types";
import type { Placed } from "../model/view";
import { EDGE, NODE, type Arranged, type Task } from "./matrices";

/** Pixels of one unit of the forces, at which they settle best. */
const UNIT = 14;

export type Point = readonly [x: number, y: number];

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Asks the worker; of several questions at once each gets its own answer. */
export class Layout {
  private readonly worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  private readonly waiting = new Map<number, (nodes: Float32Array) => void>();
  private asked = 0;

  constructor() {
    this.worker.addEventListener("message", ({ data }: MessageEvent<Arranged>) => {
      this.waiting.get(data.id)?.(data.nodes);
      this.waiting.delete(data.id);
    });
  }

  /** A place for each node. Those that have one start there; pinned ones stay. */
  async arrange(
    placed: readonly Placed[],
    bundles: readonly Bundle[],
    boxOf: (key: Key) => Box,
    seed: number,
  ): Promise<ReadonlyMap<Key, Point>> {
    const starts = seeded(placed, bundles, seed);
    const links = pulls(placed, bundles);
    const boxes = new Float32Array(placed.flatMap(({ key }) => [boxOf(key).width / 2, boxOf(key).height / 2]));
    const fresh = placed.filter(({ at }) => at === null).length;
    const task: Task = {
      id: ++this.asked,
      nodes: rows(placed, starts, links),
      edges: links,
      boxes: boxes.map((half) => half / UNIT),
      // what is known already is only made room in
      iterations: fresh * 2 >= placed.length ? (placed.length > 600 ? 60 : 400) : 60,
    };
    const nodes = await new Promise<Float32Array>((resolve) => {
      this.waiting.set(task.id, resolve);
      this.worker.postMessage(task, [task.nodes.buffer, task.edges.buffer, task.boxes.buffer]);
    });
    return new Map(placed.map(({ key }, place) => [key, at(nodes, place)]));
  }
}

/** Where each node starts: where it is, or near those it is joined to. */
export function seeded(placed: readonly Placed[], bundles: readonly Bundle[], seed: number): Point[] {
  const places = new Map(placed.map(({ key, at }) => [key, at]));
  const radius = 60 * Math.sqrt(placed.length + 1);
  return placed.map(({ key, at }) => {
    if (at) return at;
    const [turn, distance] = [2 * Math.PI * chance(`${seed}/${key}`), chance(`${key}/${seed}`)];
    const near = bundles
      .flatMap(({ start, end }) => (start === key ? [places.get(end)] : end === key ? [places.get(start)] : []))
      .filter((point) => point !== null && point !== undefined);
    const centre = near.length ? mean(near) : ([0, 0] as const);
    const reach = near.length ? 90 + 60 * distance : radius * Math.sqrt(distance);
    return [centre[0] + Math.cos(turn) * reach, centre[1] + Math.sin(turn) * reach] as const;
  });
}

/** A number from 0 to 1 that the text decides (FNV-1a, stirred). */
export function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

function mean(points: readonly Point[]): Point {
  const sum = (axis: 0 | 1) => points.reduce((total, point) => total + point[axis], 0) / points.length;
  return [sum(0), sum(1)];
}

/** One row for each two nodes that claims join, the heavier the more claims. */
function pulls(placed: readonly Placed[], bundles: readonly Bundle[]): Float32Array {
  const places = new Map(placed.map(({ key }, place) => [key, place]));
  const weights = new Map<number, number>();
  for (const { start, end, claims } of bundles) {
    const ends = [places.get(start), places.get(end)].filter((place) => place !== undefined);
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    if (ends.length < 2 || low === high) continue;
    const pair = low * placed.length + high;
    weights.set(pair, (weights.get(pair) ?? 0) + claims);
  }
  const found = new Float32Array(weights.size * EDGE.length);
  [...weights].forEach(([pair, claims], place) => {
    const row = place * EDGE.length;
    found[row + EDGE.source] = Math.floor(pair / placed.length) * NODE.length;
    found[row + EDGE.target] = (pair % placed.length) * NODE.length;
    found[row + EDGE.weight] = Math.log2(1 + claims);
  });
  return found;
}

/** Nodes with a mass of one more than their neighbours, as ForceAtlas2 has it. */
function rows(placed: readonly Placed[], starts: readonly Point[], links: Float32Array): Float32Array {
  const nodes = new Float32Array(placed.length * NODE.length);
  placed.forEach(({ pinned }, place) => {
    const [x, y] = starts[place] as Point;
    const row = place * NODE.length;
    nodes.set([x / UNIT, y / UNIT], row);
    nodes[row + NODE.mass] = 1;
    nodes[row + NODE.convergence] = 1;
    nodes[row + NODE.size] = 1;
    nodes[row + NODE.fixed] = pinned ? 1 : 0;
  });
  for (let row = 0; row < links.length; row += EDGE.length) {
    for (const end of [EDGE.source, EDGE.target]) {
      const cell = (links[row + end] as number) + NODE.mass;
      nodes[cell] = (nodes[cell] as number) + 1;
    }
  }
  return nodes;
}

function at(nodes: Float32Array, place: number): Point {
  const row = place * NODE.length;
  return [(nodes[row + NODE.x] as number) * UNIT, (nodes[row + NODE.y] as number) * UNIT];
}
