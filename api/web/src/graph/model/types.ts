/** What the server sends, and what the page makes of it. */

export const STANCES = [
  "demands", "proposes", "asks", "seeks", "promises", "accepts", "supports", "opposes",
  "accuses", "threatens", "warns", "denies", "doubts", "expects", "asserts",
] as const;

export type Stance = (typeof STANCES)[number];

/** The one name of a node: `agent:ID` or `topic:ID`. */
export type Key = string;

export interface Entity {
  readonly kind: "agent" | "topic";
  readonly id: string;
  readonly label: string;
}

export type Role = "topic" | "addressee" | "target";

/** First and last month (year * 100 + month, 0: not known), and how many claims. */
export type Months = readonly [first: number, last: number, claims: number];

/** Claims of one role, stance and polarity; ends are places in the drawing's nodes. */
export interface SentBundle {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  readonly stance: Stance;
  readonly polarity: "+" | "-" | "0";
  readonly claims: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly months: readonly Months[];
}

export interface Drawing {
  readonly nodes: readonly Entity[];
  readonly bundles: readonly SentBundle[];
  readonly truncated: boolean;
  readonly unknown: readonly string[];
}

/** The same bundle with its ends by name. */
export type Bundle = Omit<SentBundle, "start" | "end"> & { readonly start: Key; readonly end: Key };

export interface EdgeKind {
  readonly role: Role;
  readonly way: "out" | "in";
  readonly stance: Stance;
}

export interface EdgeCount {
  readonly kind: EdgeKind;
  readonly nodes: number;
  readonly claims: number;
}

export interface Claim {
  readonly id: string;
  readonly article: { readonly id: string; readonly source: string; readonly title: string | null; readonly publisher: string | null };
  readonly speaker: { readonly id: string; readonly name: string };
  readonly stance: Stance;
  readonly content: { readonly text: string };
  readonly date: { readonly edtf: string | null; readonly earliest: string | null; readonly latest: string | null };
  readonly quote: "direct" | "indirect" | "mixed";
}

export interface ClaimPage {
  readonly claims: readonly Claim[];
  readonly total: number;
  readonly next: string | null;
}

export interface Hop {
  readonly start: Entity;
  readonly end: Entity;
  readonly claims: readonly Claim[];
  readonly total: number;
}

export interface Paths {
  readonly paths: readonly { readonly hops: readonly Hop[] }[];
  readonly truncated: boolean;
}

export interface Suggestion extends Entity {
  readonly claims: number;
}

/** As the server sends them; what kind of agent one is does not matter here. */
export interface Suggestions {
  readonly agents: readonly Omit<Suggestion, "kind">[];
  readonly topics: readonly Omit<Suggestion, "kind">[];
}

export function keyOf(entity: { readonly kind: string; readonly id: string }): Key {
  return `${entity.kind}:${entity.id}`;
}
