// The class's predictions beside the model's answer: a picture without names, to be shown in class.

import { comparePoints, parseCurve, plain } from "../../../prediction/curve_score";
import { say } from "../../../shared/words";
import { counted, median } from "../analysis/statistics";
import type { CourseAbout, Row } from "../points";
import { choices, guesses, number } from "./charts";
import { el, type Html, many } from "./html";

const FEW = 3; // fewer guesses make no picture of a class, and might tell whose they are
const KINDS = 12; // more different answers than so are not listed singly

export function predictions(people: Row[], course: CourseAbout | undefined): Html | undefined {
  const ids = new Set(people.flatMap(({ marked }) => Object.keys(marked.predictions)));
  const asked = new Map((course?.predictions ?? []).map((one) => [one.id, one]));
  const parts = [...ids]
    .sort((a, b) => place(course, a) - place(course, b) || (a < b ? -1 : 1))
    .flatMap((id) => {
      const all = people.flatMap(({ marked }) => marked.predictions[id] ?? []);
      const given = all.map(({ guess }) => guess).filter((guess) => guess !== null && guess.trim() !== "") as string[];
      if (given.length < FEW) return [];
      const about = asked.get(id);
      // Where the course does not say, what most hand-ins have: a forged one does not outvote the others.
      const answer = about?.answer ?? counted(all.map((one) => one.answer))[0]?.[0] ?? "";
      const skipped = all.length - given.length;
      const values = given.map(Number);
      const numeric =
        !about?.options && Number.isFinite(Number(answer)) && answer.trim() !== "" && values.every(Number.isFinite);
      const unit = about?.unit ? ` ${about.unit}` : "";
      const shown = about?.shown || `${number(Number(answer))}${unit}`;
      const model = parseCurve(answer);
      const picture =
        model.length > 1
          ? ofCurves(given, model, unit, shown)
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

/** Curves are told in a sentence: how far their points lie from the model's, on average; what is no curve is left out. */
function ofCurves(given: string[], model: number[], unit: string, shown: string): Html {
  const drawn = given.map(parseCurve).filter((curve) => curve.length === model.length);
  const away = drawn.map((curve) => comparePoints(curve, model, model, model, 0).mean);
  const typical = `${plain(median(away) ?? NaN)}${unit}`;
  return el("figcaption", say("report.predict.curves", { n: drawn.length, median: typical, answer: shown }));
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
