/** What a picture is drawn with: on a canvas, or as SVG. Lengths are pixels. */

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly alpha?: number;
}

export interface Shape {
  readonly fill: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly alpha?: number;
}

export interface Words {
  readonly colour: string;
  readonly size: number;
  readonly bold?: boolean;
  /** Painted around the letters, so that they stand out from what lies below. */
  readonly halo: string;
  readonly alpha?: number;
}

/** A quadratic Bézier curve. */
export interface Curve {
  readonly x1: number;
  readonly y1: number;
  readonly cx: number;
  readonly cy: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Pen {
  curve(curve: Curve, stroke: Stroke): void;
  /** Many in one go, which is faster. */
  curves(curves: readonly Curve[], stroke: Stroke): void;
  polygon(points: readonly (readonly [number, number])[], shape: Shape): void;
  circle(x: number, y: number, radius: number, shape: Shape): void;
  /** A square with rounded corners, by its middle. */
  square(x: number, y: number, half: number, shape: Shape): void;
  /** Text in one line, by its middle. */
  text(x: number, y: number, text: string, words: Words): void;
}
