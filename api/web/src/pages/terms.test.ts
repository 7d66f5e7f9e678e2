import { expect, test } from "vitest";

import { offered, terms, withTerm, type Kind, type Offer } from "./terms";

const PUTIN: Offer = { sort: "agent", id: "vladimir-putin", label: "Vladimir Putin", what: "person", claims: 9 };
const TRUCE: Offer = { sort: "topic", id: "truce", label: "truce", what: "topic", claims: 3 };

test.each([
  ["Put", ["Put"], "any"],
  ["vladimir pu", ["vladimir pu", "pu"], "any"],
  ["stance:demands Put", ["Put"], "any"],
  ["speaker:Put", ["Put"], "agent"],
  ['topic:"temporary tr', ["temporary tr"], "topic"],
  ["-speaker:Put", ["Put"], "agent"],
  ["since:2025", [], undefined],
  ["speaker:Putin ", [], undefined],
  ["", [], undefined],
])("in %j one types the names %j of %s", (text, typed, wanted) => {
  const found = terms(text, "query");
  expect(found.map((term) => term.typed)).toEqual(typed);
  expect(found[0]?.wanted).toBe(wanted);
});

const completed = (text: string, offer: Offer, kind: Kind = "query"): string =>
  withTerm(text, terms(text, kind).at(-1)!, offer, kind);

test.each([
  ["Put", PUTIN, 'speaker:"Vladimir Putin" '],
  ["stance:demands tru", TRUCE, "stance:demands topic:truce "],
  ["addressee:Put", PUTIN, 'addressee:"Vladimir Putin" '],
  ['speaker:"Vladimir P', PUTIN, 'speaker:"Vladimir Putin" '],
  ["truce -speaker:Put", PUTIN, 'truce -speaker:"Vladimir Putin" '],
  ["truce Put", PUTIN, 'truce speaker:"Vladimir Putin" '],
])("%j becomes the term", (text, offer, becomes) => {
  expect(completed(text, offer)).toBe(becomes);
});

test("a field for one name takes its id", () => {
  expect(completed("Put", PUTIN, "agent")).toBe("vladimir-putin");
  expect(completed("tru", TRUCE, "any")).toBe("topic:truce");
});

test("a label with quotation marks cannot end its own quotes", () => {
  const hostile = { ...TRUCE, label: 'a" OR speaker:b' };
  expect(completed("a", hostile)).toBe('topic:"a OR speaker:b" ');
});

test("offers come with most claims first, of the sort that is wanted", () => {
  const found = {
    agents: [{ id: "vladimir-putin", label: "Vladimir Putin", kind: "person", claims: 9 }],
    topics: [{ id: "truce", label: "truce", kind: null, claims: 12 }],
  };
  expect(offered(found, "any").map(({ id }) => id)).toEqual(["truce", "vladimir-putin"]);
  expect(offered(found, "agent")).toEqual([PUTIN]);
});
