/** A field that takes an actor or a topic by its name, with suggestions. */

import { element } from "../../shared/dom";
import type { Explorer } from "../explorer";
import { keyOf, type Key } from "../model/types";
import { short } from "../model/words";

let made = 0;

/** Tells the key that is chosen, or null while what is typed is no name. */
export function picker(label: string, explorer: Explorer, chosen: (key: Key | null) => void): HTMLElement {
  const [field, list] = [`picker-${++made}`, `picker-list-${made}`];
  const options = element("datalist", { id: list });
  const input = element("input", { id: field, list, type: "text", autocomplete: "off" });
  const found = new Map<string, Key>();
  let asked = 0;
  input.addEventListener("input", () => {
    const exact = found.get(input.value);
    chosen(exact ?? null);
    if (exact) return;
    const turn = ++asked;
    void explorer.questions.suggestions(input.value).then((several) => {
      if (turn !== asked) return;
      found.clear();
      for (const each of several) found.set(`${short(each.label, 60)}${each.kind === "topic" ? " (topic)" : ""}`, keyOf(each));
      options.replaceChildren(...[...found.keys()].map((value) => element("option", { value })));
      chosen(found.get(input.value) ?? null);
    });
  });
  return element("p", { class: "picker" }, element("label", { for: field }, label), input, options);
}
