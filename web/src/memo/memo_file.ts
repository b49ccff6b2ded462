// The memo as a page that needs nothing else, and as Markdown.
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

const safe = (text: string): string =>
  text.replace(/[&<>"]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[one] ?? one);
const paragraphs = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);

const STYLE = `@page{size:A4;margin:14mm 16mm}body{font:10pt/1.36 Georgia,serif;color:#1d2530;max-width:178mm;margin:6mm auto;padding:0 4mm}
@media print{body{margin:0;padding:0}}h1{font-size:17pt;margin:0 0 1mm}h2{font-size:11pt;margin:3mm 0 .6mm;break-after:avoid}p{margin:0 0 1.4mm}
.small,table{font-size:8pt;line-height:1.3}table{border-collapse:collapse;width:100%;margin:0 0 2mm}td,th{border-bottom:.3pt solid #999;padding:.4mm 1.2mm;text-align:left;vertical-align:top}
.side{display:grid;grid-template-columns:66mm 1fr;gap:5mm;align-items:start}figure{margin:1mm 0;break-inside:avoid}figure img{width:100%;height:auto;display:block}
ul{columns:2;column-gap:6mm;padding-left:4mm;margin:0}li{margin:0 0 .4mm;break-inside:avoid}tr{break-inside:avoid}`;

function table(rows: readonly (readonly string[])[], headed: boolean): string {
  const line = (row: readonly string[], head: boolean): string =>
    `<tr>${row.map((cell, i) => (head ? `<th scope="col">${safe(cell)}</th>` : i ? `<td>${safe(cell)}</td>` : `<th scope="row">${safe(cell)}</th>`)).join("")}</tr>`;
  return `<table>${rows.map((row, i) => line(row, headed && i === 0)).join("")}</table>`;
}

const image = (svg: string): string =>
  `data:image/svg+xml;base64,${btoa(String.fromCharCode(...new TextEncoder().encode(svg)))}`;

export function memoPage(memo: Memo): string {
  const { lab } = memo;
  const part = (head: string, body: string): string => (body ? `<h2>${safe(head)}</h2>${body}` : "");
  const said = memo.answers.map(({ question, answer }) =>
    part(
      question,
      paragraphs(answer)
        .map((p) => `<p>${safe(p)}</p>`)
        .join(""),
    ),
  );
  const model = lab
    ? part(say("memo.said"), `<p>${safe(lab.said)}</p><p class="small">${safe(say("memo.standing"))}</p>`) +
      `<div class="side"><div>${part(say("memo.settings"), table(lab.settings, false))}</div>` +
      `${lab.svg ? `<figure style="background:${safe(memo.paper)}"><img alt="${safe(say("memo.charts"))}" src="${image(lab.svg)}"></figure>` : ""}</div>` +
      part(say("memo.numbers"), table(lab.numbers, true)) +
      part(say("memo.left-out"), `<p>${safe(lab.leftOut)}</p>`)
    : "";
  const sources = part(
    say("memo.sources"),
    `<ul class="small">${memo.sources.map((one) => `<li>${safe(one)}</li>`).join("")}</ul>`,
  );
  const same = lab ? `<p class="small"><a href="${safe(lab.link)}">${safe(say("memo.same"))}</a></p>` : "";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${safe(memo.title)}</title><style>${STYLE}</style></head><body>
<h1>${safe(memo.title)}</h1><p class="small">${safe(say("memo.dated", { date: memo.date }))}</p>
${said.join("\n")}\n${model}\n${sources}\n${same}<p class="small">${safe(say("memo.made"))}</p></body></html>\n`;
}

const plain = (cell: string): string => cell.replace(/[\\`*_{}[\]<>|#]/g, "\\$&");

export function memoMarkdown(memo: Memo): string {
  const { lab } = memo;
  const rows = (cells: readonly (readonly string[])[]): string[] =>
    cells.map((row) => `| ${row.map(plain).join(" | ")} |`);
  const rule = (n: number): string => `|${" --- |".repeat(n)}`;
  const lines = [`# ${memo.title}`, "", `*${say("memo.dated", { date: memo.date })}*`, ""];
  for (const { question, answer } of memo.answers)
    if (answer.trim()) lines.push(`## ${question}`, "", answer.trim(), "");
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
