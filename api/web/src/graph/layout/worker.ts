/** The layout, beside the page: forces first, then room for every label. */

import settings from "graphology-layout-forceatlas2/defaults";
import iterate from "graphology-layout-forceatlas2/iterate";
import { EDGE, NODE, type Task } from "./matrices";
import { spread } from "./spread";

/** Above so many nodes forces are summed by region (Barnes and Hut, 1986). */
const MANY = 400;

self.addEventListener("message", ({ data }: MessageEvent<Task>) => {
  const { id, nodes, edges, boxes, iterations } = data;
  const forces = {
    ...settings,
    // keeps together what nothing joins
    strongGravityMode: true,
    gravity: 0.28,
    scalingRatio: 2.5,
    edgeWeightInfluence: 0.4,
    barnesHutOptimize: nodes.length / NODE.length > MANY,
    barnesHutTheta: 0.8,
  };
  if (edges.length >= EDGE.length) {
    for (let step = 0; step < iterations; step++) iterate(forces, nodes, edges);
  }
  spread(nodes, boxes);
  self.postMessage({ id, nodes }, { transfer: [nodes.buffer] });
});
