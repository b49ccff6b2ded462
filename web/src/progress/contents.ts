// What can be done on each page, as the build lists it.
import { loadScript } from "../shared/load_script";
import { pageGlobal } from "../shared/page_global";
import type { CourseContents } from "./reckoning";

/** The list, loaded unless the page has it already; undefined if there is none. */
export async function courseContents(): Promise<CourseContents | undefined> {
  const course = pageGlobal<{ progress?: CourseContents }>("coursekit", () => ({}));
  if (!course.progress) await loadScript("data/progress.js");
  return course.progress;
}
