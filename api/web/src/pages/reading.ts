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
      note.addEventListener(begin, () => light(text, id, true));
      note.addEventListener(end, () => light(text, id, false));
    }
  }
}

/** Goes to a claim in the list, as its number in the text does. */
function open(claim: string): void {
  const note = document.getElementById(`claim-${claim}`);
  if (!note) return;
  location.hash = note.id;
  note.focus({ preventScroll: true });
}

function light(text: HTMLElement, claim: string, on: boolean): void {
  for (const mark of text.querySelectorAll<HTMLElement>("mark[data-claims]")) {
    if (claimsOf(mark).includes(claim)) mark.classList.toggle("is-lit", on);
  }
}

function claimsOf(mark: HTMLElement | null): string[] {
  return mark?.dataset["claims"]?.split(" ") ?? [];
}
