// One hand-in, opened: its code, answers and texts, all of it as text, and the marks that only a person can give.

import { element } from "../../shared/element";
import { say } from "../../shared/words";
import type { Key } from "../files/answer_key";
import { type HandIn, readHandIn } from "../files/submission";
import type { Marked, Result } from "../types";
import { type EssaySetting, essayViews, type MarkKeeper } from "./essay_view";

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
    ...exercises(one, bytes, setting.key),
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
    ...essayViews(one, setting, keeper),
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
