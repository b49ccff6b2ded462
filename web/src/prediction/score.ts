// How far a guess is from the model's answer, and whether the range around it holds the answer.

const decimalsOf = (text: string): number => text.split(".")[1]?.length ?? 0;

/** The distance, with no more decimals than can be guessed (those of the slider's step, one at most); "0" if none can be told. */
export function roundedDistance(guess: string, answer: string, step = "1"): string {
  const away = Math.abs(Number(guess) - Number(answer));
  const text = away.toFixed(Math.min(Math.max(decimalsOf(guess), decimalsOf(step)), 1));
  return Number(text) === 0 ? "0" : text;
}

/** Whether the answer lies no further from the guess than the reader allowed; rounding is not held against the reader. */
export function isWithin(guess: string, within: string, answer: string): boolean {
  return Math.abs(Number(guess) - Number(answer)) <= Number(within) + 0.5 * 10 ** -(guess.split(".")[1]?.length ?? 0);
}

/** A number as it is written, with its unit: per cent without a space. */
export const joinUnit = (number: string, unit: string): string =>
  unit ? `${number}${unit.startsWith("%") ? "" : " "}${unit}` : number;

/** The unit of `value` in a prediction: one of something may have a name of its own. */
export const unitOf = ({ dataset }: Pick<HTMLElement, "dataset">, value: string | null): string =>
  (Number(value) === 1 ? dataset.unitOne : undefined) ?? dataset.unit ?? "";
