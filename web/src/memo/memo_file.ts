// The memo as a page that needs nothing else, and as Markdown.
import { element } from "../shared/element";
import { say } from "../shared/words";
import type { LabReading } from "./read_lab";

export interface Memo {
  title: string;
  answers: { question: string; answer: string }[];
  lab: LabReading | null;
  sources: string[];
  date: string;
  /** What the charts stand on: they are drawn in the page's own theme. */
  paper: string;
}

const paragraphs = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const STYLE = `@page{size:A4;margin:14mm 16mm}body{font:10pt/1.36 Georgia,serif;color:#1d2530;max-width:178mm;margin:6mm auto;padding:0 4mm}
@media print{body{margin:0;padding:0}}h1{font-size:17pt;margin:0 0 1mm}h2{font-size:11pt;margin:3mm 0 .6mm;break-after:avoid}p{margin:0 0 1.4mm}
.small,table{font-size:8pt;line-height:1.3}table{border-collapse:collapse;width:100%;margin:0 0 2mm}td,th{border-bottom:.3pt solid #999;padding:.4mm 1.2mm;text-align:left;vertical-align:top}
.side{display:grid;grid-template-columns:66mm 1fr;gap:5mm;align-items:start}figure{margin:1mm 0;break-inside:avoid}figure img{width:100%;height:auto;display:block}
ul{columns:2;column-gap:6mm;padding-left:4mm;margin:0}li{margin:0 0 .4mm;break-inside:avoid}tr{break-inside:avoid}`;

/** A table; the first cell of each row names it, and if `headed`, the first row names the columns. */
function table(rows: readonly (readonly string[])[], headed: boolean): HTMLTableElement {
  const lines = rows.map((row, n) => {
    const head = headed && n === 0;
    const cells = row.map((cell, place) => {
      if (head) return element("th", { scope: "col" }, cell);
      return place ? element("td", {}, cell) : element("th", { scope: "row" }, cell);
    });
    return element("tr", {}, ...cells);
  });
  return element("table", {}, ...lines);
}

const image = (svg: string): string =>
  `data:image/svg+xml;base64,${btoa(String.fromCharCode(...new TextEncoder().encode(svg)))}`;

/** A heading with what stands under it; nothing at all where nothing does. */
const part = (head: string, ...body: HTMLElement[]): HTMLElement[] =>
  body.length ? [element("h2", {}, head), ...body] : [];

const small = (...inside: (Node | string)[]): HTMLElement => element("p", { className: "small" }, ...inside);

function labParts(lab: LabReading, paper: string): HTMLElement[] {
  const settings = element("div", {}, ...part(say("memo.settings"), table(lab.settings, false)));
  const side = element("div", { className: "side" }, settings);
  if (lab.svg) {
    const figure = element("figure", {}, element("img", { alt: say("memo.charts"), src: image(lab.svg) }));
    figure.style.background = paper;
    side.append(figure);
  }
  return [
    ...part(say("memo.said"), element("p", {}, lab.said), small(say("memo.standing"))),
    side,
    ...part(say("memo.numbers"), table(lab.numbers, true)),
    ...part(say("memo.left-out"), element("p", {}, lab.leftOut)),
  ];
}

/** The memo as a page that stands alone, needs no script and asks no site for anything. */
export function memoPage(memo: Memo): string {
  const { lab } = memo;
  const page = document.implementation.createHTMLDocument(memo.title);
  page.documentElement.lang = "en";
  const charset = element("meta");
  charset.setAttribute("charset", "utf-8");
  page.head.prepend(
    charset,
    element("meta", { httpEquiv: "Content-Security-Policy", content: POLICY }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
  );
  page.head.append(element("style", {}, STYLE));
  const texts = memo.answers.map(({ question, answer }) =>
    part(question, ...paragraphs(answer.trim() || say("memo.unanswered")).map((text) => element("p", {}, text))),
  );
  const sources = element("ul", { className: "small" }, ...memo.sources.map((one) => element("li", {}, one)));
  page.body.append(
    element("h1", {}, memo.title),
    small(say("memo.dated", { date: memo.date })),
    ...texts.flat(),
    ...(lab ? labParts(lab, memo.paper) : []),
    ...part(say("memo.sources"), sources),
    ...(lab ? [small(element("a", { href: lab.link }, say("memo.same")))] : []),
    small(say("memo.made")),
  );
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
}

const plain = (cell: string): string => cell.replace(/[\\`*_{}[\]<>|#]/g, "\\$&");

export function memoMarkdown(memo: Memo): string {
  const { lab } = memo;
  const rows = (cells: readonly (readonly string[])[]): string[] =>
    cells.map((row) => `| ${row.map(plain).join(" | ")} |`);
  const rule = (n: number): string => `|${" --- |".repeat(n)}`;
  const lines = [`# ${memo.title}`, "", `*${say("memo.dated", { date: memo.date })}*`, ""];
  for (const { question, answer } of memo.answers)
    lines.push(`## ${question}`, "", answer.trim() || `*${say("memo.unanswered")}*`, "");
  if (lab) {
    const [head = [], ...body] = lab.numbers;
    lines.push(`## ${say("memo.settings")}`, "", "|  |  |", rule(2), ...rows(lab.settings), "");
    lines.push(`## ${say("memo.said")}`, "", lab.said, "", `*${say("memo.standing")}*`, "");
    if (lab.svg) lines.push(`![${say("memo.charts")}](${image(lab.svg)})`, "");
    lines.push(`## ${say("memo.numbers")}`, "", ...rows([head]), rule(head.length), ...rows(body), "");
    lines.push(`## ${say("memo.left-out")}`, "", lab.leftOut, "");
  }
  lines.push(`## ${say("memo.sources")}`, "", ...memo.sources.map((one) => `- ${plain(one)}`), "");
  if (lab) lines.push(`[${say("memo.same")}](<${lab.link}>)`, "");
  return [...lines, `*${say("memo.made")}*`, ""].join("\n");
}
