// One page to project on Monday: what the class guessed beside the model, the hardest items, the commonest mistakes.
// No names, and nothing that rests on so few that it could be told whose it is.
import words from "../../../../../src/coursekit/words/en/classroom/monday.json";
import { addSentences, say } from "../../../shared/words";
import { alike, mistakes } from "../analysis/mistakes";
import { type ItemStatistics, itemStatistics } from "../analysis/statistics";
import { plainWords } from "../plain_words";
import type { About, Book } from "../points";
import { el, type Html, standalonePage, unlisted } from "../report/html";
import { shares } from "../report/item_tables";
import { predictions } from "../report/predictions";
import { curvesPicture } from "./curves";
import style from "./monday.css";

addSentences(words);

/** Nothing is shown that rests on fewer learners: no guess, no item, no mistake. */
export const LEAST = 5;
const MOST_ITEMS = 5;

export function monday(book: Book, about: About): string {
  const people = book.who.newest.filter(({ marked }) => marked.status === "read");
  const title = about.title ? say("monday.title-of", { title: about.title }) : say("monday.title");
  const enough = people.length >= LEAST;
  const how = { least: LEAST, ownWords: false, curves: curvesPicture };
  const parts: [string, Html | undefined][] = enough
    ? [
        ["guesses", predictions(people, about.course, how)],
        ["items", hardest(book, people, about)],
        ["mistakes", commonest(book, people, about)],
      ]
    : [];
  const sections = parts.flatMap(([name, content]) =>
    content ? [el("section", [el("h2", say(`monday.${name}`)), content])] : [],
  );
  const values = { n: people.length, least: LEAST };
  const body = el("main", [
    el("h1", title),
    el("p.note", say(enough ? "monday.about" : "monday.too-few", values)),
    ...(enough && !sections.length ? [el("p", say("monday.nothing"))] : sections),
  ]);
  return standalonePage(title, style, body, unlisted());
}

/** What an item is called where learners saw it. */
function nameOf(id: string, { key }: About): string {
  const title = key.exercises?.find((one) => one.id === id)?.title;
  return plainWords(title ?? key.questions?.[id]?.prompt ?? key.reflections?.[id]?.prompt ?? id);
}

function hardest(book: Book, people: Book["rows"], about: About): Html | undefined {
  const points = book.items.map(({ points }) => points);
  const statistics = itemStatistics(shares(book, people), points);
  const hard = book.items
    .map((item, place) => ({ item, ...(statistics[place] as ItemStatistics) }))
    .filter(({ n, difficulty }) => n >= LEAST && difficulty !== undefined && difficulty < 1)
    .sort((a, b) => (a.difficulty ?? 1) - (b.difficulty ?? 1) || (a.item.id < b.item.id ? -1 : 1))
    .slice(0, MOST_ITEMS);
  const lines = hard.map(({ item, n, difficulty }) =>
    el("li", [
      el("div", el("strong", nameOf(item.id, about))),
      say("monday.share", { n, share: Math.round(100 * (difficulty ?? 0)) }),
    ]),
  );
  return lines.length ? el("ol", lines) : undefined;
}

/** Planned mistakes in their author's words; never in one learner's: of messages, quoted text and numbers are left out. */
function commonest(book: Book, people: Book["rows"], about: About): Html | undefined {
  const found = mistakes(book, people, about.key)
    .filter(({ count }) => count >= LEAST)
    .sort((a, b) => b.count / b.of - a.count / a.of || (a.item < b.item ? -1 : 1))
    .slice(0, MOST_ITEMS);
  const lines = found.map(({ item, what, count, of, planned }) => {
    const said = planned || about.key.questions?.[item] ? what : alike(what);
    return el("li", [
      el("div", el("strong", nameOf(item, about))),
      `${said}${/[.!?]$/.test(said) ? "" : "."} `,
      say("monday.made", { n: count, of }),
    ]);
  });
  return lines.length ? el("ul", lines) : undefined;
}
