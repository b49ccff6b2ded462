// The assignment on paper: one HTML file to print, with a code that opens the assignment on a phone. No script is in it.
import { qrDrawing } from "../../print/qr/drawing";
import { say } from "../../shared/words";
import type { Course, Thing } from "../course";
import type { Assignment } from "../format";
import { formatPoints } from "./syllabus";
import "./syllabus_words";

const STYLE = `body { font: 12pt/1.45 Georgia, serif; color: #000; background: #fff; max-width: 17cm; margin: 1cm auto; padding: 0 .5cm; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 .3em; } h2 { font-size: 13pt; margin: 1em 0 .2em; }
ul { margin: 0; padding-left: 1.3em; } li { margin: .15em 0; break-inside: avoid; } p { margin: .3em 0; }
.head { display: flex; gap: 1cm; justify-content: space-between; align-items: flex-start; flex-wrap: wrap; }
.head > div { flex: 1 1 8cm; } .code { width: 4.6cm; height: 4.6cm; } .address { overflow-wrap: anywhere; font: 9pt/1.35 monospace; }
.name { border-bottom: 1px solid #000; height: 1.2cm; margin-bottom: .5cm; } @page { margin: 1.5cm; }`;

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The code of a text as a picture in SVG; "" if the text is too long for one. */
export function qrMarkup(text: string): string {
  const drawing = qrDrawing(text);
  if (!drawing) return "";
  const { size, path } = drawing;
  const name = escapeHtml(say("sheet.code"));
  return (
    `<svg class="code" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${name}"` +
    ` shape-rendering="crispEdges"><path d="${path}"/></svg>`
  );
}

function task(thing: Thing): string {
  const name = thing.kind === "chapter" ? say("syllabus.read") : say(`syllabus.${thing.kind}`, { name: thing.name });
  const marked = thing.kind !== "chapter" && thing.kind !== "lab" && thing.points;
  const worth = marked ? say("syllabus.worth", { n: thing.points, points: formatPoints(thing.points) }) : "";
  const drawn = thing.pool === undefined ? "" : say("syllabus.in-pool");
  const told = [worth, drawn].filter(Boolean).join(", ");
  return `<li>${escapeHtml(told ? `${name} (${told})` : name)}</li>`;
}

/** The sheet. `due`: as it is to be read, "" for no date. */
export function sheet(assignment: Assignment, course: Course, things: Thing[], link: string, due: string): string {
  const { title, code, submit } = assignment;
  const line = (text: string, className = ""): string =>
    text && `<p${className && ` class="${className}"`}>${escapeHtml(text)}</p>`;
  const picture = /^https?:/.test(link) ? qrMarkup(link) : "";
  const pages = course.pages.flatMap(({ path, title }) => {
    const here = things.filter(({ page }) => page === path);
    return here.length ? [`<h2>${escapeHtml(title)}</h2>`, `<ul>${here.map(task).join("")}</ul>`] : [];
  });
  const pools = assignment.pools.map(({ draw, of }) => line(say("syllabus.pool", { n: draw, all: of.length })));
  return [
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>`,
    '<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">',
    `<style>${STYLE}</style></head><body>`,
    line(say("sheet.name"), "name"),
    `<div class="head"><div><h1>${escapeHtml(title)}</h1>`,
    line(code && say("syllabus.code", { code })),
    line(due && say("syllabus.due", { due })),
    line(say(picture ? "sheet.open" : "sheet.open-typed")),
    line(link, "address"),
    `</div>${picture}</div>`,
    ...pages,
    ...pools,
    `<h2>${escapeHtml(say("syllabus.hand-in"))}</h2>`,
    line(submit && say("syllabus.submit")),
    line(submit, "address"),
    `<ul>${[1, 2, 3, 4].map((n) => `<li>${escapeHtml(say(`syllabus.step-${n}`).replaceAll("*", ""))}</li>`).join("")}</ul>`,
    "</body></html>\n",
  ].join("\n");
}
