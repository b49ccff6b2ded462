// What the course holds (course.json), and what an assignment comes to in it.
import { type Assignment, type Item, KINDS, type Kind } from "./format";

interface Entry {
  id: string;
  page: string;
}
export interface Course {
  build: string;
  edition: string;
  pages: { path: string; title: string; minutes?: number }[];
  labs: (Entry & { title: string; presets: { name: string; state: string }[]; controls: { name: string }[] })[];
  exercises: (Entry & { title: string; version: string })[];
  questions: (Entry & { kind: string; prompt: string })[];
  /** `lab` is the lab that asks it. */
  predictions: (Entry & { lab?: string })[];
  /** Lessons show the labs of chapters, and ask what these ask. */
  lessons?: (Entry & { labs: string[] })[];
  reflections: (Entry & { points: number; memo?: string })[];
}

/** One thing that can be done: where it stands, what it is called, what it counts. */
export interface Thing extends Item {
  page: string;
  name: string;
  /** Of what is in a pool: the pool's name and how many of it a learner has (see draw.ts). */
  pool?: string;
  draw?: number;
}

const ASSIGNED = /^(?:(?:chapters|lessons)\/|book\/(?=practice\.))([\w-]+)\.html$/;

/** The name under which a chapter, a lesson or the page of practice is assigned, by its path; "" for another page. */
export const assignedName = (path: string): string => ASSIGNED.exec(path)?.[1] ?? "";

/** All of these: their names without folder, as in links. */
export const chapters = (course: Course): { id: string; path: string; title: string; minutes?: number }[] =>
  course.pages.flatMap((page) => {
    const id = assignedName(page.path);
    return id ? [{ id, ...page }] : [];
  });

/** What the course has of `kind`, with what it is called; what has no title of its own is named by `worded`. */
export function courseEntries(
  course: Course,
  kind: Kind,
  worded: (kind: Kind, title: string) => string,
): (Entry & { name: string; points: number })[] {
  const titles = new Map(course.pages.map((page) => [page.path, page.title]));
  const one = ({ id, page }: Entry, name: string, points = 1) => ({ id, page, name, points });
  if (kind === "chapter") return chapters(course).map(({ id, path, title }) => one({ id, page: path }, title));
  if (kind === "lab") return course.labs.map((lab) => one(lab, lab.title));
  if (kind === "exercise") return course.exercises.map((exercise) => one(exercise, exercise.title));
  if (kind === "question") return course.questions.map((question) => one(question, question.prompt));
  return course.reflections.map((essay) => one(essay, worded(kind, titles.get(essay.page) ?? ""), essay.points));
}

/** All that stands in an assignment's pools. */
export const poolThings = (assignment: Assignment): (Item & { pool: string; draw: number })[] =>
  assignment.pools.flatMap(({ draw, of, points }, n) =>
    of.map((name) => {
      const [kind, id] = name.split("/") as [Kind, string];
      return { kind, id, points, state: "", without: [], pool: `${assignment.code}/${n}`, draw };
    }),
  );

/**
 * What an assignment comes to: chapters to read, labs, and each exercise, question and essay, pools whole; and what is
 * not there.
 */
export function resolveAssignment(
  assignment: Assignment,
  course: Course,
  worded: (kind: Kind, title: string) => string,
): { things: Thing[]; unknown: string[] } {
  const all = new Map(KINDS.map((kind) => [kind, courseEntries(course, kind, worded)]));
  const pooled = assignment.pools.flatMap(({ of }) => of);
  const named = new Set([...assignment.items.map(({ kind, id }) => `${kind}/${id}`), ...pooled]);
  const things: Thing[] = [];
  const unknown: string[] = [];
  for (const item of assignment.items) {
    const found = all.get(item.kind)?.find(({ id }) => id === item.id);
    if (found) things.push({ ...item, page: found.page, name: found.name });
    else unknown.push(`${item.kind}/${item.id}`);
    if (!found || item.kind !== "chapter") continue;
    for (const kind of KINDS.slice(2)) {
      for (const one of all.get(kind) ?? []) {
        const name = `${kind}/${one.id}`;
        if (one.page !== found.page || item.without.includes(name) || named.has(name)) continue;
        const points = kind === "reflection" && item.points ? one.points : item.points;
        things.push({ kind, id: one.id, points, state: "", without: [], page: one.page, name: one.name });
      }
    }
  }
  for (const one of poolThings(assignment)) {
    const found = all.get(one.kind)?.find(({ id }) => id === one.id);
    if (found) things.push({ ...one, page: found.page, name: found.name });
    else unknown.push(`${one.kind}/${one.id}`);
  }
  for (const name of assignment.items.flatMap((item) => item.without)) {
    const [kind, id] = name.split("/");
    if (!all.get(kind as Kind)?.some((one) => one.id === id)) unknown.push(name);
  }
  return { things, unknown };
}
