// What a question is checked against, as the build wrote it into the page.

export type AnswerKey = {
  says: Record<string, string>;
  feedback?: string[];
  right?: number[];
  answer?: number;
  tolerance?: number;
  /** Where numbers vary by learner: each variant's own, and what its placeholders read as. */
  variants?: (AnswerKey & { shown: Record<string, string> })[];
};

/** The key of a question. In the class edition it is veiled with the question's id: hidden from a glance, not secret. */
export function readAnswerKey(section: HTMLElement): AnswerKey {
  const block = section.querySelector<HTMLScriptElement>("script.key");
  const text = block?.textContent ?? "{}";
  if (block?.dataset.edition !== "class") return JSON.parse(text) as AnswerKey;
  const name = new TextEncoder().encode(section.id.replace(/^question-/, ""));
  const bytes = Uint8Array.from(atob(text), (char, n) => char.charCodeAt(0) ^ (name[n % name.length] ?? 0));
  return JSON.parse(new TextDecoder().decode(bytes)) as AnswerKey;
}

/** What the learner has put in: the places of the answers chosen, or a number; undefined if something is missing. */
export type Answer = number[] | number;

/** A number as people write it: 1,200 or 1 200 or 0,5 or −3 or 50 %. Undefined if it is none. */
export function readNumber(text: string): number | undefined {
  let plain = text
    .trim()
    .replace(/[−–]/g, "-")
    .replace(/\s*%$/, "")
    .replace(/[\s\u00a0\u202f']/g, "");
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replaceAll(",", "");
  else if (/^[+-]?\d*,\d+$/.test(plain)) plain = plain.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}

export type Verdict = { right: boolean; marks: boolean[]; comments: string[]; missed: boolean };

/** Judge what was given: whether it is right, each part of it, and what the author says to it (HTML from the build). */
export function gradeAnswer(kind: string, key: AnswerKey, given: Answer): Verdict {
  if (typeof given === "number") {
    const off = given - (key.answer ?? NaN);
    // A tolerance of 0.1 must not fail on 0.3 because of binary fractions.
    const slack = (key.tolerance ?? 0) + 1e-9 * Math.max(1, Math.abs(key.answer ?? 0));
    const right = Math.abs(off) <= slack;
    const comment = key.says[right ? "right" : off < 0 ? "low" : "high"];
    return { right, marks: [right], comments: comment ? [comment] : [], missed: false };
  }
  const wanted = key.right ?? [];
  if (kind === "order" || kind === "match") {
    const marks = given.map((item, place) => item === wanted[place]);
    const right = marks.every(Boolean);
    const comment = key.says[right ? "right" : "wrong"];
    const paired = (key.feedback ?? []).filter((_, place) => right || !marks[place]);
    return { right, marks, comments: comment ? [comment] : paired, missed: false };
  }
  const marks = given.map((item) => wanted.includes(item));
  const missed = wanted.some((item) => !given.includes(item));
  return {
    right: marks.every(Boolean) && !missed,
    marks,
    comments: given.map((item) => key.feedback?.[item] ?? ""),
    missed: missed && marks.every(Boolean),
  };
}
