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

/** The language of the sentences above: their plural forms follow its rules. */
const plurals = new Intl.PluralRules("en");

const find = (key: string): string | undefined => own[key] ?? catalog[key];

/**
 * The sentence `key` with its {placeholders} filled in; the key itself if there is none.
 * A sentence that counts stands in the catalog as `key.one`, `key.other` and what other forms its language has; `n`, a
 * number, decides which is said.
 */
export function say(key: string, values: Record<string, string | number> = {}): string {
  const { n } = values;
  const form = typeof n === "number" ? find(`${key}.${plurals.select(n)}`) : undefined;
  const sentence = find(key) ?? form ?? find(`${key}.other`) ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
