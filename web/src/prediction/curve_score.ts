// A drawn curve as it is kept, its values in a row, and how it stands to the model's.

/** The values of a curve as it is kept: "100 67.5 40"; empty if it is none. */
export function parseCurve(text: string): number[] {
  const values = text.trim() === "" ? [] : text.trim().split(/\s+/).map(Number);
  return values.every(Number.isFinite) ? values : [];
}

export interface Parting {
  /** The point at which the two curves are furthest apart. */
  place: number;
  /** How far they are apart there, and on average. */
  most: number;
  mean: number;
  /** How many points lie within the model's band. */
  held: number;
}

/** How a drawn curve parts from the model's; `half` is the rounding that a drawing allows. */
export function comparePoints(
  drawn: number[],
  model: number[],
  lows: number[],
  highs: number[],
  half: number,
): Parting {
  const apart = drawn.map((value, i) => Math.abs(value - (model[i] ?? NaN)));
  const most = Math.max(...apart);
  return {
    place: apart.indexOf(most),
    most,
    mean: apart.reduce((sum, one) => sum + one, 0) / apart.length,
    held: drawn.filter((value, i) => value >= (lows[i] ?? NaN) - half && value <= (highs[i] ?? NaN) + half).length,
  };
}

/** A number with one decimal at most. */
export const plain = (value: number): string => String(Number(value.toFixed(1)));

/**
 * The values after a pointer moved from point `from` to point `to`, where it stands at `value`: a quick hand leaves no
 * point out. Returns which points it set.
 */
export function drawBetween(values: number[], from: number, to: number, value: number): number[] {
  const start = values[from] ?? value;
  const step = Math.sign(to - from);
  const set = [];
  for (let i = from; i !== to; ) {
    i += step;
    values[i] = start + ((value - start) * (i - from)) / (to - from);
    set.push(i);
  }
  if (!step) values[to] = value;
  return step ? set : [to];
}
