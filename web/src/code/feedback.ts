// Sentences with `code` and **weight** in them, and the list of checks. Text only: nothing here can become markup.

import { element } from "../shared/element";
import { say } from "../shared/words";
import type { Report, TestResult } from "./types";

const MARKUP = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/;
const MARKUP_ELEMENTS: [string, "code" | "strong" | "em"][] = [
  ["`", "code"],
  ["**", "strong"],
  ["*", "em"],
];

/** `sentence` as nodes: `…` becomes code, **…** strong, *…* emphasis. */
export function inlineMarkup(sentence: string): DocumentFragment {
  const made = document.createDocumentFragment();
  sentence.split(MARKUP).forEach((part, place) => {
    const found = place % 2 ? MARKUP_ELEMENTS.find(([mark]) => part.startsWith(mark)) : undefined;
    if (!found) {
      made.append(part);
      return;
    }
    const [mark, name] = found;
    made.append(element(name, {}, part.slice(mark.length, -mark.length)));
  });
  return made;
}

/** The first check that did not pass, which is the one to speak of. */
export function firstFailure(report: Report): TestResult | undefined {
  return report.tests.find((test) => test.status !== "passed");
}

/** Every check by name, each with how it went, folded away. */
export function checkList(report: Report): HTMLElement {
  const passed = report.tests.filter((test) => test.status === "passed").length;
  const items = report.tests.map((test) => {
    const how = element("span", { className: "how" }, say(`exercise.check.${test.status}`));
    const name = test.name.replace(/^test_/, "").replaceAll("_", " ");
    return element("li", { "data-status": test.status }, how, " ", name);
  });
  return element(
    "details",
    { className: "checks" },
    element("summary", {}, say("exercise.checks", { passed, all: report.tests.length })),
    element("ul", {}, ...items),
  );
}

/** What an exception usually means, in a cell or in an exercise; "" for one that the catalog does not know. */
export function errorHelp(name: string, wing: string): string {
  const keys = [`${wing}.raised.${name}`, `exercise.raised.${name}`];
  return keys.map((key) => (say(key) === key ? "" : say(key))).find(Boolean) ?? "";
}
