/** The menu of exports: what is on the screen, in the formats that others read. */

import { byId, button, element } from "../../shared/dom";
import type { Picture } from "../drawing/paint";
import type { Explorer, Model } from "../explorer";
import { save, text } from "./file";
import { csv, gexf, graphml } from "./networks";
import { page } from "./page";
import { png, svgText } from "./picture";

interface Format {
  readonly name: string;
  readonly suffix: string;
  make(picture: Picture, model: Model, explorer: Explorer): Blob | Promise<Blob>;
}

const FORMATS: readonly Format[] = [
  { name: "Picture (PNG)", suffix: "png", make: png },
  { name: "Drawing (SVG)", suffix: "svg", make: (picture) => text(svgText(picture), "image/svg+xml") },
  { name: "Gephi (GEXF)", suffix: "gexf", make: ({ scene }) => text(gexf(scene), "application/xml") },
  { name: "GraphML", suffix: "graphml", make: ({ scene }) => text(graphml(scene), "application/xml") },
  { name: "Table of edges (CSV)", suffix: "csv", make: ({ scene }) => text(csv(scene), "text/csv") },
  {
    name: "Page with the claims (HTML)",
    suffix: "html",
    make: async (picture, { view }, explorer) => text(await page(picture, view, explorer), "text/html"),
  },
];

export function exportMenu(explorer: Explorer, picture: () => Picture, tell: (words: string) => void): (model: Model) => void {
  const menu = byId<HTMLDetailsElement>("export");
  let model: Model | null = null;
  const run = async (format: Format): Promise<void> => {
    menu.open = false;
    if (!model) return;
    tell(`Writing ${format.name}…`);
    try {
      save(`on-the-record.${format.suffix}`, await format.make(picture(), model, explorer));
      tell(`${format.name} is written.`);
    } catch (error) {
      tell(`${format.name} was not written: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const items = FORMATS.map((format) => element("li", {}, button(format.name, () => void run(format), { "data-format": format.suffix })));
  byId("export-list").replaceChildren(...items);
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  });
  return (now) => {
    model = now;
  };
}
