/** The canvas: it shows a scene through a camera, and tells what is done to it. */

import type { Point } from "../layout/layout";
import type { Edge } from "../model/edges";
import type { Key } from "../model/types";
import { fitted, panned, toScreen, toWorld, zoomed, type Camera } from "./camera";
import { CanvasPen } from "./canvasPen";
import { hit, type Hit } from "./geometry";
import { paint, type Picture } from "./paint";
import { gestures } from "./gestures";
import { light, type Light, type Scene } from "./scene";
import { theme } from "./theme";

export interface Handlers {
  chooseNode(key: Key): void;
  chooseEdge(edge: Edge): void;
  chooseNothing(): void;
  expandNode(key: Key): void;
  moveNode(key: Key, to: Point): void;
  hover(hit: Hit | null, at: Point): void;
}

/** How long nodes take to their new places, in milliseconds. */
const GLIDE = 450;

/** How long after the last movement details come back. */
const REST = 140;

export class Surface {
  private camera: Camera = { x: 0, y: 0, zoom: 1, width: 1, height: 1 };
  private scene: Scene = { nodes: [], edges: [] };
  private chosen: Light | null = null;
  private hovered: Key | null = null;
  private colours = theme();
  private moving = false;
  private frame = 0;
  private resting = 0;
  private glide = 0;
  private whole = true;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly handlers: Handlers,
  ) {
    new ResizeObserver(() => this.resize()).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.colours = theme();
      this.draw();
    });
    gestures(canvas, this.gestureHandlers());
  }

  /** Shows a scene; nodes that were elsewhere glide to their places. */
  show(scene: Scene, chosen: Light | null, still = false): void {
    const before = new Map(this.scene.nodes.map(({ key, at }) => [key, at]));
    const moved = scene.nodes.some(({ key, at }) => {
      const old = before.get(key);
      return old && (Math.abs(old[0] - at[0]) > 1 || Math.abs(old[1] - at[1]) > 1);
    });
    this.chosen = chosen;
    cancelAnimationFrame(this.glide);
    const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (moved && !still && !reduced) this.glideTo(scene, before);
    else {
      this.scene = scene;
      if (this.whole) this.fit();
      else this.draw();
    }
  }

  /** Shows all of it. */
  fit(): void {
    this.whole = true;
    this.camera = fitted(this.camera, this.scene.nodes.map(({ at }) => at));
    this.draw();
  }

  /** Brings a node to the middle, near enough to read it. */
  lookAt(key: Key): void {
    const node = this.scene.nodes.find((each) => each.key === key);
    if (!node) return;
    this.whole = false;
    this.camera = { ...this.camera, x: node.at[0], y: node.at[1], zoom: Math.max(this.camera.zoom, 0.9) };
    this.draw();
  }

  zoom(factor: number): void {
    this.look(zoomed(this.camera, factor, [this.camera.width / 2, this.camera.height / 2]));
  }

  pan(dx: number, dy: number): void {
    this.look(panned(this.camera, dx, dy));
  }

  /** What is drawn, with details, as exports take it. */
  picture(): Picture {
    return { scene: this.scene, camera: this.camera, light: this.chosen, theme: this.colours, moving: false };
  }

  /** Where a node is on the screen, from the canvas's corner. */
  where(key: Key): Point | null {
    const node = this.scene.nodes.find((each) => each.key === key);
    return node ? toScreen(this.camera, node.at) : null;
  }

  private gestureHandlers(): Parameters<typeof gestures>[1] {
    const { handlers } = this;
    const found = (point: Point, touch: boolean) => hit(this.scene, this.camera, point, touch ? 14 : 6);
    return {
      pan: (dx, dy) => this.look(panned(this.camera, dx, dy)),
      zoom: (factor, around) => this.look(zoomed(this.camera, factor, around)),
      grab: (point, touch) => {
        const under = found(point, touch);
        return under && "node" in under ? under.node.key : null;
      },
      drag: (key, point) => this.drag(key, toWorld(this.camera, point)),
      drop: (key, point) => handlers.moveNode(key, toWorld(this.camera, point)),
      tap: (point, touch) => {
        const under = found(point, touch);
        if (!under) handlers.chooseNothing();
        else if ("node" in under) handlers.chooseNode(under.node.key);
        else handlers.chooseEdge(under.edge.edge);
      },
      doubleTap: (point) => {
        const under = found(point, false);
        if (under && "node" in under) handlers.expandNode(under.node.key);
      },
      hover: (point) => this.hover(point && found(point, false), point ?? [0, 0]),
    };
  }

  private hover(under: Hit | null, at: Point): void {
    this.handlers.hover(under, at);
    const key = under && "node" in under ? under.node.key : null;
    if (key === this.hovered) return;
    this.hovered = key;
    this.draw();
  }

  private look(camera: Camera): void {
    this.whole = false;
    this.camera = camera;
    this.moving = true;
    clearTimeout(this.resting);
    this.resting = window.setTimeout(() => {
      this.moving = false;
      this.draw();
    }, REST);
    this.draw();
  }

  private drag(key: Key, at: Point): void {
    const place = new Map([[key, at]]);
    this.scene = moved(this.scene, (node) => place.get(node) ?? null);
    this.draw();
  }

  private glideTo(scene: Scene, before: ReadonlyMap<Key, Point>): void {
    const began = performance.now();
    const step = (now: number) => {
      const share = Math.min(1, (now - began) / GLIDE);
      const eased = 1 - (1 - share) ** 3;
      this.moving = share < 1;
      this.scene = share < 1 ? moved(scene, (key, at) => between(before.get(key) ?? at, at, eased)) : scene;
      if (this.whole) this.camera = fitted(this.camera, this.scene.nodes.map(({ at }) => at));
      this.paint();
      if (share < 1) this.glide = requestAnimationFrame(step);
    };
    this.glide = requestAnimationFrame(step);
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (!width || !height) return;
    const dense = window.devicePixelRatio || 1;
    [this.canvas.width, this.canvas.height] = [Math.round(width * dense), Math.round(height * dense)];
    this.camera = { ...this.camera, width, height };
    if (this.whole) this.camera = fitted(this.camera, this.scene.nodes.map(({ at }) => at));
    this.paint();
  }

  private draw(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    this.frame = 0;
    const context = this.canvas.getContext("2d");
    if (!context) return;
    const { width, height } = this.camera;
    context.setTransform(this.canvas.width / width, 0, 0, this.canvas.height / height, 0, 0);
    context.clearRect(0, 0, width, height);
    const hovered = this.hovered && !this.chosen ? light(this.scene, { kind: "node", key: this.hovered }) : null;
    paint({ ...this.picture(), light: this.chosen ?? hovered, moving: this.moving }, new CanvasPen(context, this.colours.font));
  }
}

/** The scene with its nodes elsewhere. */
function moved(scene: Scene, place: (key: Key, at: Point) => Point | null): Scene {
  const nodes = new Map(scene.nodes.map((node) => [node.key, { ...node, at: place(node.key, node.at) ?? node.at }]));
  const edges = scene.edges.map((each) => ({
    ...each,
    start: nodes.get(each.start.key) ?? each.start,
    end: nodes.get(each.end.key) ?? each.end,
  }));
  return { nodes: [...nodes.values()], edges };
}

function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
