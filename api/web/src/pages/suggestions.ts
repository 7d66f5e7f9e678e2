/** Names suggested as one types: the combobox pattern of ARIA APG, with a list that is
 *  only proposed (Enter with nothing chosen sends the form as it stands). */

import { element } from "../shared/dom";
import { ask } from "../shared/http";
import { offered, terms, withTerm, type Kind, type Offer, type Suggested, type Term } from "./terms";

/** Milliseconds without a key before the server is asked. */
const PAUSE = 120;

const MOST = 5;

export function suggests(input: HTMLInputElement): void {
  new Combobox(input, (input.dataset["suggest"] ?? "query") as Kind);
}

class Combobox {
  private readonly list: HTMLUListElement;
  private readonly told = element("span", { class: "unseen", role: "status" });
  private offers: Offer[] = [];
  private active = -1;
  private timer = 0;
  private asked = "";
  private meant: Term | null = null;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly kind: Kind,
  ) {
    const id = `${input.id}-suggestions`;
    this.list = element("ul", { id, class: "suggestions", role: "listbox", "aria-label": "Suggestions", hidden: true });
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", id);
    input.after(this.list, this.told);
    input.addEventListener("input", () => this.wait());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    // the list must not take the focus before the click is through
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = (event.target as Element).closest("li");
      if (option) this.choose([...this.list.children].indexOf(option));
    });
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.fetch(), PAUSE);
  }

  private async fetch(): Promise<void> {
    const text = this.input.value;
    this.asked = text;
    for (const term of terms(text, this.kind)) {
      const offers = await suggested(term);
      if (this.asked !== text || document.activeElement !== this.input) return;
      this.meant = term;
      this.show(offers);
      if (offers.length) return;
    }
    if (this.asked === text) this.close();
  }

  private show(offers: Offer[]): void {
    this.offers = offers;
    this.list.replaceChildren(
      ...offers.map((offer, place) =>
        element(
          "li",
          { role: "option", id: `${this.list.id}-${place}`, "aria-selected": "false" },
          element("bdi", {}, offer.label),
          element("small", {}, `${offer.what}, ${offer.claims} ${offer.claims === 1 ? "claim" : "claims"}`),
        ),
      ),
    );
    this.told.textContent = offers.length ? `${offers.length} suggestions` : "";
    this.open(offers.length > 0);
  }

  private key(event: KeyboardEvent): void {
    const open = !this.list.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && open) {
      event.preventDefault();
      const places = this.offers.length + 1; // one of them is the text itself
      this.mark(((this.active + 1 + step + places) % places) - 1);
    } else if (event.key === "ArrowDown") {
      this.wait();
    } else if (event.key === "Escape" && open) {
      event.preventDefault(); // a field of type search would be emptied
      this.close();
    } else if (event.key === "Enter" && open && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    }
  }

  private mark(place: number): void {
    this.active = place;
    [...this.list.children].forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === place));
      if (at === place) option.scrollIntoView({ block: "nearest" });
    });
    const id = this.list.children[place]?.id;
    if (id) this.input.setAttribute("aria-activedescendant", id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  private choose(place: number): void {
    const offer = this.offers[place];
    if (!offer || !this.meant) return;
    this.input.value = withTerm(this.asked, this.meant, offer, this.kind);
    this.close();
    if (this.kind === "query") this.input.form?.requestSubmit();
  }

  private close(): void {
    clearTimeout(this.timer);
    this.asked = "";
    this.open(false);
  }

  private open(open: boolean): void {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    this.mark(-1);
  }
}

/** What the server suggests for a term; nothing where it cannot be asked. */
async function suggested({ typed, wanted }: Term): Promise<Offer[]> {
  const root = document.body.dataset["root"] ?? "";
  const address = `${root}/api/suggest?${new URLSearchParams({ q: typed, limit: String(MOST) })}`;
  const found = await ask<Suggested>(address).catch(() => null);
  return found ? offered(found, wanted) : [];
}
