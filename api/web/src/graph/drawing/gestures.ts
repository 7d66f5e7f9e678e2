/** Mouse, touch and wheel on a canvas, as what they mean. */

import type { Point } from "../layout/layout";
import type { Key } from "../model/types";

export interface GestureHandlers {
  pan(dx: number, dy: number): void;
  zoom(factor: number, around: Point): void;
  /** The node that a drag from here moves, if any. */
  grab(point: Point, touch: boolean): Key | null;
  drag(key: Key, point: Point): void;
  drop(key: Key, point: Point): void;
  tap(point: Point, touch: boolean): void;
  doubleTap(point: Point): void;
  /** Null: the pointer has left. */
  hover(point: Point | null): void;
}

/** Movement in pixels from which a press is a drag. */
const SLACK = 4;

export function gestures(canvas: HTMLCanvasElement, handlers: GestureHandlers): void {
  const down = new Map<number, Point>();
  let held: { key: Key | null; from: Point; dragged: boolean } | null = null;

  const at = (event: MouseEvent): Point => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const point = at(event);
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, point);
    held = down.size === 1 ? { key: handlers.grab(point, event.pointerType !== "mouse"), from: point, dragged: false } : null;
  });

  canvas.addEventListener("pointermove", (event) => {
    const point = at(event);
    const before = down.get(event.pointerId);
    if (!before) return handlers.hover(point);
    down.set(event.pointerId, point);
    if (down.size === 2) return pinch(event.pointerId, before, point);
    if (!held) return;
    held.dragged ||= Math.hypot(point[0] - held.from[0], point[1] - held.from[1]) > SLACK;
    if (!held.dragged) return;
    if (held.key) handlers.drag(held.key, point);
    else handlers.pan(point[0] - before[0], point[1] - before[1]);
  });

  const pinch = (moved: number, before: Point, point: Point) => {
    const other = [...down].find(([id]) => id !== moved)?.[1];
    if (!other) return;
    const [old, now] = [before, point].map(([x, y]) => Math.hypot(x - other[0], y - other[1])) as [number, number];
    if (old > 0) handlers.zoom(now / old, [(point[0] + other[0]) / 2, (point[1] + other[1]) / 2]);
  };

  canvas.addEventListener("pointerup", (event) => {
    const point = at(event);
    down.delete(event.pointerId);
    if (held?.dragged && held.key) handlers.drop(held.key, point);
    else if (held && !held.dragged) handlers.tap(point, event.pointerType !== "mouse");
    held = null;
  });

  canvas.addEventListener("pointercancel", (event) => {
    down.delete(event.pointerId);
    held = null;
  });
  canvas.addEventListener("pointerleave", () => handlers.hover(null));
  canvas.addEventListener("dblclick", (event) => handlers.doubleTap(at(event)));
  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      handlers.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.03 : 0.0015)), at(event));
    },
    { passive: false },
  );
}
