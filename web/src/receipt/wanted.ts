// What of all that is kept belongs to a hand-in.
import { assignedName, type Course, type Thing } from "../assignment/course";

/** Whether a page asks a prediction: its chapter does, and each lesson that shows its lab. */
function asks(course: Partial<Course>, page: string, id: string): boolean {
  const asked = course.predictions?.find((one) => one.id === id);
  const lesson = course.lessons?.find((one) => one.page === page);
  return asked !== undefined && (asked.page === page || Boolean(asked.lab && lesson?.labs.includes(asked.lab)));
}

/**
 * Whether what is kept under `key` belongs to what was assigned: what is named in it, and the guesses, scenes and memos
 * of its pages.
 */
export function isWanted(things: Thing[], course: Partial<Course>, key: string): boolean {
  if (things.some(({ kind, id }) => key === `${kind}/${id}`)) return true;
  const [kind = "", id = ""] = key.split("/", 2);
  if (kind === "prediction") return things.some(({ page }) => asks(course, page, id));
  if (kind === "scene") return things.some(({ page }) => assignedName(page) === id); // named after its chapter
  const essay = kind === "memo" && course.reflections?.find(({ memo }) => memo === id);
  return Boolean(essay && things.some((thing) => thing.kind === "reflection" && thing.id === essay.id));
}
