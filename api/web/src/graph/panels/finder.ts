/** One box that finds what is on the screen, and adds what is not. */

import { byId, element } from "../../shared/dom";
import type { Explorer, Model } from "../explorer";
import { keyOf, type Key } from "../model/types";
import { short } from "../model/words";

const MOST = 8;

interface Option {
  readonly key: Key;
  readonly label: string;
  readonly here: boolean;
}

export function finder(explorer: Explorer, look: (key: Key) => void): (model: Model) => void {
  const input = byId<HTMLInputElement>("find");
  const list = byId("find-list");
  let model: Model | null = null;
  let options: readonly Option[] = [];
  let active = -1;
  let asked = 0;

  const choose = async (option: Option | undefined): Promise<void> => {
    if (!option) return;
    close();
    input.value = "";
    const focus = { kind: "node", key: option.key } as const;
    if (option.here) explorer.focus(focus);
    else await explorer.add([option.key], focus);
    look(option.key);
  };
  const close = () => {
    options = [];
    render();
  };
  const render = () => {
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
    if (active >= 0) input.setAttribute("aria-activedescendant", `found-${active}`);
    else input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...options.map((option, place) => item(option, place, place === active, () => void choose(option))));
  };
  const search = async (): Promise<void> => {
    const text = input.value.trim();
    const turn = ++asked;
    const here = text && model ? onScreen(model, text) : [];
    [options, active] = [here, -1];
    render();
    if (!text) return;
    const found = await explorer.questions.suggestions(text).catch(() => []);
    if (turn !== asked) return;
    const shown = new Set(model?.view.nodes.map(({ key }) => key));
    const rest = found.filter((each) => !shown.has(keyOf(each)));
    options = [...here, ...rest.map((each) => ({ key: keyOf(each), label: each.label, here: false }))];
    render();
  };

  input.addEventListener("input", () => void search());
  input.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step && options.length) active = (active + step + options.length) % options.length;
    else if (event.key === "Enter") void choose(options[Math.max(active, 0)]);
    else if (event.key === "Escape") options = [];
    else return;
    event.preventDefault();
    render();
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  return (now) => {
    model = now;
  };
}

function onScreen({ view, entities }: Model, text: string): Option[] {
  const wanted = text.toLocaleLowerCase();
  return view.nodes
    .map(({ key }) => ({ key, label: entities.get(key)?.label ?? key, here: true }))
    .filter(({ label }) => label.toLocaleLowerCase().includes(wanted))
    .slice(0, MOST);
}

function item({ label, here }: Option, place: number, chosen: boolean, act: () => void): HTMLLIElement {
  const hint = element("span", { class: "amount" }, here ? "on the screen" : "add");
  const made = element("li", { id: `found-${place}`, role: "option", "aria-selected": String(chosen) }, element("bdi", {}, short(label, 60)), hint);
  // before the field loses its focus, which closes the list
  made.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    act();
  });
  return made;
}
