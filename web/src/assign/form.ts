// The fields of the assign page that are not the choice itself: where to start, title, date, code, the site's address.
import { element } from "../element";

export interface Plan {
  id: string;
  title: string;
  days: number;
  chapters: string[];
  weeks?: { title: string; chapters: string[] }[];
}
/** One assignment of a plan. */
export interface Start {
  title: string;
  chapters: string[];
  days: number;
}

/** Each plan as a whole, and each of its weeks. */
export function starts(plans: Plan[]): { label: string; options: Start[] }[] {
  return plans.map(({ title, days, chapters, weeks = [] }) => ({
    label: title,
    options: [{ title, chapters, days }, ...weeks.map((week, n) => ({ ...week, days: 7 * (n + 1) }))],
  }));
}

export function field(label: string, input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): HTMLElement {
  return element("div", { className: "field" }, element("label", { htmlFor: input.id }, label), input);
}

/** A day at 23:59, as an input of date and time takes it. */
export function inDays(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  day.setHours(23, 59, 0, 0);
  return local(day);
}

/** A time as an input of date and time takes it, in the reader's zone. */
export function local(time: Date): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** What such an input says, in UTC as links have it; null for none. */
export function utc(value: string): string | null {
  const time = value ? new Date(value) : undefined;
  return time && !Number.isNaN(time.getTime()) ? `${time.toISOString().slice(0, 19)}Z` : null;
}

/** The reader's zone, as "Europe/Berlin, GMT+1". */
export function zone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const part = new Intl.DateTimeFormat("en-GB", { timeZoneName: "short" }).formatToParts().find(({ type }) => type === "timeZoneName");
  return [...new Set([timeZone, part?.value])].filter(Boolean).join(", ");
}

/** The course's folder in what was given as its site; "" if that is no address. */
export function folder(site: string): string {
  try {
    const url = new URL(site.trim());
    if (!["http:", "https:", "file:"].includes(url.protocol)) return "";
    const [address = ""] = url.href.split(/[?#]/);
    return address.replace(/(?:(?:book|chapters)\/)?[\w.-]+\.html$/, "").replace(/\/*$/, "/");
  } catch {
    return "";
  }
}

