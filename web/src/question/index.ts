// bundle: none
// Questions that check themselves, and predictions: what the page does with them.

import { startCalibration } from "../prediction/calibration";
import { startPrediction } from "../prediction/prediction";
import { builtHtml, element } from "../shared/element";
import { pageGlobal } from "../shared/page_global";
import { parseDated, put, readNewest } from "../shared/store";
import { say } from "../shared/words";
import { seed, showPlaces } from "../varying/seed";
import { isVariant, variantIndex } from "../varying/variant";
import { type Answer, gradeAnswer, readAnswerKey } from "./answer_key";
import { bindMoveButtons, fillInputs, readInputs } from "./inputs";
import { clearMarks, showMarks } from "./marks";

type SavedAnswer = { given: Answer; right: boolean; tries: number; variant?: number; at: string };

function startQuestion(section: HTMLElement): void {
  const form = section.querySelector("form");
  const status = section.querySelector<HTMLElement>(".feedback");
  const again = section.querySelector<HTMLButtonElement>("button[data-again]");
  if (!form || !status || !again) return;
  const asked = readAnswerKey(section);
  let key = asked;
  let variant: number | undefined;
  const kind = section.dataset.kind ?? "";
  const name = `question/${section.id.replace(/^question-/, "")}`;
  // Under review a question is asked anew: what was answered in its chapter stays as it is (web/src/review).
  const review = "review" in section.dataset;
  let tries = 0;

  const unmark = (): void => {
    clearMarks(section);
    section.dataset.state = "idle";
    status.replaceChildren();
    again.hidden = true;
  };

  const show = (given: Answer): boolean => {
    const verdict = gradeAnswer(kind, key, given);
    unmark();
    showMarks(section, given, verdict.marks);
    section.dataset.state = verdict.right ? "right" : "wrong";
    const head = element("b");
    const parts = verdict.marks.length;
    const good = verdict.marks.filter(Boolean).length;
    head.textContent = verdict.right
      ? say("question.right")
      : kind === "order" || kind === "match"
        ? `${say("question.wrong")} ${say("question.partly", { n: good, of: parts })}`
        : say(verdict.missed ? "question.missed" : "question.wrong");
    const said = verdict.comments.filter(Boolean).map((html) => element("p", {}, builtHtml(html)));
    // An author may begin with the verdict's own words: it is said once.
    const twice = said.length > 0 && said[0]?.textContent?.trim().startsWith(say("question.wrong")) && !verdict.right;
    if (twice) head.textContent = (head.textContent ?? "").replace(say("question.wrong"), "").trim();
    if (twice && head.textContent) said[0]?.append(" ", head);
    else said[0]?.prepend(head, " ");
    status.replaceChildren(...(said.length ? said : [head]));
    again.hidden = verdict.right;
    return verdict.right;
  };

  /** Show the numbers that were answered, or else the seed's; an answer from before they varied is on the first. */
  const vary = async (kept: SavedAnswer | undefined): Promise<void> => {
    if (!asked.variants?.length) return;
    variant = await chooseVariant(name.slice("question/".length), asked.variants.length, kept);
    const mine = asked.variants[variant];
    if (!mine) return;
    key = mine;
    showPlaces(section, mine.shown);
    section.dataset.variant = String(variant);
  };

  const check = (): void => {
    const given = readInputs(section);
    if (typeof given === "string") {
      unmark();
      status.textContent = say(given);
      return;
    }
    tries += 1;
    const which = variant !== undefined && { variant };
    const kept: SavedAnswer = { given, right: show(given), tries, ...which, at: new Date().toISOString() };
    section.dispatchEvent(new CustomEvent("coursekit:answered", { detail: kept.right }));
    if (review) return;
    void put(name, kept).then((how) => {
      if (how === "kept" || section.querySelector(".kept")) return;
      status.append(element("p", { className: "kept" }, say("question.session")));
    });
  };
  // An answer changed after checking is a new answer: the old verdict goes.
  section.addEventListener("change", () => {
    if (section.dataset.state !== "idle") unmark();
  });
  again.addEventListener("click", () => {
    unmark();
    section.querySelector<HTMLElement>("input, select, button[data-move]:not(:disabled)")?.focus();
  });
  if (kind === "order") bindMoveButtons(section, status);
  const read = async (): Promise<void> => {
    const newest = review && !asked.variants ? undefined : await readNewest(name, parseSaved);
    await vary(newest);
    const kept = review ? undefined : newest;
    if (kept && section.dataset.state === "idle") {
      tries = kept.tries;
      fillInputs(section, kept.given);
      show(kept.given);
    }
    section.dataset.ready = "";
  };
  const begun = read();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // Numbers that vary are judged once it is known which they are.
    if (asked.variants && section.dataset.ready === undefined) void begun.then(check);
    else check();
  });
}

const parseSaved = (value: unknown): SavedAnswer | undefined => parseDated(value) as SavedAnswer | undefined;

/** Which of `many` variants a question has here. */
async function chooseVariant(id: string, many: number, kept: SavedAnswer | undefined): Promise<number> {
  if (!kept) return variantIndex(await seed(), id, many);
  return isVariant(kept.variant) && kept.variant < many ? kept.variant : 0;
}

pageGlobal<{ startQuestion?: typeof startQuestion }>("coursekit", () => ({})).startQuestion = startQuestion;
for (const section of document.querySelectorAll<HTMLElement>("section.question")) startQuestion(section);
for (const section of document.querySelectorAll<HTMLElement>("section.prediction")) startPrediction(section);
for (const section of document.querySelectorAll<HTMLElement>("section.calibration")) startCalibration(section);
