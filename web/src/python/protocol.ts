// What the page and its Python say to each other, as types. This file imports nothing, so that every other may import it.

/** Outputs by MIME type, as Jupyter's display protocol has them. */
export type Mime = Record<string, unknown>;
export type Output =
  | { kind: "stream"; name: "stdout" | "stderr"; text: string }
  /** `id`: a name by which it can be shown anew; `update`: it takes the place of what has that name. */
  | { kind: "display"; data: Mime; id?: string; update?: boolean }
  /** What was shown so far goes: now, or, with `wait`, when something new comes. */
  | { kind: "clear"; wait: boolean }
  /** `help`: what it usually means; "" if there is nothing better than what is said of its kind. `told`: said elsewhere. */
  | { kind: "error"; name: string; message: string; traceback: string; help?: string; told?: boolean };
/** Bytes of the present step (0 of 0 where they can't be told); `step` is a key of the catalog. */
export type Progress = { step: string; loaded: number; total: number };
export type Outcome = {
  /** "asked": the run ended at an unanswered input(); `result` is the question, and the same run with one answer more goes on. */
  status: "ok" | "error" | "stopped" | "timeout" | "memory" | "failed" | "asked";
  result?: unknown;
  reason?: string;
  /** The worker was lost before the run began: the same run may well go through on a new one. */
  again?: boolean;
  /** What the run had come to before Python turned out to be damaged. */
  before?: Outcome;
};
/** What input() wants to know. */
export type Question = { prompt: string; secret: boolean };
export type Request = {
  task: "run" | "check";
  code: string;
  setup: string;
  tests?: string;
  namespace: string;
  packages: string[];
  limit_s: number;
  /** What was answered in earlier rounds of this run. */
  answers?: string[];
  /** The cell or exercise: what widgets its last run made are closed when it runs again. */
  owner?: string;
};
/** What a worker is asked to do (see `handle` in src/coursekit/live/entry.py). */
export type Task =
  | Request
  | ({ task: "cases" | "judge" | "mistaken" | "warm" | "mark"; limit_s: number } & Record<string, unknown>);
/** A name that may be written, and what kind of thing it is. */
export type Completion = { name: string; kind: string };
/** What the page hears of a run; without `ask` no question is answered. */
export type RunHandlers = {
  progress: (p: Progress) => void;
  output: (o: Output) => void;
  ask?: (question: Question) => Promise<string | null>;
};
export type State = "cold" | "starting" | "ready" | "busy";
