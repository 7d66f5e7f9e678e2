/** What the page asks the server. `scope` is the search that the page was opened with. */

import { ask } from "../../shared/http";
import type { Claim, ClaimPage, Drawing, EdgeCount, EdgeKind, Key, Paths, Stance, Suggestion, Suggestions } from "./types";
import { isoMonth, type Window } from "./months";

/** Fields of the page's address that say which claims count. */
const SCOPE = [
  "speaker", "stance", "polarity", "topic", "from", "to",
  "quote", "text", "addressee", "outlet", "article", "min_confidence",
];

export class Questions {
  private readonly scope: URLSearchParams;

  constructor(
    private readonly root: string,
    private readonly opened: URLSearchParams,
  ) {
    this.scope = new URLSearchParams([...opened].filter(([name, value]) => value && SCOPE.includes(name)));
  }

  opening(): Promise<Drawing> {
    const centre = this.opened.get("centre");
    return ask(this.address("/api/graph", centre ? [["centre", centre]] : []));
  }

  drawing(nodes: readonly Key[]): Promise<Drawing> {
    return ask(this.address("/api/graph"), { nodes });
  }

  expansion(node: Key, nodes: readonly Key[], kinds: readonly EdgeKind[], limit: number): Promise<Drawing> {
    return ask(this.address("/api/graph/expansion"), { node, nodes, kinds, limit });
  }

  edges(node: Key): Promise<readonly EdgeCount[]> {
    return ask(this.address("/api/graph/edges", [["node", node]]));
  }

  /** The newest claims behind an edge, page by page. */
  claims(
    start: Key,
    end: Key,
    stances: readonly Stance[],
    window: Window | null,
    cursor: string | null = null,
    limit = 20,
  ): Promise<ClaimPage> {
    const asked: [string, string][] = [["start", start], ["end", end], ["limit", String(limit)]];
    asked.push(...stances.map((stance): [string, string] => ["stance", stance]));
    if (window) asked.push(["from", isoMonth(window.from)], ["to", isoMonth(window.to)]);
    if (cursor) asked.push(["cursor", cursor]);
    return ask(this.address("/api/graph/claims", asked));
  }

  paths(start: Key, end: Key): Promise<Paths> {
    return ask(this.address("/api/paths", [["start", start], ["end", end]]));
  }

  /** Actors and topics whose names go on as what was typed, most claims first. */
  async suggestions(typed: string): Promise<readonly Suggestion[]> {
    const found = await ask<Suggestions>(`${this.root}/api/suggest?${new URLSearchParams({ q: typed, limit: "6" })}`);
    const agents = found.agents.map((each) => ({ ...each, kind: "agent" as const }));
    const topics = found.topics.map((each) => ({ ...each, kind: "topic" as const }));
    return [...agents, ...topics].sort((one, other) => other.claims - one.claims);
  }

  pageOf(key: Key): string {
    const cut = key.indexOf(":");
    return `${this.root}/${key.slice(0, cut)}s/${encodeURIComponent(key.slice(cut + 1))}`;
  }

  claimPage(claim: Claim): string {
    return `${this.root}/claims/${encodeURIComponent(claim.id)}`;
  }

  articlePage(claim: Claim): string {
    const article = encodeURIComponent(claim.article.id);
    return `${this.root}/articles/${article}?claim=${encodeURIComponent(claim.id)}`;
  }

  /** What is asked here narrows the search, field by field. */
  private address(path: string, asked: readonly [string, string][] = []): string {
    const own = new Set(asked.map(([name]) => name));
    const kept = [...this.scope].filter(([name]) => !own.has(name));
    return `${this.root}${path}?${new URLSearchParams([...kept, ...asked])}`;
  }
}
