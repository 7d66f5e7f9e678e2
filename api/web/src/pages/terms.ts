/** The term that is being typed, in the query language of `onrecord find`, and what a
 *  suggestion makes of it. */

export type Sort = "agent" | "topic";

/** What a field takes: a whole query, or the name of one thing. */
export type Kind = "query" | "any" | Sort;

export interface Name {
  readonly id: string;
  readonly label: string;
  readonly kind: string | null;
  readonly claims: number;
}

export interface Suggested {
  readonly agents: readonly Name[];
  readonly topics: readonly Name[];
}

export interface Offer {
  readonly sort: Sort;
  readonly id: string;
  readonly label: string;
  readonly what: string;
  readonly claims: number;
}

/** Fields of the language whose values are names, and whose. */
const FIELDS: Readonly<Record<string, Sort>> = {
  speaker: "agent",
  addressee: "agent",
  target: "agent",
  agent: "agent",
  topic: "topic",
};

/** A value in quotes that are still open, a value after a field, and bare words. */
const OPEN = /(?:^|[\s(])(-?)(?:(\w+):)?"([^"]*)$/u;
const FIELDED = /(?:^|[\s(])(-?)(\w+):([^\s():"]*)$/u;
const BARE = /(?:^|[\s(])(-?)()((?:[^\s():"-][^\s():"]* +)*[^\s():"-][^\s():"]*)$/u;

/** A term that may be meant: the name that is typed so far, and where it starts. */
export interface Term {
  readonly typed: string;
  readonly wanted: Sort | "any";
  readonly start: number;
  /** What stands before the name in the term: a minus sign, a field. */
  readonly negated: boolean;
  readonly field: string | undefined;
}

/** The terms that may be meant at the end of what is typed, the likeliest first: of
 *  bare words all of them, and then the last. */
export function terms(text: string, kind: Kind): Term[] {
  if (kind !== "query") return text.trim() ? [term(text, 0, kind)] : [];
  const found = text.match(OPEN) ?? text.match(FIELDED) ?? text.match(BARE);
  if (!found?.[3]) return [];
  const [whole, minus, field, typed = ""] = found;
  const wanted = field ? FIELDS[field] : "any";
  if (!wanted) return [];
  const start = text.length - whole.length + (/^[\s(]/.test(whole) ? 1 : 0);
  const all = { ...term(typed, start, wanted), negated: minus === "-", field: field || undefined };
  const last = typed.split(/\s+/).at(-1) ?? "";
  const several = !field && !whole.includes('"') && last !== typed;
  return several ? [all, term(last, text.length - last.length, "any")] : [all];
}

/** The text with a term made the name that is offered. */
export function withTerm(text: string, meant: Term, offer: Offer, kind: Kind): string {
  if (kind === "any") return `${offer.sort}:${offer.id}`;
  if (kind !== "query") return offer.id;
  const field = meant.field ?? (offer.sort === "topic" ? "topic" : "speaker");
  return `${text.slice(0, meant.start)}${meant.negated ? "-" : ""}${field}:${quoted(offer.label)} `;
}

function term(typed: string, start: number, wanted: Sort | "any"): Term {
  return { typed: typed.trim(), wanted, start, negated: false, field: undefined };
}

/** What is suggested, as offers: with most claims first. */
export function offered(found: Suggested, wanted: Sort | "any"): Offer[] {
  const agents = wanted === "topic" ? [] : found.agents.map((name) => offer("agent", name));
  const topics = wanted === "agent" ? [] : found.topics.map((name) => offer("topic", name));
  return [...agents, ...topics].sort((one, other) => other.claims - one.claims);
}

function offer(sort: Sort, { id, label, kind, claims }: Name): Offer {
  return { sort, id, label, what: sort === "topic" ? "topic" : (kind ?? "actor"), claims };
}

function quoted(label: string): string {
  const plain = label.replaceAll('"', "");
  return /^[\p{L}\p{N}_-]+$/u.test(plain) ? plain : `"${plain}"`;
}
