/** The counts to narrow by stand open beside the claims, and folded above them. */

const WIDE = "(min-width: 62rem)";

export function folds(details: HTMLDetailsElement): void {
  const wide = matchMedia(WIDE);
  const fit = (): void => {
    details.open = wide.matches;
  };
  wide.addEventListener("change", fit);
  fit();
}
