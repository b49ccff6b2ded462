// Printed text: what a terminal makes of a carriage return, and text that goes on growing without being laid out anew.
import { element } from "../shared/element";

/** Characters after which the lines that are ended are closed: the browser lays out a block anew for each addition. */
const BLOCK_LENGTH = 4_000;

/** `text` with each line's later parts written over its earlier ones. */
function overwriteLines(text: string): string {
  if (!text.includes("\r")) return text;
  return text.replace(/\r\n/g, "\n").split("\n").map(overwriteLine).join("\n");
}

function overwriteLine(line: string): string {
  let shown = "";
  for (const part of line.split("\r")) shown = part + shown.slice(part.length);
  return shown;
}

/** An unended line as short as can be for what may follow: what stands on it, and what was written over that last. */
function compact(line: string): string {
  const last = line.lastIndexOf("\r");
  return last < 0 ? line : `${overwriteLine(line.slice(0, last))}\r${line.slice(last + 1)}`;
}

/** The growing text of one stream: blocks of whole lines, and after them the text that still changes. */
export class StreamText {
  private readonly node = document.createTextNode("");
  /** The line that is not ended, as it was printed, and where it begins in the text that still changes. */
  private line = "";
  private start = 0;

  constructor(private readonly pre: HTMLElement) {
    pre.append(this.node);
  }

  add(text: string): void {
    const { node } = this;
    const printed = this.line + text;
    if (printed.includes("\r")) node.replaceData(this.start, node.length - this.start, overwriteLines(printed));
    else node.appendData(text);
    this.line = compact(printed.slice(printed.lastIndexOf("\n") + 1));
    if (node.length > BLOCK_LENGTH) this.close();
    this.start = node.data.lastIndexOf("\n") + 1;
  }

  /** Give what is ended, up to the last line with text in it, a block of its own. */
  private close(): void {
    const { node } = this;
    // What follows a block begins a line by itself, and a block shows no empty line at its end: so it ends with text.
    const end = /[^\n](?=\n+[^\n]*$)/.exec(node.data)?.index;
    if (end === undefined) return;
    const ended = document.createTextNode(node.data.slice(0, end + 1));
    this.pre.insertBefore(element("span", { className: "lines" }, ended), node);
    node.deleteData(0, end + 2);
  }
}
