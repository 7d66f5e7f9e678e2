/** Moves boxes that overlap apart, along the axis that takes the least. */

import { NODE } from "./matrices";

const ROUNDS = 60;

/** Overlap that is left alone. */
const SLACK = 0.03;

/** Moves the nodes in place; fixed ones stay. `boxes` are half widths and heights. */
export function spread(nodes: Float32Array, boxes: Float32Array): void {
  const order = Array.from({ length: nodes.length / NODE.length }, (_, place) => place);
  const widest = boxes.filter((_, place) => place % 2 === 0).reduce((most, half) => Math.max(most, half), 0);
  for (let round = 0; round < ROUNDS; round++) {
    order.sort((one, other) => x(nodes, one) - x(nodes, other));
    if (!pass(nodes, boxes, order, widest)) return;
  }
}

/** One round over all pairs that are near; whether any was moved. */
function pass(nodes: Float32Array, boxes: Float32Array, order: readonly number[], widest: number): boolean {
  let moved = false;
  for (let first = 0; first < order.length; first++) {
    const one = order[first] as number;
    const reach = x(nodes, one) + half(boxes, one, 0) + widest;
    for (let second = first + 1; second < order.length; second++) {
      const other = order[second] as number;
      if (x(nodes, other) > reach) break;
      moved = parted(nodes, boxes, one, other) || moved;
    }
  }
  return moved;
}

function parted(nodes: Float32Array, boxes: Float32Array, one: number, other: number): boolean {
  const [dx, dy] = [x(nodes, other) - x(nodes, one), y(nodes, other) - y(nodes, one)];
  const across = half(boxes, one, 0) + half(boxes, other, 0) - Math.abs(dx);
  const down = half(boxes, one, 1) + half(boxes, other, 1) - Math.abs(dy);
  if (across <= SLACK || down <= SLACK) return false;
  const axis = across < down ? NODE.x : NODE.y;
  const [gap, side] = axis === NODE.x ? [across, dx >= 0 ? 1 : -1] : [down, dy >= 0 ? 1 : -1];
  const free = [one, other].map((node) => (nodes[node * NODE.length + NODE.fixed] ? 0 : 1)) as [number, number];
  const each = gap / Math.max(1, free[0] + free[1]);
  shift(nodes, one, axis, -side * each * free[0]);
  shift(nodes, other, axis, side * each * free[1]);
  return free[0] + free[1] > 0;
}

function shift(nodes: Float32Array, node: number, axis: number, by: number): void {
  const cell = node * NODE.length + axis;
  nodes[cell] = (nodes[cell] as number) + by;
}

function x(nodes: Float32Array, node: number): number {
  return nodes[node * NODE.length + NODE.x] as number;
}

function y(nodes: Float32Array, node: number): number {
  return nodes[node * NODE.length + NODE.y] as number;
}

function half(boxes: Float32Array, node: number, axis: 0 | 1): number {
  return boxes[node * 2 + axis] as number;
}
