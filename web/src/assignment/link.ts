// An assignment's link: a page of the course, by default the landing page, with the assignment behind `#assignment=`.
import { type Assignment, encode, LINK_MARK } from "./format";

/**
 * The course's folder, with its slash, in an address of the course: the folder itself or any of its pages.
 * What is no address on its own (a path) is taken as it stands.
 */
export function courseFolder(site: string): string {
  const [address = ""] = site.trim().split(/[?#]/);
  const start = address.replace(/(?:(?:book|chapters|lessons)\/)?[\w.-]+\.html$/, "");
  return start && `${start.replace(/\/*$/, "")}/`;
}

/** The link to share; `folder` as {@link courseFolder} gives it. */
export const linkTo = (assignment: Assignment, folder: string, page = "book/index.html"): string =>
  `${folder}${page}${LINK_MARK}${encode(assignment)}`;
