// The place where the learner stopped: the page, and the heading they had reached in it.
import { currentHeading } from "../frame/current_heading";
import { parseDated, put } from "../shared/store";

export const LAST_PLACE_KEY = "progress/last";

export interface LastPlace {
  at: string;
  /** The page's path in the site. */
  page: string;
  /** The heading's id and text; both empty at the page's head. */
  id: string;
  heading: string;
}

/** `value` as a place; undefined if it is none. */
export function parseLastPlace(value: unknown): LastPlace | undefined {
  const kept = parseDated(value) as (Record<string, unknown> & { at: string }) | undefined;
  if (typeof kept?.page !== "string" || !/^[\w/.-]+\.html$/.test(kept.page)) return undefined;
  const [id, heading] = [kept.id, kept.heading].map((text) => (typeof text === "string" ? text : ""));
  return { at: kept.at, page: kept.page, id: id ?? "", heading: heading ?? "" };
}

/** ms after which a scroll is looked at: a page that is leafed through is not written down line by line. */
const NOTE_DELAY_MS = 300;

/** Keep where the learner is on `page`, as they go. */
export function followPlace(page: string): void {
  let before: string | undefined;
  let waiting = false;
  const note = (): void => {
    waiting = false;
    const heading = currentHeading();
    const id = heading?.id ?? "";
    if (id === before) return;
    before = id;
    const place: LastPlace = { at: new Date().toISOString(), page, id, heading: heading?.text ?? "" };
    void put(LAST_PLACE_KEY, place, true);
  };
  addEventListener(
    "scroll",
    () => {
      if (!waiting) setTimeout(note, NOTE_DELAY_MS);
      waiting = true;
    },
    { passive: true },
  );
  note();
}
