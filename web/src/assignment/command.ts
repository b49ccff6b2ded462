// bundle: node/assignment-command
// An assignment's link and syllabus for `coursekit assign`, which runs this under Node: one request as JSON on standard
// input, one answer as JSON on standard output.

import { addSentences, say } from "../shared/words";
import { type Course, resolveAssignment } from "./course";
import { BadAssignment, fromContent } from "./format";
import { calendar } from "./handout/calendar";
import { sheet } from "./handout/sheet";
import { syllabus } from "./handout/syllabus";
import { courseFolder, isFileName, linkTo, shortLink } from "./link";

interface Request {
  /** What is assigned, as plain data (see format.ts). */
  content: unknown;
  /** course.json of the site. */
  course: Course;
  /** The address of the site: its folder or any of its pages; "" for none. */
  site: string;
  /** When it is due, as it is to be read; "" for no date. */
  due: string;
  /** The name of the site's file that a short link names; "" for a link that holds all. */
  file: string;
  /** The time now, in UTC: calendars ask for it. */
  now: string;
  /** Sentences that the course words itself, by their keys. */
  words: Record<string, string>;
}

interface Answer {
  link: string;
  syllabus: string;
  /** A page to print. */
  sheet: string;
  /** A calendar file; null without a due date. */
  calendar: string | null;
  /** What the assignment names and the course does not have, as "exercise/ID". */
  unknown: string[];
}

declare const process: { stdin: AsyncIterable<Uint8Array>; stdout: { write(text: string): void } };

function answer({ content, course, site, due, file, now }: Request): Answer | { fault: string } {
  try {
    const assignment = fromContent(content);
    const { things, unknown } = resolveAssignment(assignment, course, (_, title) => title);
    if (file && !isFileName(file)) return { fault: say("assign.file-bad") };
    const folder = courseFolder(site);
    const link = file ? shortLink(file, folder) : linkTo(assignment, folder);
    return {
      link,
      syllabus: syllabus(assignment, course, things, link, due),
      sheet: sheet(assignment, course, things, link, due),
      calendar: calendar(assignment, link, now) ?? null,
      unknown,
    };
  } catch (error) {
    if (!(error instanceof BadAssignment)) throw error;
    return { fault: say(error.key, error.values) };
  }
}

async function main(): Promise<void> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const part of process.stdin) text += decoder.decode(part, { stream: true });
  const request = JSON.parse(text) as Request;
  addSentences(request.words);
  process.stdout.write(JSON.stringify(answer(request)));
}

void main();
