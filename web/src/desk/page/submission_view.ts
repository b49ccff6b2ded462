// One hand-in, opened: its code, answers and texts, all of it as text, and the marks that only a person can give.

import { element } from "../../shared/element";
import { say } from "../../shared/words";
import type { Key } from "../files/answer_key";
import { type HandIn, readHandIn } from "../files/submission";
import type { HandMark, Item, Marked, Result } from "../types";

interface Setting {
  key: Key;
  items: Item[] | undefined;
}

export function submissionView(
  one: Marked,
  bytes: Uint8Array | undefined,
  { key, items }: Setting,
  marks: HandMark[],
  keep: (mark: HandMark) => void,
  go: { close(): void; next: (() => void) | undefined },
): HTMLElement[] {
  const head = element("h3", { tabIndex: -1 }, one.alias || say("desk.nameless"));
  const back = element("button", { type: "button" }, say("desk.back"));
  back.addEventListener("click", go.close);
  const bar = element("div", { className: "bar" });
  bar.append(back);
  if (go.next) {
    const next = element("button", { type: "button" }, say("desk.next"));
    next.addEventListener("click", go.next);
    bar.append(next);
  }
  return [
    head,
    element("p", { className: "file" }, one.file),
    bar,
    ...list("desk.notes", one.notes),
    ...list("desk.flags", one.flags, "flagged"),
    ...exercises(one, bytes, key),
    ...list(
      "desk.questions",
      Object.entries(one.questions).map(([id, { outcome, given }]) =>
        say("desk.answered", {
          id,
          outcome: outcomeOf(outcome),
          given: given === undefined ? "—" : JSON.stringify(given),
        }),
      ),
    ),
    ...list(
      "desk.predictions",
      Object.entries(one.predictions).map(([id, { guess, answer }]) =>
        say("desk.guessed", { id, guess: guess ?? say("desk.no-guess"), answer }),
      ),
    ),
    ...texts(one, { key, items }, marks, keep),
  ]; // prettier-ignore
}

const outcomeOf = (outcome: string): string => say(`report.outcome.${outcome}`);

function list(title: string, lines: string[], kind = ""): HTMLElement[] {
  if (!lines.length) return [];
  const all = element("ul", kind ? { className: kind } : {});
  all.append(...lines.map((line) => element("li", {}, line)));
  return [element("h4", {}, say(title)), all];
}

function exercises(one: Marked, bytes: Uint8Array | undefined, key: Key): HTMLElement[] {
  let read: HandIn | undefined;
  try {
    read = bytes && readHandIn(bytes, one.edited ?? "cells");
  } catch {
    // It could not be read; its row says why.
  }
  const parts = Object.entries(one.exercises).flatMap(([id, result]) => {
    const code = read?.exercises.get(id)?.code;
    return [...verdict(key.exercises.get(id)?.title ?? id, result), ...(code ? [listing(id, code)] : [])];
  });
  return parts.length ? [element("h4", {}, say("desk.exercises")), ...parts] : [];
}

function verdict(title: string, { outcome, share, detail, notes }: Result): HTMLElement[] {
  const line = element("p", { className: "verdict", "data-outcome": outcome });
  line.append(
    element("strong", {}, title),
    ` ${outcomeOf(outcome)}, ${Math.round(share * 100)} %. ${detail} ${notes.join(" ")}`,
  );
  return [line];
}

function listing(id: string, code: string): HTMLElement {
  return element("pre", { tabIndex: 0, role: "region", "aria-label": say("desk.code", { id }) }, code);
}

/** Which essay a text belongs to: the answers of a memo are one. */
const essayOf = (text: string): string => text.split("/")[1] ?? text;

function texts(one: Marked, setting: Setting, marks: HandMark[], keep: (mark: HandMark) => void): HTMLElement[] {
  const essays = new Map<string, [string, string][]>();
  for (const [name, words] of Object.entries(one.texts)) {
    essays.set(essayOf(name), [...(essays.get(essayOf(name)) ?? []), [name, words]]);
  }
  if (!essays.size) return [];
  return [
    element("h4", {}, say("desk.texts")),
    ...[...essays].map(([id, parts]) => essay(one, id, parts, setting, marks, keep)),
  ];
}

function essay(
  one: Marked,
  id: string,
  parts: [string, string][],
  { key, items }: Setting,
  marks: HandMark[],
  keep: (mark: HandMark) => void,
): HTMLElement {
  const about = key.reflections.get(id);
  // What was assigned decides; else what the rubric's lines bring together.
  const most = items?.find((item) => item.kind === "reflection" && item.id === id)?.points ?? about?.points;
  const box = element("div", { className: "essay" });
  box.append(element("h5", {}, id));
  if (about) box.append(element("p", { className: "prompt" }, about.prompt));
  const words = element("div", { className: "words" });
  for (const [name, text] of parts) {
    if (parts.length > 1) words.append(element("h6", {}, name.split("/").at(-1) ?? name));
    words.append(element("p", {}, text));
  }
  const sides = element("div", { className: "sides" });
  sides.append(words);
  if (about?.rubric?.length) {
    const rubric = element("div", { className: "rubric" });
    const lines = element("ul");
    lines.append(
      ...about.rubric.map(({ text, points }) => element("li", {}, say("desk.rubric-line", { text, points }))),
    );
    rubric.append(element("h6", {}, say("desk.rubric")), lines);
    sides.append(rubric);
  }
  box.append(sides, points(one, id, most, marks, keep));
  return box;
}

function points(
  one: Marked,
  id: string,
  most: number | undefined,
  marks: HandMark[],
  keep: (mark: HandMark) => void,
): HTMLElement {
  const [text, here] = [`reflection/${id}`, `desk-points-${id}`];
  const label = element(
    "label",
    { htmlFor: here },
    say(most ? "desk.points-of" : "desk.points-for", { most: most ?? 0 }),
  );
  const input = element("input", {
    id: here,
    type: "number",
    min: "0",
    step: "0.5",
    ...(most && { max: String(most) }),
  });
  const said = element("p", { role: "status" });
  const before = marks.find((mark) => mark.text === text)?.points;
  if (before !== undefined) input.value = String(before);
  input.addEventListener("change", () => {
    if (!input.reportValidity()) return;
    keep({ sha256: one.sha256, text, points: input.value === "" ? NaN : input.valueAsNumber });
    said.textContent =
      input.value === "" ? "" : say("desk.marked-by-hand", { n: input.valueAsNumber, points: input.value });
  });
  const box = element("div", { className: "field" });
  box.append(label, input, said);
  return box;
}
