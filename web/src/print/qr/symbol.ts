// A QR code's squares (ISO/IEC 18004): what every code has, the codewords along their zigzag, and the best mask.
import { encodeText } from "./codewords";

/** Rows of squares, of which true is dark. */
export type Squares = boolean[][];

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

/** `value` with the remainder of its division by `divisor` behind it: format and version are written so. */
function withRemainder(value: number, divisor: number): number {
  const degree = 31 - Math.clz32(divisor);
  let rest = value << degree;
  for (let at = 31 - Math.clz32(rest); rest && at >= degree; at = 31 - Math.clz32(rest))
    rest ^= divisor << (at - degree);
  return (value << degree) | rest;
}

class Drawing {
  readonly squares: Squares;
  private readonly taken: Squares;
  private readonly size: number;

  constructor(private readonly version: number) {
    this.size = 17 + 4 * version;
    const empty = (): Squares => Array.from({ length: this.size }, () => Array<boolean>(this.size).fill(false));
    this.squares = empty();
    this.taken = empty();
    for (const [row, column] of [
      [3, 3],
      [3, this.size - 4],
      [this.size - 4, 3],
    ] as const)
      this.rings(row, column, 4, [0, 1, 3]);
    for (let n = 8; n < this.size - 8; n++) {
      this.set(6, n, n % 2 === 0);
      this.set(n, 6, n % 2 === 0);
    }
    const places = this.alignment();
    const last = places.length - 1;
    places.forEach((row, r) => {
      places.forEach((column, c) => {
        const corner = (r === 0 && c === 0) || (r === 0 && c === last) || (r === last && c === 0);
        if (!corner) this.rings(row, column, 2, [0, 2]);
      });
    });
    this.format(0); // keeps the place
    if (version >= 7) this.versionBits();
  }

  /** Where the centres of the small squares are, in rows and in columns. */
  private alignment(): number[] {
    if (this.version === 1) return [];
    const last = this.size - 7;
    return this.version < 7 ? [6, last] : [6, (6 + last) / 2, last];
  }

  private set(row: number, column: number, dark: boolean): void {
    const [squares, taken] = [this.squares[row], this.taken[row]];
    if (!squares || !taken || column < 0 || column >= this.size) return;
    squares[column] = dark;
    taken[column] = true;
  }

  /** Square rings around a centre, dark at the distances named. */
  private rings(row: number, column: number, reach: number, dark: number[]): void {
    for (let r = -reach; r <= reach; r++)
      for (let c = -reach; c <= reach; c++)
        this.set(row + r, column + c, dark.includes(Math.max(Math.abs(r), Math.abs(c))));
  }

  /** Level of error correction (M is 0) and mask, twice. */
  format(mask: number): void {
    const bits = withRemainder(mask, 0x537) ^ 0x5412;
    const bit = (at: number): boolean => ((bits >> at) & 1) === 1;
    for (let at = 0; at < 15; at++) {
      const row = at < 6 ? at : at < 8 ? at + 1 : this.size - 15 + at;
      this.set(row, 8, bit(at));
      const column = at < 8 ? this.size - 1 - at : at < 9 ? 15 - at : 14 - at;
      this.set(8, column, bit(at));
    }
    this.set(this.size - 8, 8, true);
  }

  private versionBits(): void {
    const bits = withRemainder(this.version, 0x1f25);
    for (let at = 0; at < 18; at++) {
      const [near, far] = [Math.floor(at / 3), this.size - 11 + (at % 3)];
      this.set(near, far, ((bits >> at) & 1) === 1);
      this.set(far, near, ((bits >> at) & 1) === 1);
    }
  }

  /** Put the codewords into what is free: pairs of columns from the right, upwards and downwards in turn. */
  fill(codewords: number[]): void {
    let at = 0;
    let upwards = true;
    for (let right = this.size - 1; right > 0; right -= 2) {
      if (right === 6) right = 5; // the column of the timing pattern is left out
      for (let step = 0; step < this.size; step++) {
        const row = upwards ? this.size - 1 - step : step;
        for (const column of [right, right - 1]) {
          const squares = this.squares[row];
          if (!squares || this.taken[row]?.[column]) continue;
          squares[column] = (((codewords[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) === 1;
          at++;
        }
      }
      upwards = !upwards;
    }
  }

  /** The squares under a mask. */
  masked(mask: number): Squares {
    this.format(mask);
    const turns = MASKS[mask];
    return this.squares.map((row, r) =>
      row.map((dark, c) => (this.taken[r]?.[c] ? dark : dark !== (turns?.(r, c) ?? false))),
    );
  }
}

/** How hard a code is to read: long runs, blocks, what looks like a finder pattern, too much of one colour. */
export function penalty(squares: Squares): number {
  const size = squares.length;
  const columns = squares.map((_, c) => squares.map((row) => row[c] ?? false));
  let points = 0;
  for (const line of [...squares, ...columns]) {
    const text = line.map((dark) => (dark ? "1" : "0")).join("");
    for (const run of text.match(/0+|1+/g) ?? []) if (run.length >= 5) points += run.length - 2;
    for (const like of ["10111010000", "00001011101"])
      for (let at = text.indexOf(like); at >= 0; at = text.indexOf(like, at + 1)) points += 40;
  }
  for (let r = 1; r < size; r++)
    for (let c = 1; c < size; c++) {
      const dark = squares[r]?.[c];
      if (dark === squares[r]?.[c - 1] && dark === squares[r - 1]?.[c] && dark === squares[r - 1]?.[c - 1]) points += 3;
    }
  const share = squares.flat().filter(Boolean).length / (size * size);
  return points + 10 * Math.floor(Math.abs(share - 0.5) * 20);
}

/** The code of a text; null if it is longer than 331 bytes. */
export function qrCode(text: string): Squares | null {
  const encoded = encodeText(text);
  if (!encoded) return null;
  const drawing = new Drawing(encoded.version);
  drawing.fill(encoded.codewords);
  const tried = MASKS.map((_, mask) => drawing.masked(mask));
  const points = tried.map(penalty);
  return tried[points.indexOf(Math.min(...points))] ?? null;
}
