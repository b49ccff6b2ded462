// What the desk's parts say to each other: one marked hand-in, and what marking one item came to.

/** Never a bare 0: what became of one item. "blank": nothing was handed in for it. */
export type Outcome =
  | "right"
  | "partly"
  | "wrong"
  | "error"
  | "timeout"
  | "memory"
  | "malformed"
  | "suspicious"
  | "blank";

/** One exercise or question of one hand-in. */
export interface Result {
  outcome: Outcome;
  /** From 0 to 1: the share of cases, or of a question's parts, that agree. */
  share: number;
  /** For a person: what was wrong, such as the error's last line or where the answer first departs; never markup. */
  detail: string;
  /** What of it its learner may read: nothing of the right answer. */
  shown?: string;
  /** What it was made with another version of the course's exercise, or how it was graded in spite of something. */
  notes: string[];
  /** The planned mistakes of the exercise whose answers these are, in every case: mostly one. */
  mistakes?: string[];
  /** What an exercise's marks rest on, as a short name (see grading/basis.ts). */
  basis?: string;
}

/** One prediction as the learner committed it. */
export interface Guessed {
  guess: string | null;
  answer: string;
}

/** One hand-in, whatever it was: a file that could not be read has its row too. */
export interface Marked {
  /** The file's name, with the ZIP's before it ("class.zip/anna.json"). */
  file: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
  alias: string;
  /** The number that its learner's values were drawn with: one a browser, unless work was taken along. */
  seed?: number;
  /** ISO date and time that the file claims; "" if none. */
  saved: string;
  /** "read", or why nothing could be graded. */
  status: "read" | "malformed" | "too-big" | "failed";
  /** What was wrong with the file as a whole, or what its reader should know (another build, another edition, late). */
  notes: string[];
  /** Signs of tampering, one sentence each, for a person to look at. */
  flags: string[];
  /** Set where of a changed notebook the receipt was graded. */
  edited?: "receipt";
  exercises: Record<string, Result>;
  questions: Record<string, Result & { given: unknown; variant?: number }>;
  predictions: Record<string, Guessed>;
  /** Free text by its key in the receipt ("memo/design/claim", "reflection/promises"). */
  texts: Record<string, string>;
  /** Exercise → fingerprints of its code, for the search of similar ones (see export/analysis/similar_code.ts). */
  prints: Record<string, number[]>;
  /** How many of its exercises were not run, since their marks from an earlier run still hold. */
  reused?: number;
  /** Seconds from its turn to its marks. */
  seconds: number;
}

/** What is to be graded, and for how many points: from the instructor's assignment, else everything in the key. */
export interface Item {
  kind: "exercise" | "question" | "reflection";
  id: string;
  points: number;
  /** Of what is in a pool: the pool's name, and how many of it each learner has (see assignment/draw.ts). */
  pool?: string;
  draw?: number;
}

/** One item of one hand-in; points are undefined where a person has yet to give them, or nothing could be graded. */
export interface Cell {
  /** "undrawn": in a pool, and not among what its learner was to do. */
  outcome: Outcome | "unread" | "read" | "disputed" | "overridden" | "undrawn";
  points: number | undefined;
  result: Result | undefined;
  /** What graders wrote beside their points. */
  comments?: string[];
  /** The points by criteria of the rubric, as each grader whose mark counts gave them. */
  rubrics?: { grader: string; criteria: CriterionMark[] }[];
  /** A person gave other points than marking or the rubric did. */
  override?: { before: number | undefined; was: Cell["outcome"]; by: string; reasons: string[] };
}

export interface Row {
  marked: Marked;
  cells: Cell[];
  /** undefined: the file could not be graded, or something in it has yet to be marked by a person. */
  total: number | undefined;
  /** The total before lateness took something off, where there are rules for late hand-ins. */
  before?: number | undefined;
  late?: Late | undefined;
  /** How many free texts wait for a mark, or for their graders to agree. */
  unread: number;
}

/** How late a hand-in is, and what that takes off. */
export interface Late {
  due: string;
  /** It has a due date of its own. */
  extended: boolean;
  /** What says when it was handed in: the file, by the learner's clock, or the list of extensions. */
  clock: "receipt" | "instructor";
  /** Days that have begun since it was due; 0 within the days of grace. */
  days: number;
  percent: number;
  closed: boolean;
  /** The file gives no time. */
  unknown: boolean;
  /** Canvas says otherwise, in the name of the file. */
  disputed: boolean;
}

/** A file for the instructor. */
export interface Sheet {
  name:
    | "gradebook.csv"
    | "canvas.csv"
    | "moodle.csv"
    | "report.html"
    | "monday.html"
    | "results.jsonl"
    | "xapi.json"
    | "mistakes.csv"
    | "filled-in.csv"
    | "shares.csv"
    | "conflicts.csv"
    | "feedback.zip";
  /** Of a ZIP, in base64. */
  text: string;
}

/** Points for one criterion of a rubric; null: none given yet. */
export interface CriterionMark {
  /** As the rubric calls it. */
  name: string;
  points: number | null;
  /** The most that it brings. */
  of: number;
  comment?: string;
}

/** A mark given by hand: hand-in, key of the item, points from 0 to the item's; null takes it back, or is not whole yet. */
export interface HandMark {
  sha256: string;
  /** "reflection/promises"; where a mark was overridden, "exercise/…" and "question/…" too. */
  text: string;
  points: number | null;
  /** Who gave it, by whatever name graders use among themselves. */
  grader?: string;
  /** ISO date and time. */
  at?: string;
  comment?: string;
  /** What the points are the sum of, scaled to the item's. */
  criteria?: CriterionMark[];
  /** With criteria: the points that the item had when they were given. */
  of?: number;
  /** Why the points are others than marking, or the criteria, would give: the mark is an override. */
  reason?: string;
  /** It ends a disagreement: older marks for the text count no more. */
  decides?: true;
}

/** A comment that is kept to be used again, for one criterion of an item ("" for the item as a whole). */
export interface BankComment {
  item: string;
  criterion: string;
  text: string;
}
