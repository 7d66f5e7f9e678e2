import { expect, test } from "vitest";
import { EMPTY, fromFragment, toFragment, type View } from "./view";

const VIEW: View = {
  nodes: [
    { key: "agent:russia", at: [12, -40], pinned: true },
    { key: "topic:peace!~;@,&=#", at: null, pinned: false },
    { key: "agent:łódź", at: [0, 0], pinned: false },
  ],
  stances: ["demands", "opposes"],
  window: { from: 202201, to: 202412 },
  focus: { kind: "edge", start: "agent:russia", end: "topic:peace!~;@,&=#", stances: ["demands"] },
  seed: 4,
};

test("a view is the same after its way through an address", () => {
  expect(fromFragment(`#${toFragment(VIEW)}`)).toEqual(VIEW);
  expect(fromFragment(new URL(`http://host/#${toFragment(VIEW)}`).hash)).toEqual(VIEW);
});

test.each([
  { kind: "node", key: "topic:a~b" },
  { kind: "path", start: "agent:a", end: "topic:b" },
] as const)("what is looked at is in the address: $kind", (focus) => {
  const view = { ...EMPTY, nodes: VIEW.nodes, focus };
  expect(fromFragment(toFragment(view))?.focus).toEqual(focus);
});

test("an address without nodes is no view", () => {
  expect(fromFragment("")).toBeNull();
  expect(fromFragment("#main")).toBeNull();
});

test("what an address says wrongly is left out", () => {
  const view = fromFragment("#nodes=agent:a@x,y;nobody;agent:%zz;topic:b&stances=demands,shouts&window=2024-13..x&show=edge~a&seed=1e99");
  expect(view?.nodes.map(({ key }) => key)).toEqual(["topic:b"]);
  expect(view?.stances).toEqual(["demands"]);
  expect(view?.window).toBeNull();
  expect(view?.focus).toBeNull();
  expect(view?.seed).toBe(1);
});
