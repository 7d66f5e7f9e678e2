/** A button that copies the text of the element it names. */

import { byId } from "../shared/dom";

export function copies(button: HTMLButtonElement): void {
  const source = byId(button.dataset["copies"] ?? "");
  button.hidden = false;
  button.addEventListener("click", () => void copy(source));
}

async function copy(source: HTMLElement): Promise<void> {
  const told = byId("copied");
  try {
    await navigator.clipboard.writeText(source.innerText);
    told.textContent = "Copied.";
  } catch {
    getSelection()?.selectAllChildren(source);
    told.textContent = "Selected: copy it with your keyboard.";
  }
}
