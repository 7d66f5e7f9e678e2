/** Nodes and edges as ForceAtlas2 has them: rows of numbers, one after another. */

/** Columns of a node's row. */
export const NODE = { x: 0, y: 1, mass: 6, convergence: 7, size: 8, fixed: 9, length: 10 } as const;

/** Columns of an edge's row; its ends are where the rows of nodes begin. */
export const EDGE = { source: 0, target: 1, weight: 2, length: 3 } as const;

export interface Task {
  readonly id: number;
  readonly nodes: Float32Array;
  readonly edges: Float32Array;
  /** Half the width and half the height that each node and its label need. */
  readonly boxes: Float32Array;
  readonly iterations: number;
}

export interface Arranged {
  readonly id: number;
  readonly nodes: Float32Array;
}
