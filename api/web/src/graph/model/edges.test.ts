import { expect, test } from "vitest";
import { edges, filtered, MOST_LANES } from "./edges";
import type { Bundle, Stance } from "./types";

function bundle(stance: Stance, claims: number, more: Partial<Bundle> = {}): Bundle {
  return {
    start: "agent:a", end: "topic:t", role: "topic", stance, polarity: "+", claims,
    first: "2024-03-02", last: "2024-05-01", months: [[202403, 202403, 1], [202405, 202405, claims - 1]], ...more,
  };
}

test("claims of one stance make one edge", () => {
  const [edge, ...rest] = edges([bundle("demands", 3), bundle("demands", 2, { polarity: "-", first: null, last: "2025-01-01" })]);
  expect(rest).toEqual([]);
  expect(edge).toMatchObject({ claims: 5, first: "2024-03-02", last: "2025-01-01", lane: 0, lanes: 1 });
});

test("rare stances are put together", () => {
  const found = edges((["demands", "asks", "warns", "denies"] as const).map((stance, place) => bundle(stance, 9 - place)));
  expect(found).toHaveLength(MOST_LANES);
  expect(found.find(({ lane }) => lane === MOST_LANES - 1)).toMatchObject({ stances: ["warns", "denies"], claims: 13 });
});

test("the other direction is another edge", () => {
  expect(edges([bundle("asks", 2), bundle("asks", 2, { start: "agent:b" })])).toHaveLength(2);
});

test("stances and a window leave some claims", () => {
  const both = [bundle("demands", 3), bundle("asks", 2)];
  expect(filtered(both, { stances: ["asks"], window: null })).toEqual([both[1]]);
  const [left] = filtered([bundle("demands", 3)], { stances: [], window: { from: 202404, to: 202512 } });
  expect(left).toMatchObject({ claims: 2, first: "2024-05", last: "2024-05" });
  expect(filtered(both, { stances: [], window: { from: 202601, to: 202602 } })).toEqual([]);
  const undated = bundle("asks", 2, { months: [[0, 0, 2]] });
  expect(filtered([undated], { stances: [], window: { from: 202401, to: 202412 } })).toEqual([]);
});
