/** Claims as a list: what was said, when and where, with the ways to its proof. */

import { button, element } from "../../shared/dom";
import type { Explorer } from "../explorer";
import type { Window } from "../model/months";
import type { Claim, Key, Stance } from "../model/types";
import { short } from "../model/words";

export function claimItem(claim: Claim, explorer: Explorer): HTMLLIElement {
  const { questions } = explorer;
  const quoted = claim.quote === "direct" ? `“${short(claim.content.text, 320)}”` : short(claim.content.text, 320);
  const when = claim.date.edtf ?? claim.date.earliest ?? claim.date.latest ?? "no date";
  const where = short(claim.article.publisher ?? claim.article.title ?? claim.article.source, 60);
  return element(
    "li",
    { class: "evidence__claim", "data-stance": claim.stance },
    element("p", { class: "evidence__what" }, element("span", { class: "evidence__stance" }, claim.stance), " ", element("bdi", {}, quoted)),
    element(
      "p",
      { class: "evidence__where" },
      element("time", {}, when),
      " · ",
      element("bdi", {}, where),
      " · ",
      element("a", { href: questions.claimPage(claim) }, "claim"),
      " · ",
      element("a", { href: questions.articlePage(claim) }, "in its article"),
    ),
  );
}

/** The claims behind an edge, the newest first, page by page. */
export function claimList(
  explorer: Explorer,
  edge: { start: Key; end: Key; stances: readonly Stance[] },
  window: Window | null,
): HTMLElement {
  const list = element("ul", { class: "evidence" });
  const state = element("p", { class: "evidence__state" }, "Loading…");
  const load = async (cursor: string | null): Promise<void> => {
    try {
      const page = await explorer.questions.claims(edge.start, edge.end, edge.stances, window, cursor);
      list.append(...page.claims.map((claim) => claimItem(claim, explorer)));
      const shown = list.children.length;
      state.replaceChildren(page.next ? `${shown} of ${page.total} ` : "");
      if (page.next) state.append(button("Show more", () => void load(page.next)));
      if (!page.total) state.replaceChildren("No claim is left by the filters.");
    } catch (error) {
      state.replaceChildren(error instanceof Error ? error.message : "The claims did not come.", " ");
      state.append(button("Try again", () => void load(cursor)));
    }
  };
  void load(null);
  return element("div", {}, list, state);
}
