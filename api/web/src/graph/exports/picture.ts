/** The current view as PNG and as SVG, drawn anew with all its details. */

import { svg } from "../../shared/dom";
import { CanvasPen } from "../drawing/canvasPen";
import { paint, type Picture } from "../drawing/paint";
import { SvgPen } from "../drawing/svgPen";

/** Pixels of a PNG for each of the screen's. */
const SCALE = 2;

export async function png(picture: Picture): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const { width, height } = picture.camera;
  [canvas.width, canvas.height] = [Math.round(width * SCALE), Math.round(height * SCALE)];
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser cannot draw the picture.");
  context.scale(SCALE, SCALE);
  context.fillStyle = picture.theme.paper;
  context.fillRect(0, 0, width, height);
  paint(picture, new CanvasPen(context, picture.theme.font));
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!made) throw new Error("This browser cannot write the picture.");
  return made;
}

export function svgElement(picture: Picture): SVGSVGElement {
  const { width, height } = picture.camera;
  const root = svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height });
  root.append(svg("rect", { width, height, fill: picture.theme.paper }));
  paint(picture, new SvgPen(root, picture.theme.font));
  return root;
}

export function svgText(picture: Picture): string {
  return new XMLSerializer().serializeToString(svgElement(picture));
}
