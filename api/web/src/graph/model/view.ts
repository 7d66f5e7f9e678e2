/** What a view is: nodes with their places, filters, and what is looked at. Its address
 *  says all of it, so that whoever opens the address sees the same picture. */

import { isoMonth, parseMonth, type Window } from "./months";
import { STANCES, type Key, type Stance } from "./types";

export interface Placed {
  readonly key: Key;
  /** Null until a layout has placed it. */
  readonly at: readonly [x: number, y: number] | null;
  readonly pinned: boolean;
}

export type Focus =
  | { readonly kind: "node"; readonly key: Key }
  | { readonly kind: "edge"; readonly start: Key; readonly end: Key; readonly stances: readonly Stance[] }
  | { readonly kind: "path"; readonly start: Key; readonly end: Key };

export interface View {
  readonly nodes: readonly Placed[];
  /** The stances that are shown; empty: all. */
  readonly stances: readonly Stance[];
  readonly window: Window | null;
  readonly focus: Focus | null;
  readonly seed: number;
}

export const EMPTY: View = { nodes: [], stances: [], window: null, focus: null, seed: 1 };

/** The view as the fragment of an address. */
export function toFragment(view: View): string {
  const parts = [`nodes=${view.nodes.map(written).join(";")}`];
  if (view.stances.length) parts.push(`stances=${view.stances.join(",")}`);
  if (view.window) parts.push(`window=${isoMonth(view.window.from)}..${isoMonth(view.window.to)}`);
  if (view.focus) parts.push(`show=${focusWritten(view.focus)}`);
  if (view.seed !== 1) parts.push(`seed=${view.seed}`);
  return parts.join("&");
}

/** The view that a fragment tells; what it does not understand is left out.
 *  Null where it tells of no nodes. */
export function fromFragment(fragment: string): View | null {
  const parts = new Map<string, string>();
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const cut = part.indexOf("=");
    if (cut > 0) parts.set(part.slice(0, cut), part.slice(cut + 1));
  }
  const listed = parts.get("nodes");
  if (listed === undefined) return null;
  const seed = Number(parts.get("seed") ?? 1);
  return {
    nodes: listed.split(";").flatMap(read),
    stances: known(parts.get("stances") ?? ""),
    window: readWindow(parts.get("window") ?? ""),
    focus: readFocus(parts.get("show") ?? ""),
    seed: Number.isSafeInteger(seed) ? seed : 1,
  };
}

function written({ key, at, pinned }: Placed): string {
  const place = at ? `@${Math.round(at[0])},${Math.round(at[1])}` : "";
  return `${writtenKey(key)}${place}${pinned ? "!" : ""}`;
}

function read(text: string): Placed[] {
  const found = /^([^@!]+)(?:@(-?\d+),(-?\d+))?(!?)$/.exec(text);
  const key = found?.[1] ? readKey(found[1]) : null;
  if (!found || !key) return [];
  const at = found[2] && found[3] ? ([Number(found[2]), Number(found[3])] as const) : null;
  return [{ key, at, pinned: found[4] === "!" }];
}

/** `!` and what cuts an address into parts are escaped as well. */
function writtenKey(key: Key): string {
  const cut = key.indexOf(":");
  return `${key.slice(0, cut)}:${encodeURIComponent(key.slice(cut + 1)).replace(/[!~]/g, escaped)}`;
}

function escaped(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

function readKey(text: string): Key | null {
  if (!/^(agent|topic):./.test(text)) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function known(text: string): Stance[] {
  const listed = text.split(",");
  return STANCES.filter((stance) => listed.includes(stance));
}

function readWindow(text: string): Window | null {
  const [from, to] = text.split("..").map(parseMonth);
  return from && to && from <= to ? { from, to } : null;
}

function focusWritten(focus: Focus): string {
  if (focus.kind === "node") return `node~${writtenKey(focus.key)}`;
  const ends = `${writtenKey(focus.start)}~${writtenKey(focus.end)}`;
  return focus.kind === "path" ? `path~${ends}` : `edge~${ends}~${focus.stances.join(",")}`;
}

function readFocus(text: string): Focus | null {
  const [kind, first = "", second = "", stances = ""] = text.split("~");
  const [start, end] = [readKey(first), readKey(second)];
  if (kind === "node" && start) return { kind, key: start };
  if (kind === "path" && start && end) return { kind, start, end };
  if (kind === "edge" && start && end) return { kind, start, end, stances: known(stances) };
  return null;
}
