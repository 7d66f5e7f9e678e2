import { expect, test } from "vitest";
import { counted, period, short, stanceWords } from "./words";

test("long and hostile names are made short and stay text", () => {
  expect(short("x".repeat(10_000), 20)).toHaveLength(20);
  expect(short("\u202eevil\u202c <b>")).toBe("evil <b>");
  expect(short("\u0007")).toBe("(no name)");
  expect([...short("👍".repeat(50), 10)]).toHaveLength(10);
});

test("numbers, stances and days in words", () => {
  expect([counted(1, "claim"), counted(1200, "claim")]).toEqual(["1 claim", "1,200 claims"]);
  expect(stanceWords(["warns", "asks"])).toBe("warns and 1 more");
  expect([period("2024-01-01", "2024-01-01"), period(null, null)]).toEqual(["2024-01-01", "no date"]);
});
