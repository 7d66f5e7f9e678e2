/** From the world, where nodes have their places, to the screen and back. */

import type { Point } from "../layout/layout";

export interface Camera {
  /** What of the world is in the middle of the screen. */
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

const LEAST_ZOOM = 0.04;
const MOST_ZOOM = 6;

export function toScreen(camera: Camera, [x, y]: Point): Point {
  return [(x - camera.x) * camera.zoom + camera.width / 2, (y - camera.y) * camera.zoom + camera.height / 2];
}

export function toWorld(camera: Camera, [x, y]: Point): Point {
  return [(x - camera.width / 2) / camera.zoom + camera.x, (y - camera.height / 2) / camera.zoom + camera.y];
}

export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom };
}

/** Nearer or farther; the point of the screen keeps what lies under it. */
export function zoomed(camera: Camera, factor: number, around: Point): Camera {
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, camera.zoom * factor));
  const under = toWorld(camera, around);
  const moved = toWorld({ ...camera, zoom }, around);
  return { ...camera, zoom, x: camera.x + under[0] - moved[0], y: camera.y + under[1] - moved[1] };
}

/** Room that is left around everything: labels, and the tools in the corners. */
const MARGIN = { side: 70, end: 46 };

/** The camera that shows all points, not nearer than life-size. */
export function fitted(camera: Camera, points: readonly Point[], nearest = 1.25): Camera {
  if (points.length === 0) return { ...camera, x: 0, y: 0, zoom: 1 };
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = [camera.width - 2 * MARGIN.side, camera.height - 2 * MARGIN.end].map((length) => Math.max(length, 60));
  const zoom = Math.min((room[0] as number) / (right - left || 1), (room[1] as number) / (bottom - top || 1), nearest);
  return { ...camera, x: (left + right) / 2, y: (top + bottom) / 2, zoom: Math.max(zoom, LEAST_ZOOM) };
}
