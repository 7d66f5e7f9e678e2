/** The page for SPARQL: the plain field becomes an editor for those who ask for it. */

import { byId } from "../shared/dom";

const field = byId<HTMLTextAreaElement>("query");
const button = byId<HTMLButtonElement>("editor");
const state = byId("query-state");

button.hidden = false;
button.addEventListener("click", () => void open());

async function open(): Promise<void> {
  state.textContent = "Loading the editor …";
  try {
    const { replace } = await import("./editor");
    replace(field);
    button.remove();
    state.textContent = "";
  } catch {
    state.textContent = "The editor could not be loaded; the field works without it.";
  }
}
