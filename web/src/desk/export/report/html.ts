// HTML as text. Whatever comes from a hand-in goes through `text`: no markup of a learner's is ever part of the report.

import { say } from "../../../shared/words";

/** Markup that is already safe. */
export class Html {
  constructor(readonly markup: string) {}
}

export type Content = Html | string | number | undefined | Content[];

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }; // attributes stand in double quotes
// Signs that are no text: control characters, and those that turn the direction of what stands around them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is there to find.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

export function text(value: string, most = 600): string {
  const short = value.length > most ? `${value.slice(0, most)}…` : value;
  return short
    .replace(CONTROL, "\ufffd")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? "");
}

function inner(content: Content): string {
  if (content instanceof Html) return content.markup;
  if (Array.isArray(content)) return content.map(inner).join("");
  return content === undefined ? "" : text(String(content));
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A whole page that stands alone: it asks nothing of the network and runs nothing. `style` is ours; `more`: of its head. */
export function standalonePage(title: string, style: string, body: Html, ...more: Html[]): string {
  const head = many(
    el("meta", { charset: "utf-8" }),
    el("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    el("meta", { name: "referrer", content: "no-referrer" }),
    ...more,
  );
  const top = `${head.markup}<title>${text(title)}</title><style>${style}</style>`;
  return `<!doctype html>\n<html lang="${say("report.language")}">\n<head>${top}</head>\n<body>${body.markup}</body>\n</html>\n`;
}

/** Keeps search engines out, where such a page is put on a server. */
export const unlisted = (): Html => el("meta", { name: "robots", content: "noindex" });

type Attributes = Record<string, string | number>;

/** An element: `el("td.n", "5")`, with attributes before the content if there are any. */
export function el(name: string, first?: Attributes | Content, second?: Content): Html {
  const [tag = "div", ...classes] = name.split(".");
  const attributed = typeof first === "object" && !(first instanceof Html) && !Array.isArray(first);
  const attributes: Attributes = attributed ? { ...first } : {};
  const content = attributed ? second : (first as Content);
  if (classes.length) attributes.class = classes.join(" ");
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${text(String(value), 4000)}"`)
    .join("");
  return new Html(`<${tag}${written}>${tag === "meta" ? "" : `${inner(content)}</${tag}>`}`);
}

export const many = (...parts: Content[]): Html => new Html(parts.map(inner).join(""));

export interface Column {
  title: string;
  /** Numbers stand at the right. */
  n?: boolean;
}

/** A table with a caption; the first cell of each row is its head. */
export function table(caption: string, columns: Column[], rows: Content[][]): Html {
  const kind = (place: number): string => (columns[place]?.n ? ".n" : "");
  const head = columns.map(({ title }, place) => el(`th${kind(place)}`, { scope: "col" }, title));
  const body = rows.map((row) =>
    el(
      "tr",
      row.map((cell, place) => (place ? el(`td${kind(place)}`, cell ?? "") : el("th", { scope: "row" }, cell ?? ""))),
    ),
  );
  const whole = el("table", [el("caption", caption), el("thead", el("tr", head)), el("tbody", body)]);
  // Wide tables scroll in themselves; what scrolls must be reachable by keyboard.
  return el("div.wide", { tabindex: 0, role: "region", "aria-label": caption }, whole);
}
