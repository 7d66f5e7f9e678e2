import { expect, test } from "vitest";
import { chance, seeded } from "./layout";
import { NODE } from "./matrices";
import { spread } from "./spread";

const placed = ["agent:a", "agent:b", "topic:c"].map((key) => ({ key, at: null, pinned: false }));

test("the same seed places nodes the same, another one elsewhere", () => {
  expect(seeded(placed, [], 1)).toEqual(seeded(placed, [], 1));
  expect(seeded(placed, [], 1)).not.toEqual(seeded(placed, [], 2));
  const chances = Array.from({ length: 500 }, (_, place) => chance(String(place)));
  expect(Math.min(...chances)).toBeLessThan(0.05);
  expect(Math.max(...chances)).toBeGreaterThan(0.95);
});

test("a node that has a place keeps it", () => {
  const [first] = seeded([{ key: "agent:a", at: [5, 6], pinned: false }], [], 1);
  expect(first).toEqual([5, 6]);
});

test("boxes that overlap are moved apart, fixed ones stay", () => {
  const nodes = new Float32Array(3 * NODE.length);
  [[0, 0], [4, 1], [2, 3]].forEach(([x = 0, y = 0], place) => nodes.set([x, y], place * NODE.length));
  nodes[NODE.fixed] = 1;
  spread(nodes, new Float32Array([10, 5, 10, 5, 10, 5]));
  expect([nodes[0], nodes[1]]).toEqual([0, 0]);
  for (const [one, other] of [[0, 1], [0, 2], [1, 2]] as const) {
    const apart = (axis: number) => Math.abs((nodes[one * 10 + axis] ?? 0) - (nodes[other * 10 + axis] ?? 0));
    expect(apart(0) >= 19 || apart(1) >= 9).toBe(true);
  }
});
