// A prediction asks first and never locks its lab: guess, skip, or move the lab, and the model's answer is shown.
import { get, put } from "../store";
import { say } from "../words";

type Kept = { guess: string | null; answer: string; at: string };

export function startPrediction(section: HTMLElement): void {
  const form = section.querySelector("form");
  const reveal = section.querySelector<HTMLElement>(".reveal");
  if (!form || !reveal) return;
  const name = `prediction/${section.id.replace(/^prediction-/, "")}`;
  const answer = section.dataset["answer"] ?? "";
  const lab = document.getElementById(`lab-${section.dataset["lab"] ?? ""}`);
  section.dataset["state"] = "asking";
  // What is put in beside the model's own text: said aloud when it appears.
  const board = document.createElement("div");
  board.className = "guesses";
  board.setAttribute("role", "status");
  reveal.before(board);

  const open = (guess: string | null): void => {
    section.dataset["state"] = guess === null ? "passed" : "guessed";
    board.replaceChildren(...(guess === null ? [line(say("prediction.passed"))] : compare(section, guess, answer)));
    reveal.hidden = false;
    form.hidden = true;
  };
  const settle = (guess: string | null): void => {
    if (section.dataset["state"] !== "asking") return;
    open(guess);
    const kept: Kept = { guess, answer, at: new Date().toISOString() };
    void put(name, kept);
  };

  for (const range of form.querySelectorAll<HTMLInputElement>('input[type="range"]')) {
    range.addEventListener("input", () => {
      const output = range.parentElement?.querySelector("output");
      if (output) output.textContent = worded(section, range.value);
    });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const guess = new FormData(form).get("guess");
    if (typeof guess === "string" && guess !== "") settle(guess);
    else board.replaceChildren(line(say("prediction.nothing")));
  });
  form.querySelector("[data-skip]")?.addEventListener("click", () => settle(null));
  lab?.addEventListener("input", () => settle(null));
  void get<Kept>(name).then((kept) => {
    if (!kept || section.dataset["state"] !== "asking") return;
    if (kept.guess !== null) fill(form, kept.guess);
    open(kept.guess);
  });
}

/** Guess and model side by side, and how far they are apart if both are numbers. */
function compare(section: HTMLElement, guess: string, answer: string): HTMLElement[] {
  const table = document.createElement("dl");
  for (const [word, value] of [
    ["prediction.guess", guess],
    ["prediction.model", answer],
  ] as const) {
    const cell = document.createElement("div");
    const term = document.createElement("dt");
    const said = document.createElement("dd");
    term.textContent = say(word);
    const shown = word === "prediction.model" ? section.dataset["shown"] : undefined;
    said.textContent = shown ?? worded(section, value);
    cell.append(term, said);
    table.append(cell);
  }
  if (section.dataset["kind"] !== "number") return [table];
  const away = Math.abs(Number(guess) - Number(answer));
  const decimals = Math.max(...[guess, answer].map((text) => text.split(".")[1]?.length ?? 0));
  const text = away < 1e-9 ? say("prediction.exact") : say("prediction.away", { n: away.toFixed(Math.min(decimals, 2)) });
  return [table, line(text)];
}

/** A value as the section's own input words it: a choice's label, or a number with its unit. */
function worded(section: HTMLElement, value: string): string {
  const radio = section.querySelector<HTMLInputElement>(`input[type="radio"][value="${CSS.escape(value)}"]`);
  const label = radio?.labels?.[0]?.textContent?.trim();
  if (label) return label;
  const range = section.querySelector<HTMLInputElement>('input[name="guess"]');
  const unit = section.dataset["unit"] ?? range?.dataset["unit"] ?? "";
  return unit ? `${value}${unit.startsWith("%") ? "\u00a0" : " "}${unit.trim()}` : value;
}

function fill(form: HTMLFormElement, guess: string): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('input[name="guess"]')) {
    if (input.type === "radio") input.checked = input.value === guess;
    else input.value = guess;
  }
}

function line(text: string): HTMLElement {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}
