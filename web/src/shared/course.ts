// Which course this page belongs to: courses on one host share an origin, and must share nothing that a browser keeps.

/** The id in the course's `pyproject.toml`; the page's template puts it on `<html data-course>`. */
export const COURSE_ID: string = document.documentElement.dataset.course ?? "coursekit";

/** The name, among all that this origin keeps, of what this course keeps under `name`. */
export const courseKey = (name: string): string => `${COURSE_ID}/${name}`;

/** The `format` that one of the course's files says in itself: "receipt", "work", "key" or "marks". */
export const fileFormat = courseKey;
