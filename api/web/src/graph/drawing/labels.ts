/** Which labels have room: the weightier first, none over another. */

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
}

/** Roughly how wide a text is; the same for every pen, so that exports agree. */
export function widthOf(text: string, size: number): number {
  return [...text].length * size * 0.56;
}

const CELL = 64;

export class Room {
  private readonly cells = new Map<string, [number, number, number, number][]>();

  /** Whether there was room; it is taken then. */
  take({ x, y, text, size }: Label): boolean {
    const [half, rise] = [widthOf(text, size) / 2 + 2, size / 2 + 2];
    return this.takeBox(x - half, y - rise, x + half, y + rise);
  }

  /** Takes the room whatever is there. */
  claim(x: number, y: number, half: number): void {
    const box = [x - half, y - half, x + half, y + half] as [number, number, number, number];
    for (const cell of cellsOf(box)) this.cells.set(cell, [...(this.cells.get(cell) ?? []), box]);
  }

  private takeBox(left: number, top: number, right: number, bottom: number): boolean {
    const box = [left, top, right, bottom] as [number, number, number, number];
    const cells = cellsOf(box);
    if (cells.some((cell) => this.cells.get(cell)?.some((other) => meet(box, other)))) return false;
    for (const cell of cells) this.cells.set(cell, [...(this.cells.get(cell) ?? []), box]);
    return true;
  }
}

function meet(one: readonly number[], other: readonly number[]): boolean {
  const [left = 0, top = 0, right = 0, bottom = 0] = one;
  const [otherLeft = 0, otherTop = 0, otherRight = 0, otherBottom = 0] = other;
  return left < otherRight && otherLeft < right && top < otherBottom && otherTop < bottom;
}

function cellsOf([left, top, right, bottom]: readonly [number, number, number, number]): string[] {
  const found: string[] = [];
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) found.push(`${column},${row}`);
  }
  return found;
}
