// Each part of an answer marked as right or not yet: by a sign, by a word, and for screen readers on its field.
import { element } from "../shared/element";
import { say } from "../shared/words";
import type { Answer } from "./answer_key";
import { answerElement } from "./inputs";

/** Fields that may be called invalid; a radio button may not, its row says it. */
const FIELDS = "select, input:not([type=radio])";

/** Take all marks away. */
export function clearMarks(section: HTMLElement): void {
  for (const part of section.querySelectorAll("[data-mark]")) part.removeAttribute("data-mark");
  for (const word of section.querySelectorAll(".mark")) word.remove();
  for (const field of section.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

/** Mark each part of what was given. */
export function showMarks(section: HTMLElement, given: Answer, marks: boolean[]): void {
  for (const [n, right] of marks.entries()) {
    const part = answerElement(section, given, n);
    if (!part) continue;
    const kind = right ? "right" : "wrong";
    part.setAttribute("data-mark", kind);
    part.append(element("span", { className: "mark" }, say(`question.mark-${kind}`)));
    if (!right) part.querySelector(FIELDS)?.setAttribute("aria-invalid", "true");
  }
}
