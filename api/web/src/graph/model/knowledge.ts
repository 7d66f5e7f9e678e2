/** What the server has told so far: a view of known nodes needs no further question. */

import { keyOf, type Bundle, type Drawing, type Entity, type Key } from "./types";

export interface Knowledge {
  readonly entities: ReadonlyMap<Key, Entity>;
  readonly bundles: readonly Bundle[];
}

export const NOTHING: Knowledge = { entities: new Map(), bundles: [] };

/** A drawing as knowledge: it tells all bundles among its nodes. */
export function known(drawing: Drawing): Knowledge {
  const keys = drawing.nodes.map(keyOf);
  return {
    entities: new Map(drawing.nodes.map((node, place) => [keys[place] as Key, node])),
    bundles: drawing.bundles.map((bundle) => ({
      ...bundle,
      start: keys[bundle.start] as Key,
      end: keys[bundle.end] as Key,
    })),
  };
}

/** The bundles among some nodes. */
export function among(knowledge: Knowledge, keys: ReadonlySet<Key>): Bundle[] {
  return knowledge.bundles.filter(({ start, end }) => keys.has(start) && keys.has(end));
}
