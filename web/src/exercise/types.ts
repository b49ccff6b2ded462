// An exercise's page data, and where the page keeps them.
import { pageGlobal } from "../shared/page_global";

/** As `_static/exercises/ID.js` registers it. */
export interface Exercise {
  id: string;
  title: string;
  /** A hash of what decides how work on it fares (coursekit.exercise.file.version). */
  version: string;
  setup: string;
  starter: string;
  tests: string;
  hints: string[];
  packages: string[];
  limit_s: number;
  solution?: string;
  /** One for each value of what varies by learner. */
  variants?: Variant[];
}

/** Values that vary: the code that sets them, and how each placeholder reads. */
export interface Variant {
  code: string;
  shown: Record<string, string>;
}

interface ExerciseGlobals {
  exercises?: Record<string, Exercise>;
  openLabCell?: (lab: HTMLElement, id: string, code: string) => Promise<void>;
}

/** What the scripts of exercises, and a lab's own script, find on the page's `window.coursekit`. */
export const exerciseGlobals = (): ExerciseGlobals => pageGlobal<ExerciseGlobals>("coursekit", () => ({}));
