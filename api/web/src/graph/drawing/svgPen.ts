/** A pen that writes SVG elements; text goes in as text. */

import { svg } from "../../shared/dom";
import type { Curve, Pen, Shape, Stroke, Words } from "./pen";

export class SvgPen implements Pen {
  constructor(
    readonly root: SVGElement,
    private readonly font: string,
  ) {}

  curve({ x1, y1, cx, cy, x2, y2 }: Curve, { colour, width, dash, alpha = 1 }: Stroke): void {
    const d = `M${round(x1)} ${round(y1)}Q${round(cx)} ${round(cy)} ${round(x2)} ${round(y2)}`;
    const look = { stroke: colour, "stroke-width": round(width), "stroke-dasharray": dash?.join(" ") || undefined };
    this.root.append(svg("path", { d, fill: "none", ...look, opacity: opacity(alpha) }));
  }

  curves(curves: readonly Curve[], stroke: Stroke): void {
    for (const curve of curves) this.curve(curve, stroke);
  }

  polygon(points: readonly (readonly [number, number])[], shape: Shape): void {
    const listed = points.map(([x, y]) => `${round(x)},${round(y)}`).join(" ");
    this.root.append(svg("polygon", { points: listed, ...look(shape) }));
  }

  circle(x: number, y: number, radius: number, shape: Shape): void {
    this.root.append(svg("circle", { cx: round(x), cy: round(y), r: round(radius), ...look(shape) }));
  }

  square(x: number, y: number, half: number, shape: Shape): void {
    const [side, corner] = [round(2 * half), round(half * 0.35)];
    const place = { x: round(x - half), y: round(y - half), width: side, height: side, rx: corner };
    this.root.append(svg("rect", { ...place, ...look(shape) }));
  }

  text(x: number, y: number, text: string, { colour, size, bold, halo, alpha = 1 }: Words): void {
    const place = { x: round(x), y: round(y), "text-anchor": "middle", "dominant-baseline": "central" };
    const type = { "font-family": this.font, "font-size": size, "font-weight": bold ? 600 : undefined };
    const paint = { fill: colour, stroke: halo, "stroke-width": 4, "paint-order": "stroke", "stroke-linejoin": "round" };
    this.root.append(svg("text", { ...place, ...type, ...paint, opacity: opacity(alpha) }, text));
  }
}

function look({ fill, stroke, width, alpha = 1 }: Shape): Record<string, string | number | undefined> {
  return { fill, stroke, "stroke-width": stroke ? width : undefined, opacity: opacity(alpha) };
}

function opacity(alpha: number): number | undefined {
  return alpha < 1 ? alpha : undefined;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
