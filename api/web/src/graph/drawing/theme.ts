/** Colours and dashes from the style sheet's tokens: pages and pictures look alike. */

import { STANCES, type Stance } from "../model/types";

export interface Theme {
  readonly paper: string;
  readonly sheet: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  readonly font: string;
  readonly stances: Readonly<Record<Stance, { readonly colour: string; readonly dash: readonly number[] }>>;
}

/** The theme that holds now, dark or light. */
export function theme(): Theme {
  const styles = getComputedStyle(document.documentElement);
  const token = (name: string) => styles.getPropertyValue(`--${name}`).trim();
  const stance = (name: Stance) => ({
    colour: token(`stance-${name}`),
    dash: token(`stance-${name}-dash`).split(/[\s,]+/).map(Number).filter((length) => length > 0),
  });
  const stances = Object.fromEntries(STANCES.map((name) => [name, stance(name)])) as unknown as Theme["stances"];
  return {
    paper: token("paper"),
    sheet: token("sheet"),
    ink: token("ink"),
    soft: token("soft"),
    line: token("line"),
    accent: token("accent"),
    font: token("sans"),
    stances,
  };
}
