// The catalog that src/coursekit/words keeps: no sentence stands in TypeScript.
import exercise from "../../../src/coursekit/words/en/exercise.json";
import lab from "../../../src/coursekit/words/en/lab.json";
import memo from "../../../src/coursekit/words/en/memo.json";
import offline from "../../../src/coursekit/words/en/offline.json";
import page from "../../../src/coursekit/words/en/page.json";
import python from "../../../src/coursekit/words/en/python.json";
import question from "../../../src/coursekit/words/en/question.json";
import reflection from "../../../src/coursekit/words/en/reflection.json";
import review from "../../../src/coursekit/words/en/review.json";
import widget from "../../../src/coursekit/words/en/widget.json";

const catalog: Record<string, string> = {
  ...page,
  ...offline,
  ...lab,
  ...memo,
  ...exercise,
  ...question,
  ...review,
  ...reflection,
  ...python,
  ...widget,
}; // prettier-ignore

// What the course says in words of its own, in place of the catalog's: the page's template brings it.
const own = JSON.parse(globalThis.document?.getElementById("course-words")?.textContent ?? "{}") as Record<
  string,
  string
>;

/** Add sentences that only one part of the course says, so that the other bundles need not carry them. */
export function addSentences(more: Record<string, string>): void {
  Object.assign(catalog, more);
}

/** The sentence `key` with its {placeholders} filled in; the key itself if there is none. */
export function say(key: string, values: Record<string, string | number> = {}): string {
  const sentence = own[key] ?? catalog[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
