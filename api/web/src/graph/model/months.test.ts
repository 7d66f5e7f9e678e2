import { expect, test } from "vitest";
import { histogram, isoMonth, monthAt, monthName, overlaps, parseMonth, place } from "./months";
import type { Bundle, Months } from "./types";

function bundles(...months: Months[]): Bundle[] {
  const ends = { start: "agent:a", end: "topic:t", role: "topic", stance: "asks", polarity: "0" } as const;
  return [{ ...ends, claims: 1, first: null, last: null, months }];
}

test("months are places on a line", () => {
  expect(monthAt(place(202412) + 1)).toBe(202501);
  expect(parseMonth(isoMonth(202503))).toBe(202503);
  expect([parseMonth("2025-13"), parseMonth("2025"), parseMonth("")]).toEqual([null, null, null]);
  expect(monthName(202503)).toBe("Mar 2025");
});

test("an open interval overlaps what lies on its side", () => {
  const window = { from: 202401, to: 202406 };
  expect(overlaps(202312, 202401, window)).toBe(true);
  expect(overlaps(202407, 202408, window)).toBe(false);
  expect(overlaps(0, 202401, window)).toBe(true);
  expect(overlaps(202402, 0, window)).toBe(true);
  expect(overlaps(0, 0, window)).toBe(false);
});

test("a histogram has no gaps, and years where months are too many", () => {
  const months = histogram(bundles([202411, 202411, 2], [202501, 202501, 1], [0, 0, 9]));
  expect(months.map(({ from }) => from)).toEqual(Array.from({ length: 24 }, (_, at) => monthAt(place(202401) + at)));
  expect(months.slice(10, 13).map(({ claims }) => claims)).toEqual([2, 0, 1]);
  const years = histogram(bundles([200005, 200005, 1], [202501, 202501, 1]));
  expect(years[0]).toEqual({ from: 200001, to: 200012, claims: 1 });
  expect(years).toHaveLength(26);
  expect(histogram([])).toEqual([]);
});
