// The report: one file that stands alone, needs no script, and runs none, whatever stood in a hand-in.

import { say } from "../../../shared/words";
import { explainCollision } from "../identity";
import type { About, Book } from "../points";
import { absent, strangers } from "../tables/lms";
import { el, type Html, many, standalonePage, unlisted } from "./html";
import { distribution, itemTable, mistakeTable, texts } from "./item_tables";
import { predictions } from "./predictions";
import style from "./report.css";
import { alikeTable, flagTable, isSuspicious, malformedTable, noteTable, overrideTable } from "./review_tables";

export function report(book: Book, about: About): string {
  const people = book.who.newest;
  const title = about.title ? say("report.title-of", { title: about.title }) : say("report.title");
  const [unknown, missing] = [strangers(book), absent(book)];
  const unclear = names("report.collisions.who", book.who.collisions.map(explainCollision));
  const parts: [string, Html | undefined][] = [
    ["collisions", unclear],
    ["spread", distribution(book, people)],
    ["items", itemTable(book, people, about)],
    ["mistakes", mistakeTable(book, people, about)],
    ["predictions", predictions(people, about.course)],
    ["texts", texts(book, people)],
    ["overrides", overrideTable(book)],
    ["flags", flagTable(book)],
    ["alike", alikeTable(book, about)],
    ["malformed", malformedTable(book)],
    ["notes", noteTable(book)],
    ["absent", names("report.absent.who", missing)],
    ["strangers", names("report.strangers.who", unknown)],
  ];
  const shown = parts.filter(([, content]) => content);
  const links = shown.map(([id]) => el("li", el("a", { href: `#${id}` }, say(`report.part.${id}`))));
  const sections = shown.map(([id, content]) => {
    const intro = id === "predictions" ? el("p.note", say("report.predict.show")) : undefined;
    return el(id === "predictions" || id === "flags" ? "section.page" : "section", { "aria-labelledby": id }, [
      el("h2", { id }, say(`report.part.${id}`)),
      intro,
      content,
    ]);
  });
  const body = el("main", [
    el("h1", title),
    glance(book, people.length),
    el("nav", { "aria-label": say("report.contents") }, el("ul", links)),
    ...sections,
  ]);
  return standalonePage(title, style, body, unlisted());
}

function names(key: string, who: string[]): Html | undefined {
  return who.length
    ? many(
        el("p", say(key, { n: who.length })),
        el(
          "ul.names",
          who.map((name) => el("li", name)),
        ),
      )
    : undefined;
}

function glance(book: Book, people: number): Html {
  const { rows } = book;
  const count = (test: (row: (typeof rows)[number]) => boolean): number => rows.filter(test).length;
  const numbers: [string, number][] = [
    ["files", rows.length],
    ["people", people],
    ["malformed", count(({ marked }) => marked.status !== "read")],
    ["flagged", count(({ marked, cells }) => marked.flags.length > 0 || cells.some(isSuspicious))],
    ["unread", rows.reduce((sum, { unread }) => sum + unread, 0)],
  ];
  const list = numbers.map(([name, n]) => el("div", [el("dt", say(`report.glance.${name}`)), el("dd", n)]));
  return many(el("p.note", say("report.private")), el("dl", list), el("p.note", say("report.counted")));
}
