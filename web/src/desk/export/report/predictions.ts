// The class's predictions beside the model's answer: a picture without names, to be shown in class.

import { comparePoints, parseCurve, plain } from "../../../prediction/curve_score";
import { say } from "../../../shared/words";
import { counted, median } from "../analysis/statistics";
import type { CourseAbout, Row } from "../points";
import { choices, guesses, number } from "./charts";
import { el, type Html, many } from "./html";

const FEW = 3; // fewer guesses make no picture of a class, and might tell whose they are
const KINDS = 12; // more different answers than so are not listed singly

export interface PredictionOptions {
  /** Fewer guesses than so make no picture. */
  least: number;
  /** Whether what a guess says is shown where the course names no choices. */
  ownWords: boolean;
  /** Draws the class's curves beside the model's. */
  curves?: (label: string, drawn: number[][], model: number[]) => Html;
}

export function predictions(
  people: Row[],
  course: CourseAbout | undefined,
  how: PredictionOptions = { least: FEW, ownWords: true },
): Html | undefined {
  const ids = new Set(people.flatMap(({ marked }) => Object.keys(marked.predictions)));
  const asked = new Map((course?.predictions ?? []).map((one) => [one.id, one]));
  const parts = [...ids]
    .sort((a, b) => place(course, a) - place(course, b) || (a < b ? -1 : 1))
    .flatMap((id) => {
      const all = people.flatMap(({ marked }) => marked.predictions[id] ?? []);
      const given = all.map(({ guess }) => guess).filter((guess) => guess !== null && guess.trim() !== "") as string[];
      if (given.length < how.least) return [];
      const about = asked.get(id);
      // Where the course does not say, what most hand-ins have: a forged one does not outvote the others.
      const answer = about?.answer ?? counted(all.map((one) => one.answer))[0]?.[0] ?? "";
      const skipped = all.length - given.length;
      const values = given.map(Number);
      const numeric =
        !about?.options && Number.isFinite(Number(answer)) && answer.trim() !== "" && values.every(Number.isFinite);
      const unit = about?.unit ? ` ${about.unit}` : "";
      const model = parseCurve(answer);
      const shown = about?.shown || (model.length > 1 ? answer : `${number(Number(answer))}${unit}`);
      if (model.length < 2 && !numeric && !about?.options && !how.ownWords) return [];
      if (how.curves && model.length > 1 && given.filter((one) => isLike(one, model)).length < how.least) return [];
      const picture =
        model.length > 1
          ? ofCurves(given, model, unit, shown, how.curves)
          : numeric
            ? ofNumbers(values, Number(answer), unit, shown)
            : ofChoices(given, answer, about?.options ?? {});
      const ignored = skipped ? [el("p.n-note", say("report.predict.skipped", { n: skipped }))] : [];
      return [el("figure", [el("h3", about?.question ?? id), picture, ...ignored])];
    }); // prettier-ignore
  return parts.length ? many(parts) : undefined;
}

/** Predictions in the course's order, unknown ones last. */
function place(course: CourseAbout | undefined, id: string): number {
  const found = (course?.predictions ?? []).findIndex((one) => one.id === id);
  return found < 0 ? Infinity : found;
}

function ofNumbers(values: number[], answer: number, unit: string, shown: string): Html {
  const [below, above] = [values.filter((one) => one < answer).length, values.filter((one) => one > answer).length];
  const said = {
    n: values.length,
    median: `${number(median(values) ?? NaN)}${unit}`,
    answer: shown,
    below,
    above,
    exact: values.length - below - above,
  };
  const sentence = say("report.predict.numbers", said);
  const tag = say("report.predict.model", { answer: said.answer });
  return many(guesses(sentence, values, answer, tag), el("figcaption", sentence));
}

const isLike = (guess: string, model: number[]): boolean => parseCurve(guess).length === model.length;

/** Curves are told in a sentence: how far their points lie from the model's, on average; what is no curve is left out. */
function ofCurves(
  given: string[],
  model: number[],
  unit: string,
  shown: string,
  picture?: PredictionOptions["curves"],
): Html {
  const drawn = given.filter((one) => isLike(one, model)).map(parseCurve);
  const away = drawn.map((curve) => comparePoints(curve, model, model, model, 0).mean);
  const typical = `${plain(median(away) ?? NaN)}${unit}`;
  const sentence = say("report.predict.curves", { n: drawn.length, median: typical, answer: shown });
  return many(picture?.(sentence, drawn, model), el("figcaption", sentence));
}

function ofChoices(given: string[], answer: string, options: Record<string, string>): Html {
  const counts = new Map(counted(given));
  const keys = Object.keys(options).length ? Object.keys(options) : [...counts.keys()].slice(0, KINDS);
  if (!keys.includes(answer)) keys.push(answer);
  const rows = keys.map((key) => ({ words: options[key] ?? key, count: counts.get(key) ?? 0, model: key === answer }));
  const other = given.length - rows.reduce((sum, { count }) => sum + count, 0);
  if (other) rows.push({ words: say("report.predict.other"), count: other, model: false });
  const agree = counts.get(answer) ?? 0;
  const sentence = say("report.predict.choices", { n: given.length, agree, answer: options[answer] ?? answer });
  return many(choices(sentence, rows, say("report.predict.tag")), el("figcaption", sentence));
}
