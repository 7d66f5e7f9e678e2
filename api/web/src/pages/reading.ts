/** An article's text and the list of its claims: each leads to its place in the other. */

export function followsClaims(text: HTMLElement): void {
  text.addEventListener("click", (event) => {
    const mark = (event.target as Element).closest<HTMLElement>("mark[data-claims]");
    const [first] = claimsOf(mark);
    if (first && !getSelection()?.toString()) open(first);
  });
  for (const note of document.querySelectorAll<HTMLElement>(".notes > li")) {
    const id = note.id.replace("claim-", "");
    for (const [begin, end] of [["mouseenter", "mouseleave"], ["focusin", "focusout"]] as const) {
      note.addEventListener(begin, () => light(text, "is-lit", id));
      note.addEventListener(end, () => light(text, "is-lit", null));
    }
  }
  const arrive = (): void => light(text, "is-here", location.hash.split("#at-")[1] ?? null);
  addEventListener("hashchange", arrive);
  arrive();
}

/** Goes to a claim in the list, as its number in the text does. */
function open(claim: string): void {
  const note = document.getElementById(`claim-${claim}`);
  if (!note) return;
  location.hash = note.id;
  note.focus({ preventScroll: true });
}

/** Marks the evidence of one claim so, or that of none. */
function light(text: HTMLElement, how: "is-lit" | "is-here", claim: string | null): void {
  for (const mark of text.querySelectorAll<HTMLElement>("mark[data-claims]")) {
    mark.classList.toggle(how, claim !== null && claimsOf(mark).includes(claim));
  }
}

function claimsOf(mark: HTMLElement | null): string[] {
  return mark?.dataset["claims"]?.split(" ") ?? [];
}
