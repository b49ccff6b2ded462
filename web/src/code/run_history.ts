// The last runs: when, how they went, their code, and one button each that brings the code back.

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
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = say("exercise.bring-back");
      button.addEventListener("click", () => restore(run.code));
      const details = document.createElement("details");
      const line = document.createElement("summary");
      const how = run.how === "aside" ? say("exercise.run.aside") : say(`exercise.run.${run.how}.${run.status}`);
      line.textContent = say("exercise.run-line", { when: formatTime(run.at), how });
      button.setAttribute("aria-label", say("exercise.bring-back-of", { when: formatTime(run.at), how }));
      const code = document.createElement("pre");
      code.tabIndex = 0;
      code.textContent = run.code;
      details.append(line, code);
      item.append(details, button);
      return item;
    }),
  );
}
