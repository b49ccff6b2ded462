// The learner's code beside a solution, line by line. The npm package `diff` finds the lines: Myers' algorithm with all
// its corners is no work to do twice, and of it only the part for lines (3 KB) goes into the page.

import { diffLines } from "diff";
import { element } from "../shared/element";
import { say } from "../shared/words";

const SIGNS = { del: "−", ins: "+", span: " " } as const;

/** What would have to change for `mine` to become `theirs`; undefined if nothing would. */
export function codeDifference(mine: string, theirs: string): HTMLElement | undefined {
  const clean = (code: string): string => `${code.replace(/[ \t]+$/gm, "").trim()}\n`;
  const parts = diffLines(clean(mine), clean(theirs));
  if (!parts.some((part) => part.added || part.removed)) return undefined;
  const lines = parts.flatMap((part) => {
    const kind = part.added ? "ins" : part.removed ? "del" : "span";
    const texts = part.value.replace(/\n$/, "").split("\n");
    return texts.map((text) => element(kind, {}, `${SIGNS[kind]} ${text}\n`));
  });
  const label = say("exercise.difference");
  return element(
    "div",
    {},
    element("p", { className: "label" }, label),
    element("pre", { className: "difference", tabIndex: 0, role: "group", "aria-label": label }, ...lines),
  );
}
