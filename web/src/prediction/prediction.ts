// A prediction asks first and never locks its lab: guess, skip, or move the lab, and the model's answer is shown.
import { element } from "../shared/element";
import { parseDated, put, readNewest } from "../shared/store";
import { say } from "../shared/words";
import { partingSentences, wakeDrawing } from "./curve";
import { isWithin, joinUnit, roundedDistance, unitOf } from "./score";

/** A guess as it is kept; `within` is how far off it may be. The rest is for the list at a chapter's end. */
export type SavedPrediction = {
  guess: string | null;
  within?: string;
  answer: string;
  at: string;
  kind?: string;
};

export function startPrediction(section: HTMLElement): void {
  const form = section.querySelector("form");
  const reveal = section.querySelector<HTMLElement>(".reveal");
  if (!form || !reveal) return;
  const name = `prediction/${section.id.replace(/^prediction-/, "")}`;
  const answer = section.dataset.answer ?? "";
  const lab = document.getElementById(`lab-${section.dataset.lab ?? ""}`);
  section.dataset.state = "asking";
  // What is put in beside the model's own text: said aloud when it appears.
  const board = element("div", { className: "guesses", role: "status", tabIndex: -1 });
  reveal.before(board);
  const drawing = section.dataset.kind === "curve" ? wakeDrawing(section) : undefined;
  const slider = form.querySelector<HTMLInputElement>('input[type="range"][name="guess"]');
  let moved = false;

  const open = (guess: string | null, within?: string, passed = "prediction.passed"): void => {
    // The form goes away with the button that has the focus: it moves on to what takes the form's place.
    const focused = form.contains(document.activeElement);
    section.dataset.state = guess === null ? "passed" : "guessed";
    const put = guess === null ? [line(say(passed))] : compare(section, guess, answer, within);
    board.replaceChildren(...put);
    reveal.hidden = false;
    form.hidden = !drawing; // a drawn curve stays, with the model's over it
    drawing?.settle(guess);
    if (focused) board.focus();
  };
  const settle = (guess: string | null, within?: string, passed?: string): void => {
    if (section.dataset.state !== "asking") return;
    open(guess, within, passed);
    const kept: SavedPrediction = { guess, answer, at: new Date().toISOString(), kind: section.dataset.kind ?? "" };
    if (within !== undefined) kept.within = within;
    void put(name, kept).then(() => document.dispatchEvent(new CustomEvent("coursekit:predicted")));
  };

  const settleDrawn = (left: number, of: number): void => {
    if (left === of) {
      board.replaceChildren(line(say("prediction.draw_nothing")));
      return;
    }
    settle(drawing?.read() ?? null);
    if (left) board.prepend(line(say("prediction.draw_left", { n: left })));
  };
  const settleGuess = (given: FormData): void => {
    const [guess, within] = [given.get("guess"), given.get("within")];
    if (typeof guess !== "string" || guess === "") {
      board.replaceChildren(line(say("prediction.nothing")));
      return;
    }
    // How sure one is counts only where one has opened that step.
    const sure = form.querySelector<HTMLDetailsElement>("details.sure")?.open;
    settle(guess, sure && typeof within === "string" ? within : undefined);
    if (slider && !moved) board.prepend(line(say("prediction.untouched", { guess: worded(section, guess) })));
  };
  form.addEventListener("input", (event) => {
    moved ||= event.target === slider;
    if (!drawing) showRanges(section, form);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (drawing) settleDrawn(drawing.untouched(), form.querySelectorAll("input[name=guess]").length);
    else settleGuess(new FormData(form));
  });
  form.querySelector("[data-skip]")?.addEventListener("click", () => settle(null));
  lab?.addEventListener("input", () => settle(null, undefined, "prediction.moved"));
  void readNewest(name, (value) => parseDated(value) as SavedPrediction | undefined).then((kept) => {
    if (!kept || section.dataset.state !== "asking") return;
    if (kept.guess !== null && !drawing) fill(form, kept.guess);
    open(kept.guess, kept.within);
  });
}

/** Guess and model side by side, and how far they are apart if both are numbers. */
function compare(section: HTMLElement, guess: string, answer: string, within?: string): HTMLElement[] {
  if (section.dataset.kind === "curve") return [line(partingSentences(section, guess).join(" "))];
  const table = element("dl");
  for (const [word, value] of [
    ["prediction.guess", guess],
    ["prediction.model", answer],
  ] as const) {
    const shown = word === "prediction.model" ? section.dataset.shown : undefined;
    const own =
      word === "prediction.guess" && within !== undefined ? ranged(section, value, within) : worded(section, value);
    table.append(element("div", {}, element("dt", {}, say(word)), element("dd", {}, shown ?? own)));
  }
  if (section.dataset.kind !== "number") return [table];
  const away = roundedDistance(guess, answer, stepOf(section));
  const text = away === "0" ? say("prediction.exact") : say("prediction.away", { n: away });
  const held =
    within === undefined ? "" : say(isWithin(guess, within, answer) ? "prediction.inside" : "prediction.outside");
  return [table, line(`${text} ${held}`.trim())];
}

/** The step of the slider that a guess is made with. */
export const stepOf = (section: HTMLElement): string | undefined =>
  section.querySelector<HTMLInputElement>('input[type="range"][name="guess"]')?.step;

/** A value as the section's own input words it: a choice's label, or a number with its unit. */
function worded(section: HTMLElement, value: string): string {
  const radio = section.querySelector<HTMLInputElement>(`input[type="radio"][value="${CSS.escape(value)}"]`);
  const label = radio?.labels?.[0]?.textContent?.trim();
  if (label) return label;
  const range = section.querySelector<HTMLInputElement>('input[name="guess"]');
  return joinUnit(value, (unitOf(section, value) || (range?.dataset.unit ?? "")).trim());
}

/** Beside both sliders what they say: the guess, and the range around it. */
function showRanges(section: HTMLElement, form: HTMLFormElement): void {
  const [guess, within] = ["guess", "within"].map((name) =>
    form.querySelector<HTMLInputElement>(`input[type="range"][name="${name}"]`),
  );
  const write = (input: HTMLInputElement, text: string): void => {
    const output = input.parentElement?.querySelector("output");
    if (output) output.textContent = text;
    input.setAttribute("aria-valuetext", text);
  };
  if (guess) write(guess, worded(section, guess.value));
  if (!guess || !within) return;
  const [low, high] = ends(guess, within.value);
  write(within, say("prediction.around", { low, high: worded(section, String(high)) }));
}

/** The ends of a range around a guess, no further than what can be guessed. */
function ends(guess: HTMLInputElement | null, within: string): [number, number] {
  const [value, off] = [Number(guess?.value), Number(within)];
  const plain = (number: number): number => Number(number.toFixed(6));
  return [plain(Math.max(value - off, Number(guess?.min))), plain(Math.min(value + off, Number(guess?.max)))];
}

function ranged(section: HTMLElement, value: string, within: string): string {
  const [low, high] = ends(section.querySelector<HTMLInputElement>('input[name="guess"]'), within);
  return say("prediction.within", { guess: worded(section, value), low, high });
}

function fill(form: HTMLFormElement, guess: string): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('input[name="guess"]')) {
    if (input.type === "radio") input.checked = input.value === guess;
    else input.value = guess;
  }
}

function line(text: string): HTMLElement {
  return element("p", {}, text);
}
