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

/** The growing text of one stream, in blocks of whole lines, of which only the last one changes. */
export class StreamText {
  private node: Text;
  /** The line that is not ended, as it was printed, and where it begins in the last block. */
  private line = "";
  private start = 0;

  constructor(private readonly pre: HTMLElement) {
    this.node = this.block("");
  }

  add(text: string): void {
    const { node } = this;
    const printed = this.line + text;
    if (printed.includes("\r")) node.replaceData(this.start, node.length - this.start, overwriteLines(printed));
    else node.appendData(text);
    this.line = compact(printed.slice(printed.lastIndexOf("\n") + 1));
    this.start = node.data.lastIndexOf("\n") + 1;
    if (node.length > BLOCK_LENGTH) this.close();
  }

  /** Give the lines after the last one with text in it that is ended a block of their own. */
  private close(): void {
    const { node } = this;
    // A block begins a line by itself, and shows no empty line at its end: so it ends with text, and no line break.
    const end = /[^\n](?=\n+[^\n]*$)/.exec(node.data)?.index;
    if (end === undefined) return;
    this.node = this.block(node.data.slice(end + 2));
    node.deleteData(end + 1, node.length - end - 1);
    this.start = this.node.data.lastIndexOf("\n") + 1;
  }

  private block(text: string): Text {
    const node = document.createTextNode(text);
    this.pre.append(element("span", { className: "lines" }, node));
    return node;
  }
}
