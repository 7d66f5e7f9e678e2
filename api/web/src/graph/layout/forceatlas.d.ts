/** The parts of graphology-layout-forceatlas2 that need no graphology graph. */

declare module "graphology-layout-forceatlas2/iterate" {
  /** One step of ForceAtlas2 (Jacomy et al., 2014) over ten numbers a node and three an edge. */
  export default function iterate(settings: object, nodes: Float32Array, edges: Float32Array): void;
}

declare module "graphology-layout-forceatlas2/defaults" {
  const settings: Readonly<Record<string, number | boolean>>;
  export default settings;
}
