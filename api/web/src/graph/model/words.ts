/** How edges, dates and numbers are put into words. */

import type { Edge } from "./edges";
import type { Stance } from "./types";

export const SYMBOLS: Readonly<Record<Stance, string>> = {
  demands: "!", proposes: "◇", asks: "?", seeks: "→", promises: "◆", accepts: "✓", supports: "+",
  opposes: "×", accuses: "»", threatens: "▲", warns: "△", denies: "≠", doubts: "~", expects: "…", asserts: "•",
};

/** `1 claim`, `12 claims` */
export function counted(number: number, one: string, several = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : several}`;
}

/** `demands`, or `warns and 3 more` */
export function stanceWords(stances: readonly Stance[]): string {
  const [first = "asserts", ...rest] = stances;
  return rest.length ? `${first} and ${rest.length} more` : first;
}

/** `2024-03-01 to 2025-01-02`; of one day that day. */
export function period(first: string | null, last: string | null): string {
  if (first === null || last === null) return first ?? last ?? "no date";
  return first === last ? first : `${first} to ${last}`;
}

/** `demands, 12 claims, 2024-03-01 to 2025-01-02` */
export function edgeWords(edge: Edge): string {
  return `${stanceWords(edge.stances)}, ${counted(edge.claims, "claim")}, ${period(edge.first, edge.last)}`;
}

/** Text that may be of any length and hold anything, for where room is short. Marks
 *  that turn the direction of writing are taken out: they would turn what follows. */
export function short(text: string, most = 40): string {
  const plain = text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0000-\u001f]/g, "").trim();
  const signs = [...plain];
  return signs.length > most ? `${signs.slice(0, most - 1).join("").trimEnd()}…` : plain || "(no name)";
}
