// An assignment's link: a page of the course, by default the landing page, with the assignment behind `#assignment=`: all of it, or
// the name of a file of the site, assignments/NAME.json, that holds it.
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

/** Lower-case letters, digits and hyphens; what a long link holds never looks so, for it begins with "eyJ". */
const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Whether a file of that name may be asked for: a plain name, which leads into no other folder and to no other site. */
export const isFileName = (name: string): boolean => NAME.test(name);

/** The name behind `#assignment=`, or undefined if that is no name. */
export function fileNameIn(hash: string): string | undefined {
  const name = hash.startsWith(LINK_MARK) ? hash.slice(LINK_MARK.length) : "";
  return isFileName(name) ? name : undefined;
}

/** Where the file lies, seen from the course's folder. */
export const filePath = (name: string): string => `assignments/${name}.json`;

/** The short link; `folder` as courseFolder gives it. */
export const shortLink = (name: string, folder: string): string => `${folder}book/index.html${LINK_MARK}${name}`;

const OWN_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/;

/** Whether an address leads to the machine on which it is opened, and so to nothing for anybody else. */
export const isOwnMachine = (address: string): boolean =>
  URL.canParse(address) && OWN_MACHINE.test(new URL(address).hostname);
