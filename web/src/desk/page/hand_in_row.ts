// The row of one hand-in in the list of results.
import { element } from "../../shared/element";
import { say } from "../../shared/words";
import type { Marked } from "../types";

/** A row without names yet: `nameRow` gives them. */
export function handInRow(one: Marked, points: string, open: (opener: HTMLElement) => void): HTMLElement {
  const opener = element("button", { type: "button" });
  opener.addEventListener("click", () => open(opener));
  const outcomes = new Map<string, number>();
  const graded = [...Object.values(one.exercises), ...Object.values(one.questions)];
  for (const { outcome } of graded) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const words = [...outcomes].map(([outcome, n]) =>
    say("desk.outcome-count", { n, outcome: say(`report.outcome.${outcome}`) }),
  );
  const about = [
    ...(one.flags.length ? [say("desk.flags-count", { n: one.flags.length })] : []),
    ...(one.notes.length && one.status === "read" ? [say("desk.notes-count", { n: one.notes.length })] : []),
    ...(Object.keys(one.texts).length ? [say("desk.texts-count", { n: Object.keys(one.texts).length })] : []),
  ];
  const read = one.status === "read";
  const row = element("tr", { ...(!read && { className: "bad" }), "data-file": one.file });
  row.append(
    element("th", { scope: "row" }, opener, element("span", { className: "file" })),
    element("td", {}, read ? words.join(", ") : `${say(`report.status.${one.status}`)}: ${one.notes.at(-1) ?? ""}`),
    element("td", {}, read ? points : ""),
    element("td", one.flags.length ? { className: "flagged" } : {}, about.join(", ")),
  );
  return row;
}

/** Name the row's hand-in, or hide its names behind `code`. */
export function nameRow(row: HTMLElement, one: Marked, code: string | undefined): void {
  const opener = row.querySelector("button");
  const file = row.querySelector<HTMLElement>(".file");
  if (opener) opener.textContent = code ?? (one.alias || say("desk.nameless"));
  if (file) file.textContent = code === undefined ? one.file : "";
}
