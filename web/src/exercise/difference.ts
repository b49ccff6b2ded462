// The learner's code beside a solution, line by line. The npm package `diff` finds the lines: Myers' algorithm with all
// its corners is no work to do twice, and of it only the part for lines (3 KB) goes into the page.
import { diffLines } from "diff";
import { say } from "../shared/words";

const SIGNS = { del: "−", ins: "+", span: " " } as const;

/** What would have to change for `mine` to become `theirs`; undefined if nothing would. */
export function codeDifference(mine: string, theirs: string): HTMLElement | undefined {
  const clean = (code: string): string => `${code.replace(/[ \t]+$/gm, "").trim()}\n`;
  const parts = diffLines(clean(mine), clean(theirs));
  if (!parts.some((part) => part.added || part.removed)) return undefined;
  const lines = document.createElement("pre");
  lines.className = "difference";
  lines.tabIndex = 0;
  for (const part of parts) {
    const kind = part.added ? "ins" : part.removed ? "del" : "span";
    for (const text of part.value.replace(/\n$/, "").split("\n")) {
      const line = document.createElement(kind);
      line.textContent = `${SIGNS[kind]} ${text}\n`;
      lines.append(line);
    }
  }
  const title = document.createElement("p");
  title.className = "label";
  title.textContent = say("exercise.difference");
  const box = document.createElement("div");
  box.append(title, lines);
  return box;
}
