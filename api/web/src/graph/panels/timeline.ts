/** When the claims on the screen were made, as bars, and a window over them. */

import { byId, element, svg } from "../../shared/dom";
import type { Explorer, Model } from "../explorer";
import { filtered } from "../model/edges";
import { histogram, monthName, type Bar, type Window } from "../model/months";

const HEIGHT = 44;

/** Between two steps of the play, in milliseconds. */
const BEAT = 650;

/** Over how many steps a play goes, about. */
const STEPS = 40;

type Range = readonly [from: number, to: number];

export function timeline(explorer: Explorer): (model: Model) => void {
  const chart = byId("timeline");
  const words = byId("window-words");
  const all = byId<HTMLButtonElement>("all-time");
  const play = byId<HTMLButtonElement>("play");
  const handles = [handle("From"), handle("To")] as const;
  const picture = element("div", { class: "timeline__picture" });
  chart.replaceChildren(picture, ...handles);
  let bars: readonly Bar[] = [];
  let range: Range = [0, 0];
  let drawn = "";
  let timer = 0;

  const windowOf = ([from, to]: Range): Window | null => {
    const [first, last] = [bars[from], bars[to]];
    return !first || !last || (from === 0 && to === bars.length - 1) ? null : { from: first.from, to: last.to };
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = "▶ Play";
    play.setAttribute("aria-pressed", "false");
  };

  handles.forEach((input, side) => {
    const moved = (kind: "step" | "passing") => {
      stop();
      const at = Number(input.value);
      const next: Range = side === 0 ? [Math.min(at, range[1]), range[1]] : [range[0], Math.max(at, range[0])];
      explorer.window(windowOf(next), kind);
    };
    input.addEventListener("input", () => moved("passing"));
    input.addEventListener("change", () => moved("step"));
  });
  brush(chart, () => bars.length, (next, done) => {
    stop();
    explorer.window(windowOf(next), done ? "step" : "passing");
  });
  all.addEventListener("click", () => {
    stop();
    explorer.window(null);
  });
  play.addEventListener("click", () => {
    if (timer) return stop();
    const whole = range[0] === 0 && range[1] === bars.length - 1;
    const width = whole ? Math.max(1, Math.round(bars.length / 6)) : range[1] - range[0] + 1;
    const stride = Math.max(1, Math.round(bars.length / STEPS));
    let from = whole || range[1] >= bars.length - 1 ? 0 : range[0];
    play.textContent = "❚❚ Pause";
    play.setAttribute("aria-pressed", "true");
    const step = () => {
      if (from + width > bars.length) return stop();
      explorer.window(windowOf([from, from + width - 1]), "passing");
      from += stride;
    };
    step();
    timer = window.setInterval(step, BEAT);
  });

  return ({ view, bundles }) => {
    bars = histogram(filtered(bundles, { stances: view.stances, window: null }));
    range = rangeOf(bars, view.window);
    all.disabled = view.window === null;
    const [first, last] = [bars[range[0]], bars[range[1]]];
    words.textContent = first && last ? `${monthName(first.from)} – ${monthName(last.to)}` : "No claim here has a date.";
    handles.forEach((input, side) => {
      input.max = String(Math.max(0, bars.length - 1));
      input.value = String(range[side as 0 | 1]);
      input.disabled = bars.length < 2;
      const bar = bars[range[side as 0 | 1]];
      input.setAttribute("aria-valuetext", bar ? monthName(side === 0 ? bar.from : bar.to) : "no date");
    });
    play.disabled = bars.length < 2;
    const now = JSON.stringify([bars, range]);
    if (now === drawn) return;
    drawn = now;
    picture.replaceChildren(barChart(bars, range));
  };
}

function handle(label: string): HTMLInputElement {
  return element("input", { type: "range", min: 0, max: 0, step: 1, "aria-label": `${label} month`, class: "timeline__handle" });
}

/** The bars that a window holds; all of them without one. */
function rangeOf(bars: readonly Bar[], window: Window | null): Range {
  if (!window || !bars.length) return [0, Math.max(0, bars.length - 1)];
  const from = bars.findIndex(({ to }) => to >= window.from);
  const to = bars.findLastIndex((bar) => bar.from <= window.to);
  return [from < 0 ? bars.length - 1 : from, Math.max(0, to)];
}

function barChart(bars: readonly Bar[], [from, to]: Range): SVGSVGElement {
  const most = Math.max(1, ...bars.map(({ claims }) => claims));
  const rects = bars.map(({ claims }, place) => {
    const height = claims ? Math.max(2, (claims / most) * HEIGHT) : 0;
    const inside = place >= from && place <= to;
    return svg("rect", { x: place + 0.08, y: HEIGHT - height, width: 0.84, height, class: inside ? "bar bar--in" : "bar" });
  });
  const shade = svg("rect", { x: from, y: 0, width: to - from + 1, height: HEIGHT, class: "timeline__window" });
  const box = `0 0 ${Math.max(1, bars.length)} ${HEIGHT}`;
  return svg("svg", { viewBox: box, preserveAspectRatio: "none", "aria-hidden": "true", class: "timeline__bars" }, shade, ...rects);
}

/** A drag across the bars is a window over them. */
function brush(chart: HTMLElement, count: () => number, moved: (range: Range, done: boolean) => void): void {
  let from: number | null = null;
  const at = (event: PointerEvent) => {
    const box = chart.getBoundingClientRect();
    const share = (event.clientX - box.left) / (box.width || 1);
    return Math.max(0, Math.min(count() - 1, Math.floor(share * count())));
  };
  const range = (start: number, event: PointerEvent): Range => [Math.min(start, at(event)), Math.max(start, at(event))];
  chart.addEventListener("pointerdown", (event) => {
    if (event.target instanceof HTMLInputElement || count() < 2) return;
    from = at(event);
    chart.setPointerCapture(event.pointerId);
  });
  chart.addEventListener("pointermove", (event) => {
    if (from !== null) moved(range(from, event), false);
  });
  chart.addEventListener("pointerup", (event) => {
    if (from !== null) moved(range(from, event), true);
    from = null;
  });
}
