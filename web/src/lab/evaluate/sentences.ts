// The lab's sentences, filled in as src/coursekit/lab/declare/sentences.py does: halves are rounded up in both.
import { say } from "../../shared/words";
import type { Readings, Say } from "../types";

function roundHalfUp(number: number): number {
  return Math.floor(number + 0.5) || 0; // never -0
}

/** A number as a reader sees it. */
export function formatNumber(number: number, form: string): string {
  if (Number.isNaN(number)) return "—";
  if (form === "%" || form === "points" || form === "hundredths") {
    const whole = roundHalfUp(100 * number);
    if (form === "%") {
      if (number > 0 && number < 0.005) return say("lab.under", { n: 1 }); // not nothing, and 0% would say so
      return number >= 0.995 && number < 1 ? say("lab.over", { n: 99 }) : `${whole}%`;
    }
    return form === "hundredths" ? String(whole) : say("lab.points", { n: whole });
  }
  if (form === ",") return roundHalfUp(number).toLocaleString("en-US");
  const digits = Number(/^\.(\d)f$/.exec(form)?.[1] ?? 2);
  return (roundHalfUp(number * 10 ** digits) / 10 ** digits).toFixed(digits);
}

/** What the sentences say of the readings: of each group, the first whose condition holds. */
export function renderSentences(says: Say[][], readings: Readings): string {
  return says
    .map((group) => group.find((one) => !one.when || one.when(readings))?.text ?? "")
    .filter((text) => text !== "")
    .map((text) =>
      text.replace(/\{([\w.]+)(?::([^}]*))?\}/g, (_, name: string, form?: string) =>
        formatNumber(readings[name] ?? NaN, form ?? ","),
      ),
    )
    .join(" ");
}
