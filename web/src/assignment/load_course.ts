// What the course of this site holds: course.json, as the script _static/data/course.js.
import { loadScript } from "../shared/load_script";
import type { Course } from "./course";

/** The course of this site; undefined if its script could not be loaded. */
export async function loadCourse(): Promise<Course | undefined> {
  await loadScript("data/course.js").catch(() => undefined);
  return (window as unknown as { coursekit?: { course?: Course } }).coursekit?.course;
}
