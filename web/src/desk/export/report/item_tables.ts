// The report's first half: how the class did, item by item.

import { say } from "../../../shared/words";
import { mistakes } from "../analysis/mistakes";
import { counted, histogram, type ItemStatistics, itemStatistics, mean, median } from "../analysis/statistics";
import { type About, type Book, belongs, type Row } from "../points";
import { columns } from "./charts";
import { type Content, el, type Html, many, table } from "./html";

const FEW = 10; // below so many people a correlation is mostly chance
const WEAK = 0.2; // a correlation below this is usually called weak (Ebel's rule of thumb)

const percent = (share: number): string => `${Math.round(100 * share)} %`;

export function distribution(book: Book, people: Row[]): Html {
  const totals = people.flatMap(({ total }) => (total === undefined ? [] : [total]));
  const percents = book.outOf ? totals.map((total) => (100 * total) / book.outOf) : [];
  const waiting = people.filter(({ unread }) => unread).length;
  const without = waiting ? el("p", say("report.without-total", { n: waiting })) : undefined;
  if (!percents.length) return without ?? el("p", say("report.none"));
  const counts = histogram(percents, 10);
  const said = {
    n: percents.length,
    mean: Math.round(mean(percents) ?? 0),
    median: Math.round(median(percents) ?? 0),
    low: Math.round(Math.min(...percents)),
    high: Math.round(Math.max(...percents)),
  };
  const sentence = say("report.spread", said);
  const borders = Array.from({ length: 11 }, (_, n) => (n === 10 ? "100 %" : String(10 * n)));
  const rows = counts.map((count, n) => [
    say(n === 9 ? "report.bin-last" : "report.bin", { low: 10 * n, high: 10 * n + 10 }),
    count,
  ]);
  const head = [{ title: say("report.points-share") }, { title: say("report.people"), n: true }];
  const numbers = el("details", [
    el("summary", say("report.numbers")),
    table(say("report.spread-caption"), head, rows),
  ]);
  return many(without, el("figure", [columns(sentence, counts, borders), el("figcaption", sentence)]), numbers);
}

/** The shares of points, one row a person; undefined where nothing was handed in or no mark is given yet. */
export function shares({ items }: Book, people: Row[]): (number | undefined)[][] {
  return people.map(({ cells }) =>
    cells.map(({ outcome, points, result, override }, place) => {
      if (["blank", "undrawn", "unread", "disputed", "malformed"].includes(outcome)) return undefined;
      const most = items[place]?.points ?? 0;
      return result && !override
        ? Math.min(1, Math.max(0, result.share || 0))
        : most
          ? (points ?? 0) / most
          : undefined;
    }),
  );
}

export function itemTable(book: Book, people: Row[], about: About): Html {
  const statistics = itemStatistics(
    shares(book, people),
    book.items.map(({ points }) => points),
  );
  const titles = new Map((about.key.exercises ?? []).map(({ id, title }) => [id, title]));
  const rows = book.items.map((item, place): Content[] => {
    const one = statistics[place] as ItemStatistics;
    const outcomes = counted(people.map(({ cells }) => say(`report.outcome.${cells[place]?.outcome ?? "blank"}`)));
    return [
      [item.id, titles.get(item.id) ? el("span.sub", titles.get(item.id)) : undefined],
      item.points,
      one.n,
      one.difficulty === undefined ? "–" : percent(one.difficulty),
      difficulty(one),
      one.discrimination === undefined ? "–" : one.discrimination.toFixed(2).replace("-", "−"),
      discrimination(one),
      outcomes.map(([outcome, count]) => `${outcome} ${count}`).join(", "),
    ];
  });
  const head = ["item", "points", "n", "share", "hard", "correlation", "tells", "outcomes"];
  const numeric = new Set(["points", "n", "share", "correlation"]);
  const columns = head.map((name) => ({ title: say(`report.items.${name}`), n: numeric.has(name) }));
  return many(
    table(say("report.items.caption", { n: people.length }), columns, rows),
    el("p.note", say("report.items.how", { few: FEW })),
  );
}

function difficulty({ n, difficulty }: ItemStatistics): string {
  if (!n || difficulty === undefined) return say("report.hard.none");
  return say(
    `report.hard.${difficulty < 0.3 ? "hard" : difficulty < 0.7 ? "middle" : difficulty < 0.95 ? "easy" : "all"}`,
  );
}

function discrimination({ n, discrimination }: ItemStatistics): string {
  if (discrimination === undefined) return say(n < 3 ? "report.tells.too-few" : "report.tells.same");
  if (n < FEW) return say("report.tells.few", { n });
  return say(`report.tells.${discrimination < 0 ? "against" : discrimination < WEAK ? "weak" : "well"}`);
}

export function mistakeTable(book: Book, people: Row[], about: About): Html {
  const found = mistakes(book, people, about.key).filter(({ count }) => count > 1 || people.length < 5);
  if (!found.length) return el("p", say("report.mistakes.none"));
  const head = ["item", "what", "count"].map((name) => ({
    title: say(`report.mistakes.${name}`),
    n: name === "count",
  }));
  const rows = found.map(({ item, what, count, of }) => [item, what, say("report.of", { n: count, of })]);
  return table(say("report.mistakes.caption"), head, rows);
}

/** Free texts: how many were handed in, how many are marked, and their mean. */
export function texts(book: Book, people: Row[]): Html | undefined {
  const rows = book.items.flatMap((item, place): Content[][] => {
    if (item.kind !== "reflection") return [];
    const cells = people.map(({ cells }) => cells[place]);
    const marked = cells
      .filter((cell) => cell?.outcome === "read" || cell?.outcome === "overridden")
      .map((cell) => cell?.points ?? 0);
    const waiting = cells.filter((cell) => cell?.outcome === "unread" || cell?.outcome === "disputed").length;
    const middle = mean(marked);
    return [
      [
        item.id,
        marked.length + waiting,
        marked.length,
        middle === undefined ? "–" : say("report.of", { n: middle.toFixed(2), of: item.points }),
      ],
    ];
  }); // prettier-ignore
  const loose = new Set(
    people
      .flatMap(({ marked }) => Object.keys(marked.texts))
      .filter((key) => !book.items.some((item) => belongs(key, item))),
  );
  const note = loose.size
    ? el("p.note", say("report.texts.loose", { which: [...loose].sort().slice(0, 20).join(", ") }))
    : undefined;
  if (!rows.length) return note;
  const head = ["text", "handed", "marked", "mean"].map((name, place) => ({
    title: say(`report.texts.${name}`),
    n: place > 0,
  }));
  return many(table(say("report.texts.caption"), head, rows), note);
}
