// Sentences by their keys, as the catalog in src/coursekit/words keeps them: no sentence stands in TypeScript.
const catalog: Record<string, string> = {};

// What the course says in words of its own, in place of the catalog's: the page's template brings it.
const own = JSON.parse(globalThis.document?.getElementById("course-words")?.textContent ?? "{}") as Record<
  string,
  string
>;

/** Let `say` know these sentences, by their keys: each bundle carries only those that it says. */
export function addSentences(more: Record<string, string>): void {
  Object.assign(catalog, more);
}

/** The language of the sentences: their plural forms follow its rules. */
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
