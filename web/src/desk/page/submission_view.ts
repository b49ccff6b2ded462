// One hand-in, opened: its code, answers and texts, all of it as text, and the marks that only a person can give.

import { element } from "../../shared/element";
import { say } from "../../shared/words";
import { guessLines } from "../export/guesses";
import { plainWords } from "../export/plain_words";
import type { About } from "../export/points";
import { questionAsHad } from "../files/answer_key";
import { type HandIn, readHandIn } from "../files/submission";
import type { Item, Marked, Result } from "../types";
import { type EssaySetting, essayViews } from "./marking/essay_view";
import type { MarkKeeper } from "./marking/mark_keeper";
import { overrideForm } from "./marking/override_form";

export function submissionView(
  one: Marked,
  bytes: Uint8Array | undefined,
  setting: EssaySetting,
  keeper: MarkKeeper,
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
    ...exercises(one, bytes, setting, keeper),
    ...questions(one, setting, keeper),
    ...list("desk.predictions", guessLines(one, courseAbout())),
    ...essayViews(one, setting, keeper),
  ]; // prettier-ignore
}

/** The course as the page has loaded it. */
const courseAbout = (): About["course"] =>
  (window as unknown as { coursekit?: Pick<About, "course"> }).coursekit?.course;

const outcomeOf = (outcome: string): string => say(`report.outcome.${outcome}`);

function list(title: string, lines: string[], kind = ""): HTMLElement[] {
  if (!lines.length) return [];
  const all = element("ul", kind ? { className: kind } : {});
  all.append(...lines.map((line) => element("li", {}, line)));
  return [element("h4", {}, say(title)), all];
}

/** What of a kind counts, or was handed in; with an assignment, only what was assigned counts. */
function itemsOf(one: Marked, kind: "exercise" | "question", { items }: EssaySetting): { id: string; item?: Item }[] {
  const found = kind === "exercise" ? one.exercises : one.questions;
  const counted = items?.filter((item) => item.kind === kind) ?? [];
  const ids = new Set([...Object.keys(found), ...counted.map(({ id }) => id)]);
  return [...ids].map((id) => {
    const item = items ? counted.find((each) => each.id === id) : { kind, id, points: 1 };
    return { id, ...(item && { item }) };
  });
}

function exercises(
  one: Marked,
  bytes: Uint8Array | undefined,
  setting: EssaySetting,
  keeper: MarkKeeper,
): HTMLElement[] {
  let read: HandIn | undefined;
  try {
    read = bytes && readHandIn(bytes, one.edited ?? "cells");
  } catch {
    // It could not be read; its row says why.
  }
  const parts = itemsOf(one, "exercise", setting).flatMap(({ id, item }) => {
    const code = read?.exercises.get(id)?.code;
    const result = one.exercises[id] ?? NOTHING;
    return [
      ...verdict(setting.key.exercises.get(id)?.title ?? id, result),
      ...(item && one.status === "read" ? [overrideForm(one, item, keeper)] : []),
      ...(code ? [listing(id, code)] : []),
    ];
  });
  return parts.length ? [element("h4", {}, say("desk.exercises")), ...parts] : [];
}

const NOTHING: Result = { outcome: "blank", share: 0, detail: "", notes: [] };

function questions(one: Marked, setting: EssaySetting, keeper: MarkKeeper): HTMLElement[] {
  const lines = itemsOf(one, "question", setting).map(({ id, item }) => {
    const { outcome, given, variant } = one.questions[id] ?? { ...NOTHING, given: undefined };
    const answer = given === undefined ? "—" : JSON.stringify(given);
    const line = element("li", {}, say("desk.answered", { id, outcome: outcomeOf(outcome), given: answer }));
    const asked = setting.key.questions.get(id);
    if (asked?.variants) line.append(element("p", {}, plainWords(questionAsHad(asked, variant).prompt)));
    if (item && one.status === "read") line.append(overrideForm(one, item, keeper));
    return line;
  });
  return lines.length ? [element("h4", {}, say("desk.questions")), element("ul", {}, ...lines)] : [];
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
