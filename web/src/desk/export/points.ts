// From what marking came to, to points: one row for each hand-in, the same for every sheet.
import { classList } from "../class_list/class_list";
import type { QuestionEntry } from "../files/answer_key";
import { graderOf } from "../hand_marks/explain";
import { byText, settle } from "../hand_marks/marks";
import { applyLateness } from "../late/apply";
import type { LatePolicy } from "../late/policy";
import type { Cell, HandMark, Item, Marked, Result, Row } from "../types";
import { type Identified, identify } from "./identity";

/** What the sheets need besides the hand-ins. */
export interface About {
  /** What is graded; undefined: every exercise and question that at least one hand-in has something for, a point each. */
  items: Item[] | undefined;
  /** key.json, as it was read: titles, starters and answers are shown in the report. */
  key: KeyAbout;
  /** The class list as CSV: the instructor's own (alias, name, canvas_id and so on), or a platform's export. */
  roster?: string | undefined;
  /** Canvas's or Moodle's export, if the list is the instructor's own: it is filled in. */
  exported?: string | undefined;
  /** Heading or title of the column of the export that the total goes into. */
  column?: string | undefined;
  /** The rules for late hand-ins. */
  late?: LatePolicy | undefined;
  /** When the assignment is due: ISO date and time. */
  due?: string | null | undefined;
  /** Whether learners get the solutions with their feedback. */
  solutions?: boolean | undefined;
  /** The assignment's title. */
  title?: string | undefined;
  /** course.json: what the predictions asked, for the report; without it they go by their ids. */
  course?: CourseAbout | undefined;
}

export interface CourseAbout {
  predictions?: PredictionAbout[];
}

export interface PredictionAbout {
  id: string;
  question?: string;
  unit?: string;
  options?: Record<string, string> | null;
  /** What the model says, as it is kept, and as the page shows it. */
  answer?: string;
  shown?: string;
}

export interface KeyAbout {
  exercises?: { id: string; title?: string; version?: string; sources?: { starter?: string; solution?: string } }[];
  reflections?: Record<string, { prompt?: string; rubric?: { text: string; points: number }[] }>;
  questions?: Record<string, QuestionEntry>;
}

export type { Cell, Row };

export interface Book {
  items: Item[];
  rows: Row[];
  outOf: number;
  /** Whose hand-ins they are. */
  who: Identified;
  /** What a person must know of late hand-ins; undefined: there are no rules for them. */
  late: string[] | undefined;
}

export const round = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;

/** The points of all hand-ins, in the order of their files' names. */
export function book(all: Marked[], about: About, hand: HandMark[] = []): Book {
  const items = about.items ?? everything(all);
  const by = new Map<string, HandMark[]>();
  for (const mark of hand) by.set(mark.sha256, [...(by.get(mark.sha256) ?? []), mark]);
  const rows: Row[] = [...all]
    .sort((a, b) => order(a.file, b.file) || order(a.sha256, b.sha256))
    .map((marked) => {
      const cells = items.map((item) => cell(marked, item, by.get(marked.sha256) ?? []));
      const unread = cells.filter(({ outcome }) => outcome === "unread" || outcome === "disputed").length;
      const whole = marked.status === "read" && !unread;
      const total = whole ? round(cells.reduce((sum, one) => sum + (one.points ?? 0), 0)) : undefined;
      return { marked, cells, total, unread };
    }); // prettier-ignore
  const outOf = round(items.reduce((sum, item) => sum + item.points, 0));
  const who = identify(rows, classList(about.roster, about.exported));
  const late = about.late && applyLateness(rows, who, outOf, about);
  return { items, rows, outOf, who, late };
}

export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Every exercise and question that at least one hand-in has something for. */
function everything(all: Marked[]): Item[] {
  const some = (kind: "exercise" | "question", results: (one: Marked) => Record<string, Result>): Item[] => {
    const ids = new Set<string>();
    for (const one of all)
      for (const [id, { outcome }] of Object.entries(results(one))) if (outcome !== "blank") ids.add(id);
    return [...ids].sort().map((id) => ({ kind, id, points: 1 }));
  };
  return [...some("exercise", (one) => one.exercises), ...some("question", (one) => one.questions)];
}

function cell(marked: Marked, item: Item, hand: HandMark[]): Cell {
  if (marked.status !== "read") return { outcome: "malformed", points: undefined, result: undefined };
  if (item.kind === "reflection") return written(marked, item, hand);
  const result = (item.kind === "exercise" ? marked.exercises : marked.questions)[item.id];
  if (!result) return { outcome: "blank", points: 0, result: undefined };
  const share = Number.isFinite(result.share) ? Math.min(1, Math.max(0, result.share)) : 0;
  return { outcome: result.outcome, points: round(share * item.points), result };
}

/** Whether a free text, by its key in the receipt, belongs to an item. */
export function belongs(text: string, item: Item): boolean {
  const named = [item.id, `reflection/${item.id}`, `memo/${item.id}`];
  return item.kind === "reflection" && named.some((name) => text === name || text.startsWith(`${name}/`));
}

function written(marked: Marked, item: Item, hand: HandMark[]): Cell {
  const texts = Object.entries(marked.texts).filter(([text, words]) => belongs(text, item) && words.trim());
  const settled = byText(hand.filter((mark) => belongs(mark.text, item))).flatMap((marks) => settle(marks) ?? []);
  if (settled.length) {
    const marks = settled.flatMap((one) => one.marks);
    const comments = marks.filter(({ comment }) => comment).map((one) => `${graderOf(one)}: ${one.comment}`);
    if (settled.some(({ points }) => points === undefined)) {
      return { outcome: "disputed", points: undefined, result: undefined, comments };
    }
    const points = settled.reduce((sum, one) => sum + (one.points ?? 0), 0);
    return { outcome: "read", points: round(Math.min(item.points, Math.max(0, points))), result: undefined, comments };
  }
  if (texts.length) return { outcome: "unread", points: undefined, result: undefined };
  return { outcome: "blank", points: 0, result: undefined };
}
