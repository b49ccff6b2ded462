// An assignment as a syllabus in Markdown: src/coursekit/classroom/assignment/syllabus.py writes the same.

import { say } from "../../shared/words";
import type { Course, Thing } from "../course";
import { pointsInAll } from "../draw";
import type { Assignment, Kind } from "../format";
import { minutesInAll, minutesOf } from "../minutes";
import "./syllabus_words";

const KINDS: readonly Kind[] = ["lab", "exercise", "question", "reflection"];
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>|#]/g, "\\$&");
/** Points as people write them. */
export const formatPoints = (points: number): string => String(Math.round(points * 100) / 100);

/** `due`: as it is to be read, "" for no date. */
export function syllabus(
  assignment: Assignment,
  course: Course,
  things: Thing[],
  address: string,
  due: string,
): string {
  const todo = things.filter(({ kind }) => kind !== "chapter");
  const read = new Set(things.filter(({ kind }) => kind === "chapter").map(({ page }) => page));
  const sum = (some: Thing[]): string => formatPoints(pointsInAll(some.filter(({ kind }) => kind !== "lab")));
  const pages = course.pages.filter(({ path }) => read.has(path) || todo.some(({ page }) => page === path));
  const lines = [`# ${escapeMarkdown(assignment.title)}`, ""];
  if (assignment.code) lines.push(say("syllabus.code", { code: escapeMarkdown(assignment.code) }), "");
  if (due) lines.push(say("syllabus.due", { due: escapeMarkdown(due) }), "");
  lines.push(`[${say("syllabus.open")}](<${address}>)`, "");
  if (assignment.submit) lines.push(`${say("syllabus.submit")} <${assignment.submit}>`, "");
  const row = (...cells: string[]): void => void lines.push(`| ${cells.join(" | ")} |`);
  row(say("syllabus.chapter"), say("syllabus.time"), say("syllabus.points"));
  lines.push("|---|---|---|");
  const times = minutesOf(things, course);
  for (const { path, title } of pages) {
    const minutes = times.get(path);
    row(
      escapeMarkdown(title),
      minutes ? say("syllabus.minutes", { n: minutes }) : "",
      sum(todo.filter(({ page, pool }) => page === path && pool === undefined)),
    );
  }
  row(say("syllabus.sum"), say("syllabus.minutes", { n: minutesInAll(things, course) }), sum(todo));
  const start = address.slice(0, address.indexOf("book/index.html#"));
  for (const { path, title } of pages) {
    lines.push("", `## ${escapeMarkdown(title)}`, "");
    if (read.has(path)) lines.push(`- [${say("syllabus.read")}](<${start}${path}>)`);
    for (const kind of KINDS) {
      for (const thing of todo.filter((one) => one.kind === kind && one.page === path)) {
        const name = say(`syllabus.${kind}`, { name: escapeMarkdown(thing.name) });
        const text = `- [${name}](<${start}${path}#${kind}-${thing.id}${thing.state ? `?${thing.state}` : ""}>)`;
        const worth = say("syllabus.worth", { n: thing.points, points: formatPoints(thing.points) });
        const told = [
          ...(kind === "lab" || !thing.points ? [] : [worth]),
          ...(thing.pool === undefined ? [] : [say("syllabus.in-pool")]),
        ];
        lines.push(told.length ? `${text} (${told.join(", ")})` : text);
      }
    }
  }
  for (const { draw, of } of assignment.pools) lines.push("", say("syllabus.pool", { n: draw, all: of.length }));
  const steps = [1, 2, 3, 4].map((n) => `${n}. ${say(`syllabus.step-${n}`)}`);
  return [...lines, "", `## ${say("syllabus.hand-in")}`, "", ...steps, ""].join("\n");
}
