// How far a guess is from the model's answer, and whether the range around it holds the answer.

/** The distance, with no more decimals than guess and answer have; "0" if there is none. */
export function roundedDistance(guess: string, answer: string): string {
  const away = Math.abs(Number(guess) - Number(answer));
  if (away < 1e-9) return "0";
  const decimals = Math.max(...[guess, answer].map((text) => text.split(".")[1]?.length ?? 0));
  return away.toFixed(Math.min(decimals, 2));
}

/** Whether the answer lies no further from the guess than the reader allowed; rounding is not held against the reader. */
export function isWithin(guess: string, within: string, answer: string): boolean {
  return Math.abs(Number(guess) - Number(answer)) <= Number(within) + 0.5 * 10 ** -(guess.split(".")[1]?.length ?? 0);
}
