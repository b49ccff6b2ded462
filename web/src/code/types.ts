// What a section with code in it is made of: its saved work, its editor, and the checks' report.

/** What is kept in this browser under `exercise/ID` or `cell/PAGE/…` (see ../cell/storage_keys.ts). */
export interface SavedCode {
  code: string;
  /** The starter that the code was begun from: another one means that the course has changed since. */
  starter: string;
  /** The version of the exercise that the code was last worked on with. */
  version?: string;
  /** The code before the last reset, until it is taken back. */
  undo?: string;
  hints: number;
  /** Different codes that were checked, as short hashes. */
  tried: string[];
  passed: boolean;
  /** How often the code has been changed where it is kept: a tab that knows another number has not seen it. */
  revision: number;
  /** The tab that changed it last. */
  by: string;
  /** Which of the exercise's variants the work is on, where something varies. */
  variant?: number;
  /** The newest first. */
  runs: SavedRun[];
}

/** A code that was run, checked, or set aside when another took its place. */
export interface SavedRun {
  code: string;
  /** ISO date and time. */
  at: string;
  how: "run" | "check" | "aside";
  /** The section's state when it had ended; "" for what was set aside. */
  status: string;
  /** The tab that set it aside, while the choice between two tabs was open. */
  tab?: string;
}

/** Where the learner writes. */
export interface Field {
  value(): string;
  set(text: string): void;
  focus(): void;
}

export interface EditorOptions {
  text: string;
  label: string;
  describedBy: string;
  onChange(): void;
  names?: CompletionSource;
}

/** Where the editor finds names that may be written. */
export interface CompletionSource {
  /** The code that runs before, as far as the page knows it. */
  before(): string;
  /** Names known to Python at the end of `code`; none unless it is there and idle. */
  ask(code: string): Promise<{ name: string; kind: string }[]>;
}

/** What editor.js puts on `window.coursekit.editor`. */
export interface EditorMaker {
  create(into: HTMLElement, options: EditorOptions): Field;
}

export interface TestResult {
  name: string;
  status: "passed" | "failed" | "error";
  message: string;
}

export interface Report {
  passed: boolean;
  tests: TestResult[];
}

/** Whether the checks' answer has the form that checks.py gives it. */
export function isReport(value: unknown): value is Report {
  const report = value as Report | null;
  return (
    typeof report === "object" &&
    typeof report?.passed === "boolean" &&
    Array.isArray(report.tests) &&
    report.tests.every((test) => typeof test?.name === "string" && typeof test.message === "string")
  );
}
