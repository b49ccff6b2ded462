// The last runs: when, how they went, their code, and one button each that brings the code back.

import { button, element } from "../shared/element";
import { say } from "../shared/words";
import type { SavedRun } from "./types";

const isToday = (at: Date): boolean => at.toDateString() === new Date().toDateString();

function formatTime(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const lang = document.documentElement.lang || "en";
  const time: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return isToday(date)
    ? date.toLocaleTimeString(lang, time)
    : date.toLocaleString(lang, { day: "numeric", month: "short", ...time });
}

/** Fill `box` (a details element with a summary and a list) with `runs`; `restore` is called with the code chosen. */
export function showRunHistory(box: HTMLElement, runs: SavedRun[], restore: (code: string) => void): void {
  const [summary, list] = [box.querySelector("summary"), box.querySelector("ol")];
  if (!summary || !list) return;
  box.hidden = !runs.length;
  summary.textContent = say("exercise.runs", { n: runs.length });
  list.replaceChildren(
    ...runs.map((run) => {
      const when = formatTime(run.at);
      const how = run.how === "aside" ? say("exercise.run.aside") : say(`exercise.run.${run.how}.${run.status}`);
      const restoreButton = button(say("exercise.bring-back"), () => restore(run.code));
      restoreButton.setAttribute("aria-label", say("exercise.bring-back-of", { when, how }));
      const details = element(
        "details",
        {},
        element("summary", {}, say("exercise.run-line", { when, how })),
        element("pre", { tabIndex: 0, role: "group", "aria-label": say("exercise.run-line", { when, how }) }, run.code),
      );
      return element("li", {}, details, restoreButton);
    }),
  );
}
