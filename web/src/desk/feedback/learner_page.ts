// What one learner gets back: a page that stands alone, asks nothing of the network, runs nothing, and tells no key.
import words from "../../../../src/coursekit/words/en/classroom/feedback.json";
import { addSentences, say } from "../../shared/words";
import { plainWords } from "../export/plain_words";
import type { About, Book } from "../export/points";
import { type Content, el, Html, many, standalonePage, table, text } from "../export/report/html";
import style from "../export/report/report.css";
import { questionAsHad } from "../files/answer_key";
import { explainOverride, explainScale } from "../hand_marks/explain";
import { explainLate } from "../late/apply";
import type { Cell, CriterionMark, Item, Row } from "../types";

addSentences(words);

const LONG = 40_000;

const whole = (value: string): Html => new Html(text(value, LONG));

export function learnerPage(row: Row, { items, outOf }: Book, about: About): string {
  const title = about.title ? say("feedback.title-of", { title: about.title }) : say("feedback.title");
  const points =
    row.total === undefined
      ? say("feedback.waits", { n: row.unread })
      : say("feedback.total", { total: row.total, outOf });
  const body = el("main", [
    el("h1", title),
    el("p", { dir: "auto" }, row.marked.alias),
    el("p", el("strong", points)),
    ...explainLate(row, outOf).map((sentence) => el("p", sentence)),
    ...items.flatMap((item, place) =>
      row.cells[place]?.outcome === "undrawn" ? [] : [section(item, row.cells[place], about)],
    ),
    el("p.note", say("feedback.how")),
  ]);
  return standalonePage(title, style, body);
}

function section(item: Item, cell: Cell | undefined, about: About): Html {
  const { key, solutions } = about;
  const exercise = item.kind === "exercise" ? key.exercises?.find(({ id }) => id === item.id) : undefined;
  const essay = item.kind === "reflection" ? key.reflections?.[item.id] : undefined;
  const question = item.kind === "question" ? key.questions?.[item.id] : undefined;
  const prompt = question ? questionAsHad(question, variantIn(cell)).prompt : essay?.prompt;
  const outcome = say(`report.outcome.${cell?.outcome ?? "blank"}`);
  const got = cell?.points === undefined ? say("feedback.no-points", { outcome, of: item.points }) : undefined;
  const parts: Content[] = [
    el("h2", exercise?.title ?? say(`feedback.item-${item.kind}`, { id: item.id })),
    prompt ? el("p", whole(plainWords(prompt))) : undefined,
    el("p", el("strong", got ?? say("feedback.points", { outcome, points: cell?.points ?? 0, of: item.points }))),
    overrideOf(cell),
    what(cell),
    ...(cell?.rubrics ?? []).map((rubric) => rubricTable(rubric, item.points)),
    ...(cell?.comments ?? []).map((comment) =>
      el("p", { dir: "auto", style: "white-space: pre-line" }, whole(comment)),
    ),
  ];
  if (essay?.rubric?.length) {
    const lines = essay.rubric.map(({ text: line, points }) => el("li", say("feedback.rubric", { line, points })));
    parts.push(el("h3", say("feedback.read-for")), el("ul", lines));
  }
  if (exercise?.version && cell?.result)
    parts.push(el("p.note", say("feedback.version", { version: exercise.version })));
  const solution = exercise?.sources?.solution;
  if (solutions && solution) parts.push(el("h3", say("feedback.solution")), el("pre", whole(solution)));
  return el("section", parts);
}

/** Which of a question's variants was answered. */
function variantIn(cell: Cell | undefined): number | undefined {
  const result = cell?.result as { variant?: number } | undefined;
  return result?.variant;
}

function overrideOf(cell: Cell | undefined): Html | undefined {
  const said = cell && explainOverride(cell);
  return said ? el("p", { dir: "auto" }, whole(said)) : undefined;
}

/** The points and comments by criteria that one grader gave. */
function rubricTable({ grader, criteria }: { grader: string; criteria: CriterionMark[] }, most: number): Html {
  const head = ["criterion", "points", "comment"].map((name) => ({ title: say(`feedback.rubric-${name}`) }));
  const rows = criteria.map(({ name, points, of, comment }): Content[] => [
    name,
    say("feedback.rubric-of", { points: points ?? "–", of }),
    whole(comment ?? ""),
  ]);
  const scaled = explainScale(criteria, most);
  return many(table(say("feedback.rubric-by", { grader }), head, rows), scaled ? el("p.note", scaled) : undefined);
}

/** What was wrong: of answers that were compared, only what the learner's own code gave. */
function what(cell: Cell | undefined): Html | undefined {
  const { outcome, detail, shown } = cell?.result ?? {};
  const compared = outcome === "wrong" || outcome === "partly" || outcome === "suspicious";
  const own = outcome === "error" || outcome === "timeout" || outcome === "memory";
  const said = compared ? shown : own ? detail : undefined;
  return said ? el("p", { dir: "auto" }, whole(said)) : undefined;
}
