// Free text as it is kept: an essay's one text, or a memo's answers. Two tabs' or two files' versions become one, and
// what both have written stays: the newer text stands, the other is set aside beside it, whole.

/** An essay (`text`) or a memo (`answers`) as it is kept. */
export interface SavedTexts {
  /** The text of each field; an essay has one, called ESSAY_FIELD. */
  texts: Record<string, string>;
  /** ISO date and time of the last change. */
  at: string;
  /** The tab that wrote it; of what was put together from two tabs' fields both names, with a plus. */
  by: string;
  /** Which version (see `versionOf`) it was written from: what that said, the writer has seen. */
  from: string;
  /** Texts of each field that another took the place of, until they are let go. */
  aside: Record<string, string[]>;
}

export const ESSAY_FIELD = "text";
/** Characters of one text. */
export const MAX_TEXT_LENGTH = 20_000;

const isText = (value: unknown): value is string => typeof value === "string";
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(isText).filter((text) => text.trim() !== "");
/** An object of what `make` gives for each name, where it gives anything; no name is special to it. */
function mapNames<T>(names: Iterable<string>, make: (name: string) => T | undefined): Record<string, T> {
  const found = [...new Set(names)].flatMap((name): [string, T][] => {
    const made = make(name);
    return made === undefined ? [] : [[name, made]];
  });
  return Object.fromEntries(found);
}
const own = <T>(of: Record<string, T> | undefined, name: string): T | undefined =>
  of && Object.hasOwn(of, name) ? of[name] : undefined;

/** What tells one version from another. */
export const versionOf = (saved: SavedTexts | undefined): string => (saved ? `${saved.at}/${saved.by}` : "");

const isEssay = (value: unknown): boolean => isObject(value) && isText(value.text);

/** `value` as a kept essay or memo; undefined if it is neither. */
export function parseTexts(value: unknown): SavedTexts | undefined {
  if (!isObject(value) || !isText(value.at)) return undefined;
  const { at, by, from } = value;
  const saved = { at, by: isText(by) ? by : "", from: isText(from) ? from : "" };
  if (isText(value.text)) {
    const others = [...new Set([...listOf(value.others), ...listOf(value.other)])]; // older versions kept one, `other`
    return {
      ...saved,
      texts: { [ESSAY_FIELD]: value.text.slice(0, MAX_TEXT_LENGTH) },
      aside: others.length ? { [ESSAY_FIELD]: others.map((text) => text.slice(0, MAX_TEXT_LENGTH)) } : {},
    };
  }
  const { answers, others } = value;
  if (!isObject(answers) || !Object.values(answers).every(isText)) return undefined;
  const aside = isObject(others) ? others : {};
  return {
    ...saved,
    texts: answers as Record<string, string>,
    aside: mapNames(Object.keys(aside), (name) => (listOf(aside[name]).length ? listOf(aside[name]) : undefined)),
  };
}

/** The form in which `saved` is kept: as an essay if it is one, else as a memo. */
export function formatTexts(saved: SavedTexts, essay: boolean): Record<string, unknown> {
  const { at, by, from, texts, aside } = saved;
  const lineage = { ...(by && { by }), ...(from && { from }) };
  const others = essay ? own(aside, ESSAY_FIELD) : Object.keys(aside).length ? aside : undefined;
  return {
    ...(essay ? { text: texts[ESSAY_FIELD] ?? "" } : { answers: texts }),
    at,
    ...lineage,
    ...(others && { others }),
  };
}

/** Whether both come from one tab, which knew what it had written before. */
const isSameWriter = (one: SavedTexts, two: SavedTexts): boolean =>
  one.by === two.by && one.by !== "" && !one.by.includes("+");

/** Texts set aside without those that stand in `text`, or in another of them, word for word. */
function dropContained(aside: string[], text: string): string[] {
  const each = [...new Set(aside.map((one) => one.trim()))].filter((one) => one && !text.includes(one));
  return each.filter((one) => !each.some((other) => other !== one && other.includes(one)));
}

/**
 * One version from two. A version that was written from the other, or later by the same tab, takes its place; of two
 * that know nothing of each other the newer stands, and what only the older says is set aside.
 *
 * @param base what both were written from, if known: a field that only one has changed since is no conflict
 */
export function mergeTexts(one: SavedTexts, two: SavedTexts, base?: SavedTexts): SavedTexts {
  const twoIsNewer = two.from === versionOf(one) || (one.from !== versionOf(two) && two.at > one.at);
  const [newer, older] = twoIsNewer ? [two, one] : [one, two];
  const follows = newer.from === versionOf(older) || isSameWriter(newer, older);
  let [hasOlder, hasNewer] = [false, false];
  const aside: [string, string[]][] = [];
  const names = new Set([one, two].flatMap((saved) => [...Object.keys(saved.texts), ...Object.keys(saved.aside)]));
  const texts = mapNames(names, (name) => {
    const [late, early, was] = [own(newer.texts, name), own(older.texts, name), own(base?.texts, name)];
    const isEarlyTaken = !follows && !!early?.trim() && (!late?.trim() || (base !== undefined && late === was));
    const text = isEarlyTaken ? early : (late ?? early);
    const isConflict = !follows && early !== undefined && early !== text && !(base && early === was);
    const others = [newer, older].flatMap((saved) => own(saved.aside, name) ?? []);
    const left = dropContained(isConflict ? [early, ...others] : others, text ?? "");
    if (left.length) aside.push([name, left]);
    hasOlder ||= text !== late;
    hasNewer ||= text !== early;
    return text;
  });
  const version = !hasOlder
    ? newer
    : !hasNewer
      ? older
      : { ...newer, by: `${newer.by}+${older.by}`.slice(0, 60), from: "" };
  return { ...version, texts, aside: Object.fromEntries(aside) };
}

/** What becomes of what is kept when it meets another version; undefined if neither is an essay or a memo. */
export function mergeSavedTexts(stored: unknown, other: unknown): unknown {
  const [one, two] = [parseTexts(stored), parseTexts(other)];
  if (!one || !two) return one ? stored : two ? other : undefined;
  return formatTexts(mergeTexts(one, two), isEssay(stored));
}
