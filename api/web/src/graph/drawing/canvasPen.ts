/** A pen on a canvas. */

import type { Curve, Pen, Shape, Stroke, Words } from "./pen";

export class CanvasPen implements Pen {
  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly font: string,
  ) {
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
  }

  curve(curve: Curve, stroke: Stroke): void {
    this.curves([curve], stroke);
  }

  curves(curves: readonly Curve[], { colour, width, dash, alpha = 1 }: Stroke): void {
    const context = this.context;
    context.globalAlpha = alpha;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(dash ? [...dash] : []);
    context.beginPath();
    for (const { x1, y1, cx, cy, x2, y2 } of curves) {
      context.moveTo(x1, y1);
      context.quadraticCurveTo(cx, cy, x2, y2);
    }
    context.stroke();
  }

  polygon(points: readonly (readonly [number, number])[], shape: Shape): void {
    this.context.beginPath();
    points.forEach(([x, y]) => this.context.lineTo(x, y));
    this.context.closePath();
    this.finish(shape);
  }

  circle(x: number, y: number, radius: number, shape: Shape): void {
    this.context.beginPath();
    this.context.arc(x, y, radius, 0, 2 * Math.PI);
    this.finish(shape);
  }

  square(x: number, y: number, half: number, shape: Shape): void {
    this.context.beginPath();
    this.context.roundRect(x - half, y - half, 2 * half, 2 * half, half * 0.35);
    this.finish(shape);
  }

  text(x: number, y: number, text: string, { colour, size, bold, halo, alpha = 1 }: Words): void {
    const context = this.context;
    context.globalAlpha = alpha;
    context.font = `${bold ? "600 " : ""}${size}px ${this.font}`;
    context.setLineDash([]);
    context.strokeStyle = halo;
    context.lineWidth = 4;
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }

  private finish({ fill, stroke, width = 1, alpha = 1 }: Shape): void {
    const context = this.context;
    context.globalAlpha = alpha;
    context.fillStyle = fill;
    context.fill();
    if (!stroke) return;
    context.setLineDash([]);
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.stroke();
  }
}
