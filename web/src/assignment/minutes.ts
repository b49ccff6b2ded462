// How long what is assigned takes: a chapter that is read takes what it states, less what is left out of it; single
// things are reckoned as the plans for instructors reckon them (book/teach/plans.md).
import type { Course, Thing } from "./course";
import type { Kind } from "./format";

const READING = 15;
const EACH: Record<Kind, number> = { chapter: READING, lab: 5, exercise: 9, question: 1.5, reflection: 10 };

/** How much of one thing falls to each learner: of a pool, only what is drawn. */
function share(one: Thing, things: Thing[]): number {
  if (one.pool === undefined) return 1;
  const size = things.filter(({ pool }) => pool === one.pool).length;
  return Math.min(1, (one.draw ?? size) / size);
}

/** How many things each learner gets. `things` has pools whole. */
export const howManyEach = (things: Thing[]): number =>
  Math.round(things.reduce((sum, one) => sum + share(one, things), 0));

/** Of each page with something assigned; nothing is said of a page that states no minutes. `things` has pools whole. */
export function minutesOf(things: Thing[], course: Course): Map<string, number> {
  const found = new Map<string, number>();
  for (const { path, minutes } of course.pages) {
    const here = things.filter(({ page }) => page === path);
    if (!here.length || !minutes) continue;
    const reads = here.some(({ kind }) => kind === "chapter");
    const parts = { exercise: course.exercises, question: course.questions, reflection: course.reflections };
    const all = (Object.keys(parts) as (keyof typeof parts)[]).reduce(
      (sum, kind) => sum + EACH[kind] * parts[kind].filter(({ page }) => page === path).length,
      0,
    );
    const done = here.filter(({ kind }) => kind !== "chapter" && !(reads && kind === "lab"));
    const chosen = done.reduce((sum, one) => sum + EACH[one.kind] * share(one, things), 0);
    const reckoned = reads ? Math.max(READING, minutes - (all - chosen)) : chosen;
    found.set(path, Math.ceil(Math.min(minutes, reckoned)));
  }
  return found;
}

/** Of everything together. */
export const minutesInAll = (things: Thing[], course: Course): number =>
  [...minutesOf(things, course).values()].reduce((sum, one) => sum + one, 0);
