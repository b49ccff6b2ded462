// What the sheets need of the course, as this page knows it.
import type { About } from "../export";
import { publishedAt } from "../export/xapi/address";

/** course.json, where it is loaded, and where the course is published. */
export function courseAbout(): Pick<About, "course" | "address"> {
  const { course } = (window as unknown as { coursekit?: Pick<About, "course"> }).coursekit ?? {};
  return { course, address: publishedAt(document, location.href) };
}
