// At a chapter's end: the guesses made on the page, how far off they were, and how many ranges held the answer.

import { readAll } from "../code/saved/all_work";
import { element } from "../shared/element";
import { say } from "../shared/words";
import { comparePoints, parseCurve, plain } from "./curve_score";
import { type SavedPrediction, stepOf } from "./prediction";
import { isWithin, joinUnit, roundedDistance, unitOf } from "./score";

interface Score {
  held: number;
  all: number;
}

export function startCalibration(place: HTMLElement): void {
  const show = (): void => void readAll().then((kept) => fill(place, kept));
  document.addEventListener("coursekit:predicted", show);
  show();
}

const right = (kept: SavedPrediction): boolean => kept.guess === kept.answer;
const isRange = (kept: SavedPrediction): boolean => kept.guess !== null && kept.within !== undefined;
const isChoice = (kept: SavedPrediction): boolean => kept.guess !== null && (kept.kind ?? "") === "choice";
const isCurve = (kept: SavedPrediction): boolean => kept.guess !== null && kept.kind === "curve";
const inRange = (kept: SavedPrediction): boolean => isWithin(kept.guess ?? "", kept.within ?? "0", kept.answer);

function score(
  all: SavedPrediction[],
  counts: (kept: SavedPrediction) => boolean,
  good: (kept: SavedPrediction) => boolean,
): Score {
  const counted = all.filter(counts);
  return { held: counted.filter(good).length, all: counted.length };
}

function fill(place: HTMLElement, everyKept: Map<string, unknown>): void {
  const sections = [...document.querySelectorAll<HTMLElement>("section.prediction")];
  const of = (section: HTMLElement): SavedPrediction | undefined =>
    everyKept.get(`prediction/${section.id.replace(/^prediction-/, "")}`) as SavedPrediction | undefined;
  const rows = sections.map((section) => row(section, of(section)));
  place.querySelector("tbody")?.replaceChildren(...rows);
  const here = sections.map(of).filter((kept) => kept !== undefined);
  const course = [...everyKept]
    .filter(([key]) => key.startsWith("prediction/"))
    .map(([, kept]) => kept as SavedPrediction);
  const lines: string[] = [];
  for (const [name, counts, good] of [
    ["ranges", isRange, inRange],
    ["choices", isChoice, right],
  ] as const) {
    const [page, all] = [score(here, counts, good), score(course, counts, good)];
    if (page.all) lines.push(say(`calibration.${name}_page`, { ...page }));
    if (all.all > page.all) lines.push(say(`calibration.${name}_course`, { ...all }));
  }
  const ranges = score(course, isRange, inRange);
  if (ranges.all >= 4) {
    if (ranges.held < 0.7 * ranges.all) lines.push(say("calibration.narrow"));
    else if (ranges.held === ranges.all) lines.push(say("calibration.wide"));
  } else if (ranges.all) lines.push(say("calibration.few"));
  const said = place.querySelector<HTMLElement>("[role=status]");
  const text = lines.join(" ") || say("calibration.none");
  if (said && said.textContent !== text) said.textContent = text;
  place.dataset.state = "ready";
}

function row(section: HTMLElement, kept: SavedPrediction | undefined): HTMLTableRowElement {
  const made = element("tr");
  const answered = kept !== undefined && kept.guess !== null;
  const name = section.querySelector(".q")?.textContent ?? section.id;
  made.append(element("th", { scope: "row" }, element("a", { href: `#${section.id}` }, name)));
  const guess = !kept ? say("calibration.open") : answered ? own(section, kept) : say("calibration.skipped");
  for (const text of [
    guess,
    kept ? (section.dataset.shown ?? kept.answer) : "",
    answered ? verdict(section, kept) : "",
  ]) {
    made.insertCell().textContent = text;
  }
  return made;
}

function own(section: HTMLElement, kept: SavedPrediction): string {
  if (isCurve(kept)) return say("calibration.drawn");
  if (isChoice(kept)) {
    const radio = section.querySelector<HTMLInputElement>(
      `input[type="radio"][value="${CSS.escape(kept.guess ?? "")}"]`,
    );
    return radio?.labels?.[0]?.textContent?.trim() ?? kept.guess ?? "";
  }
  const number = `${kept.guess}${kept.within === undefined ? "" : ` ± ${kept.within}`}`;
  return joinUnit(number, unitOf(section, kept.within === undefined ? kept.guess : null));
}

function verdict(section: HTMLElement, kept: SavedPrediction): string {
  if (isCurve(kept)) {
    const [drawn, model] = [parseCurve(kept.guess ?? ""), parseCurve(kept.answer)];
    const { mean } = comparePoints(drawn, model, model, model, 0);
    return say("calibration.drawn_away", { n: plain(mean), unit: unitOf(section, plain(mean)) });
  }
  if (isChoice(kept)) return say(right(kept) ? "calibration.right" : "calibration.wrong");
  const n = roundedDistance(kept.guess ?? "", kept.answer, stepOf(section));
  if (!isRange(kept)) return say("calibration.away", { n });
  return say(inRange(kept) ? "calibration.held" : "calibration.missed", { n });
}
