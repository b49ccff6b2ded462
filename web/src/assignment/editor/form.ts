// The fields of the assign page that are not the choice itself: where to start, title, date, code, the site's address.

import { element } from "../../shared/element";
import { say } from "../../shared/words";
import { type Course, chapters } from "../course";
import type { Item } from "../format";
import { courseFolder } from "../link";
import { partsOfChapter } from "./selection";

/** A ready plan, as the page of plans has it. */
export interface Plan {
  title: string;
  weeks: { items: Partial<Item>[] }[];
}
/** One assignment to start from. */
export interface StartingPoint {
  label: string;
  title: string;
  items: Item[];
  days: number;
}

const toItem = (one: Partial<Item>): Item => ({ kind: "chapter", id: "", points: 1, state: "", without: [], ...one });

/** What is not assigned of a chapter that is: in a plan all that it does not name. */
function withoutUnnamed(items: Item[], course: Course): Item[] {
  const named = new Set(items.map(({ kind, id }) => `${kind}/${id}`));
  const parts = (id: string): string[] => partsOfChapter(course, id).filter((part) => !named.has(part));
  const chapters = items.filter(({ kind }) => kind === "chapter");
  const inside = new Set(chapters.flatMap(({ id }) => partsOfChapter(course, id)));
  return items
    .filter(({ kind, id }) => !inside.has(`${kind}/${id}`)) // the chapter brings it
    .map((item) => (item.kind === "chapter" ? { ...item, without: parts(item.id) } : item));
}

/** One whole chapter; then each plan by those weeks for which something can be assigned, and all at once. */
export function startingPoints(plans: Plan[], course: Course): { label: string; options: StartingPoint[] }[] {
  const titles = new Map(chapters(course).map(({ id, title }) => [id, title]));
  const [first] = chapters(course);
  const named = (items: Item[]): string =>
    items.flatMap(({ kind, id }) => (kind === "chapter" ? (titles.get(id) ?? []) : [])).join(" · ");
  const groups = plans.map(({ title, weeks }) => {
    const all = weeks.map(({ items }) => items.map(toItem));
    // Nothing can be assigned for a week of talk or review: its row links to no part of a chapter.
    const options = all.flatMap((items, n) => {
      if (!items.length) return [];
      const about = weeks.length > 1 ? say("assign.week", { n: n + 1, title: named(items) }) : named(items);
      return {
        label: weeks.length > 1 ? about : title,
        title: about.slice(0, 200),
        items: withoutUnnamed(items, course),
        days: 7 * (n + 1),
      };
    });
    const once = new Map(all.flat().map((item) => [`${item.kind}/${item.id}`, item]));
    const together = {
      label: say("assign.at-once", { title }),
      title,
      items: withoutUnnamed([...once.values()], course),
      days: 7 * weeks.length,
    };
    return { label: title, options: weeks.length > 1 ? [...options, together] : options };
  });
  if (!first) return groups;
  const start = {
    label: say("assign.first", { title: first.title }),
    title: first.title,
    items: [toItem({ id: first.id })],
    days: 7,
  };
  return [{ label: "", options: [start] }, ...groups];
}

export function field(label: string, input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): HTMLElement {
  return element("div", { className: "field" }, element("label", { htmlFor: input.id }, label), input);
}

/** A day at 23:59, as an input of date and time takes it. */
export function endOfDayIn(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  day.setHours(23, 59, 0, 0);
  return toLocalInput(day);
}

/** A time as an input of date and time takes it, in the reader's zone. */
export function toLocalInput(time: Date): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** What such an input says, in UTC as links have it; null for none. */
export function toUtc(value: string): string | null {
  const time = value ? new Date(value) : undefined;
  return time && !Number.isNaN(time.getTime()) ? `${time.toISOString().slice(0, 19)}Z` : null;
}

/** The reader's zone, as "Europe/Berlin, GMT+1". */
export function timeZoneName(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const part = new Intl.DateTimeFormat("en-GB", { timeZoneName: "short" })
    .formatToParts()
    .find(({ type }) => type === "timeZoneName");
  return [...new Set([timeZone, part?.value])].filter(Boolean).join(", ");
}

/** The course's folder in what was given as its site; "" if that is no address. */
export function folderOfSite(site: string): string {
  try {
    const url = new URL(site.trim());
    if (!["http:", "https:", "file:"].includes(url.protocol)) return "";
    return courseFolder(url.href);
  } catch {
    return "";
  }
}
