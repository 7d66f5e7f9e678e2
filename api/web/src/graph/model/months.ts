/** Months as numbers (year * 100 + month) and as places on a line. */

import type { Bundle } from "./types";

export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Months since year 0, so that months can be counted. */
export function place(month: number): number {
  return Math.floor(month / 100) * 12 + (month % 100) - 1;
}

export function monthAt(placed: number): number {
  return Math.floor(placed / 12) * 100 + (placed % 12) + 1;
}

/** `2025-03` */
export function isoMonth(month: number): string {
  return `${String(Math.floor(month / 100)).padStart(4, "0")}-${String(month % 100).padStart(2, "0")}`;
}

/** The month of `2025-03`, or null. */
export function parseMonth(text: string): number | null {
  const found = /^(\d{4})-(\d{2})$/.exec(text);
  const month = found ? Number(found[1]) * 100 + Number(found[2]) : 0;
  return month % 100 >= 1 && month % 100 <= 12 ? month : null;
}

const NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Mar 2025` */
export function monthName(month: number): string {
  return `${NAMES[(month % 100) - 1] ?? ""} ${Math.floor(month / 100)}`;
}

/** Whether a span of months overlaps the window; undated claims overlap none. */
export function overlaps(first: number, last: number, window: Window): boolean {
  if (!first && !last) return false;
  return (!last || last >= window.from) && (!first || first <= window.to);
}

export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly claims: number;
}

const MOST_BARS = 150;

/** Claims by month, or by year where the months are too many: whole years without gaps.
 *  A claim of several months counts in its first. */
export function histogram(bundles: readonly Bundle[]): Bar[] {
  const counts = new Map<number, number>();
  for (const bundle of bundles) {
    for (const [first, last, claims] of bundle.months) {
      const month = first || last;
      if (month) counts.set(month, (counts.get(month) ?? 0) + claims);
    }
  }
  if (counts.size === 0) return [];
  const places = [...counts.keys()].map(place);
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const [first, last] = [low - (low % 12), high - (high % 12) + 11];
  return bars(counts, first, last, last - first < MOST_BARS ? 1 : 12);
}

function bars(counts: ReadonlyMap<number, number>, low: number, high: number, width: number): Bar[] {
  const found: Bar[] = [];
  for (let start = low; start <= high; start += width) {
    let claims = 0;
    for (let at = start; at < start + width; at++) claims += counts.get(monthAt(at)) ?? 0;
    found.push({ from: monthAt(start), to: monthAt(start + width - 1), claims });
  }
  return found;
}
