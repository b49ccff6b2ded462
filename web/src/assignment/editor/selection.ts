// What an instructor has chosen, and the shortest list of items that says it.
import { assignedName, type Course, courseEntries } from "../course";
import type { Item, Kind } from "../format";

export interface Pick {
  on: boolean;
  points: number;
  /** Of a lab. */
  state: string;
}

/** By "kind/id". */
export type Selection = Map<string, Pick>;

const PARTS: readonly Kind[] = ["exercise", "question", "reflection"];
export const plainTitle = (_: Kind, title: string): string => title;

/** Nothing chosen, with the points that each thing has unless something else is said. */
export function emptySelection(course: Course): Selection {
  const kinds: Kind[] = ["chapter", "lab", ...PARTS];
  return new Map(
    kinds.flatMap((kind) =>
      courseEntries(course, kind, plainTitle).map(({ id, points }) => [
        `${kind}/${id}`,
        { on: false, points, state: "" },
      ]),
    ),
  );
}

/** The parts of a chapter's page: exercises, questions, essay, as "kind/id". */
export const partsOf = (course: Course, page: string): string[] =>
  PARTS.flatMap((kind) =>
    courseEntries(course, kind, plainTitle)
      .filter((one) => one.page === page)
      .map(({ id }) => `${kind}/${id}`),
  );

/** The same of the chapter or lesson that is assigned as `id`. */
export const partsOfChapter = (course: Course, id: string): string[] =>
  partsOf(course, course.pages.find(({ path }) => assignedName(path) === id)?.path ?? "");

/** The pages of all chapters and lessons. */
export const chapterPages = (course: Course): string[] =>
  courseEntries(course, "chapter", plainTitle).map(({ page }) => page);

/** Choose a chapter with all that is in it, or let all of it go. */
export function setChapter(
  selection: Selection,
  course: Course,
  chapter: { id: string; path: string },
  on: boolean,
): void {
  for (const name of [`chapter/${chapter.id}`, ...partsOf(course, chapter.path)]) {
    const pick = selection.get(name);
    if (pick) pick.on = on;
  }
}

const itemOf = (name: string, more: Partial<Item> = {}): Item => {
  const [kind, id] = name.split("/") as [Kind, string];
  return { kind, id, points: 1, state: "", without: [], ...more };
};

/** The number that most of them have. */
export function mostCommon(points: number[]): number {
  const counted = new Map<number, number>();
  for (const one of points) counted.set(one, (counted.get(one) ?? 0) + 1);
  return [...counted].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}

export function itemsOf(selection: Selection, course: Course): Item[] {
  const items: Item[] = [];
  const rubric = new Map(course.reflections.map(({ id, points }) => [`reflection/${id}`, points]));
  for (const chapter of courseEntries(course, "chapter", plainTitle)) {
    const name = `chapter/${chapter.id}`;
    const parts = partsOf(course, chapter.page).map((part): [string, Pick | undefined] => [part, selection.get(part)]);
    const on = parts.filter(([, pick]) => pick?.on) as [string, Pick][];
    if (!selection.get(name)?.on) {
      items.push(...on.map(([part, { points }]) => itemOf(part, { points })));
      continue;
    }
    const points = mostCommon(on.filter(([part]) => !rubric.has(part)).map(([, pick]) => pick.points));
    items.push(itemOf(name, { points, without: parts.filter(([, pick]) => !pick?.on).map(([part]) => part) }));
    for (const [part, pick] of on) {
      const implied = rubric.has(part) && points ? rubric.get(part) : points;
      if (pick.points !== implied) items.push(itemOf(part, { points: pick.points }));
    }
  }
  for (const [name, pick] of selection)
    if (name.startsWith("lab/") && pick.on) items.push(itemOf(name, { state: pick.state }));
  return items;
}

/** What an assignment chose; what this course does not have is left out (see expand, which names it). */
export function selectionOf(assignment: { items: Item[] }, course: Course): Selection {
  const selection = emptySelection(course);
  const rubric = new Set(course.reflections.map(({ id }) => `reflection/${id}`));
  const chapters = assignment.items.filter(({ kind }) => kind === "chapter");
  for (const { id, points, without } of chapters) {
    const own = selection.get(`chapter/${id}`);
    if (own) own.on = true;
    for (const part of partsOfChapter(course, id)) {
      const pick = selection.get(part);
      if (!pick || without.includes(part)) continue;
      pick.on = true;
      if (!rubric.has(part) || !points) pick.points = points;
    }
  }
  for (const { kind, id, points, state } of assignment.items) {
    const pick = selection.get(`${kind}/${id}`);
    if (!pick || kind === "chapter") continue;
    Object.assign(pick, kind === "lab" ? { on: true, state } : { on: true, points });
  }
  return selection;
}
