/** What is drawn between two nodes: an edge for each stance, the rarest put together. */

import { isoMonth, overlaps, type Window } from "./months";
import { STANCES, type Bundle, type Key, type Months, type Stance } from "./types";

export interface Edge {
  readonly start: Key;
  readonly end: Key;
  /** The most frequent first; several where rare stances are put together. */
  readonly stances: readonly Stance[];
  readonly claims: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Its place among the edges of these two nodes, from 0, and how many there are. */
  readonly lane: number;
  readonly lanes: number;
}

/** Edges of one start and end; where stances are more, the rest makes one edge. */
export const MOST_LANES = 3;

interface Filters {
  readonly stances: readonly Stance[];
  readonly window: Window | null;
}

/** The bundles that the filters leave, each with the claims that are left of it. */
export function filtered(bundles: readonly Bundle[], { stances, window }: Filters): Bundle[] {
  const wanted = new Set(stances.length ? stances : STANCES);
  return bundles.flatMap((bundle) => {
    if (!wanted.has(bundle.stance)) return [];
    if (!window) return [bundle];
    const months = bundle.months.filter(([first, last]) => overlaps(first, last, window));
    if (months.length === bundle.months.length) return [bundle];
    return months.length ? [narrowed(bundle, months)] : [];
  });
}

/** What is left of a bundle; of its days only the months are known then. */
function narrowed(bundle: Bundle, months: readonly Months[]): Bundle {
  const firsts = months.map(([first]) => first).filter(Boolean);
  const lasts = months.map(([, last]) => last).filter(Boolean);
  return {
    ...bundle,
    months,
    claims: months.reduce((sum, [, , claims]) => sum + claims, 0),
    first: firsts.length ? isoMonth(Math.min(...firsts)) : null,
    last: lasts.length ? isoMonth(Math.max(...lasts)) : null,
  };
}

/** The edges that show these bundles, the heaviest first. */
export function edges(bundles: readonly Bundle[]): Edge[] {
  const pairs = new Map<string, Map<Stance, Bundle[]>>();
  for (const bundle of bundles) {
    const pair = JSON.stringify([bundle.start, bundle.end]);
    const stances = pairs.get(pair) ?? new Map<Stance, Bundle[]>();
    pairs.set(pair, stances);
    stances.set(bundle.stance, [...(stances.get(bundle.stance) ?? []), bundle]);
  }
  const found = [...pairs.values()].flatMap((stances) => laned([...stances.values()]));
  return found.sort((one, other) => other.claims - one.claims);
}

function laned(stances: Bundle[][]): Edge[] {
  const ranked = stances.sort((one, other) => count(other) - count(one));
  const several = ranked.length > MOST_LANES;
  const groups = several
    ? [...ranked.slice(0, MOST_LANES - 1), ranked.slice(MOST_LANES - 1).flat()]
    : ranked;
  return groups.map((group, lane) => edge(group, lane, groups.length));
}

function edge(group: readonly Bundle[], lane: number, lanes: number): Edge {
  const [{ start, end }] = group as [Bundle];
  const days = (pick: "first" | "last") => group.map((bundle) => bundle[pick]).filter((day) => day !== null).sort();
  return {
    start,
    end,
    stances: [...new Set(group.map((bundle) => bundle.stance))],
    claims: count(group),
    first: days("first")[0] ?? null,
    last: days("last").at(-1) ?? null,
    lane,
    lanes,
  };
}

function count(group: readonly Bundle[]): number {
  return group.reduce((sum, bundle) => sum + bundle.claims, 0);
}
