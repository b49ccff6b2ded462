// From what marking came to, to points: one row for each hand-in, the same for every sheet.
import { drawnFor, pointsInAll } from "../../assignment/draw";
import { type ClassList, classList } from "../class_list/class_list";
import type { QuestionEntry } from "../files/answer_key";
import { round } from "../hand_marks/criteria";
import type { Sharing } from "../hand_marks/shares";
import { applyLateness } from "../late/apply";
import type { LatePolicy } from "../late/policy";
import type { Cell, HandMark, Item, Marked, Result, Row } from "../types";
import { cellOf } from "./cells";
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
  /** How the marking of free text is shared out. */
  sharing?: Sharing | undefined;
  /** Fill the totals into the export scaled to its column's maximum. */
  scale?: boolean | undefined;
  /** When the assignment is due: ISO date and time. */
  due?: string | null | undefined;
  /** Whether learners get the solutions with their feedback. */
  solutions?: boolean | undefined;
  /** The assignment's title. */
  title?: string | undefined;
  /** The course's folder on the web; undefined: it is not known. */
  address?: string | undefined;
  /** course.json: what the predictions asked, for the report; without it they go by their ids. */
  course?: CourseAbout | undefined;
}

export interface CourseAbout {
  predictions?: PredictionAbout[];
  exercises?: PlacedAbout[];
  questions?: PlacedAbout[];
  reflections?: PlacedAbout[];
}

/** Where in the course something stands, as "chapters/army.html". */
interface PlacedAbout {
  id: string;
  page?: string;
}

export interface PredictionAbout extends PlacedAbout {
  question?: string;
  unit?: string;
  options?: Record<string, string> | null;
  /** What the model says, as it is kept, and as the page shows it. */
  answer?: string;
  shown?: string;
}

export interface KeyAbout {
  exercises?: {
    id: string;
    title?: string;
    version?: string;
    sources?: { starter?: string; solution?: string };
    /** From each planned mistake to the test that catches it, and what that test tells. */
    mistaken?: Record<string, string>;
    feedback?: Record<string, string>;
  }[];
  reflections?: Record<string, { prompt?: string; points?: number; rubric?: { text: string; points: number }[] }>;
  questions?: Record<string, QuestionEntry>;
}

export { round } from "../hand_marks/criteria";
export { belongs } from "./cells";
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

const UNDRAWN: Cell = { outcome: "undrawn", points: undefined, result: undefined };

/** The points of all hand-ins, in the order of their files' names. */
export function book(all: Marked[], about: About, hand: HandMark[] = []): Book {
  const items = about.items ?? everything(all);
  const by = new Map<string, HandMark[]>();
  for (const mark of hand) by.set(mark.sha256, [...(by.get(mark.sha256) ?? []), mark]);
  const rows: Row[] = [...all]
    .sort((a, b) => order(a.file, b.file) || order(a.sha256, b.sha256))
    .map((marked) => {
      const mine = new Set(drawnFor(items, marked.alias));
      const cells = items.map((item) => (mine.has(item) ? cellOf(marked, item, by.get(marked.sha256) ?? []) : UNDRAWN));
      const unread = cells.filter(({ outcome }) => outcome === "unread" || outcome === "disputed").length;
      const whole = marked.status === "read" && !unread;
      const total = whole ? round(cells.reduce((sum, one) => sum + (one.points ?? 0), 0)) : undefined;
      return { marked, cells, total, unread };
    }); // prettier-ignore
  const outOf = round(pointsInAll(items));
  const who = identify(rows, listOf(about));
  const late = about.late && applyLateness(rows, who, outOf, about);
  return { items, rows, outOf, who, late };
}

let read: { roster: string | undefined; exported: string | undefined; list: ClassList } | undefined;

/** The class list; it is read once, since every row that is shown makes a book of its own. */
function listOf({ roster, exported }: About): ClassList {
  if (!read || read.roster !== roster || read.exported !== exported) {
    read = { roster, exported, list: classList(roster, exported) };
  }
  return read.list;
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
