// The due date as a calendar file (iCalendar, RFC 5545), which every calendar program takes.
import { say } from "../../shared/words";
import type { Assignment } from "../format";
import "./syllabus_words";

const MAX_LINE_OCTETS = 75;

/** Text as a value: what has a meaning there is escaped, and a line's end is written as \\n. */
export const escapeText = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");

/** A content line, folded so that none is longer than 75 octets and no sign is cut in two. */
export function foldLine(line: string): string {
  const encoder = new TextEncoder();
  const lines = [""];
  let octets = 0;
  for (const sign of line) {
    const more = encoder.encode(sign).length;
    if (octets + more > MAX_LINE_OCTETS) {
      lines.push(" ");
      octets = 1;
    }
    lines[lines.length - 1] += sign;
    octets += more;
  }
  return lines.join("\r\n");
}

/** A time in UTC as calendars write it: 20261201T225900Z. */
const basicTime = (utc: string): string => utc.replace(/[-:]|\.\d+/g, "");

/** A number that follows from a text and that another text hardly has (FNV-1a of 64 bits). */
function textId(text: string): string {
  let state = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    state = BigInt.asUintN(64, (state ^ BigInt(byte)) * 0x100000001b3n);
  return state.toString(16).padStart(16, "0");
}

/**
 * The calendar with one event, at the due time, and a reminder a day before; undefined without a due date. A later file of
 * the same title and class code takes the event's place.
 * @param now ISO date and time in UTC, for the stamp that calendars ask for
 */
export function calendar(assignment: Assignment, link: string, now: string): string | undefined {
  const { title, code, due, submit } = assignment;
  if (!due) return undefined;
  const summary = say("calendar.summary", { title });
  const about = [say("calendar.open", { link }), ...(submit ? [say("calendar.submit", { address: submit })] : [])];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//coursekit//assignment//EN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${textId(`${title}\n${code}`)}@coursekit.invalid`,
    `DTSTAMP:${basicTime(now)}`,
    `DTSTART:${basicTime(due)}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(about.join("\n"))}`,
    ...(/^https?:/.test(link) ? [`URL:${link}`] : []),
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escapeText(summary)}`,
    "TRIGGER:-P1D",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}
