// What a terminal makes of printed text: a carriage return goes back to the start of its line.

/** `text` with each line's later parts written over its earlier ones; one at the very end waits for what follows. */
export function overwriteLines(text: string): string {
  if (!text.includes("\r")) return text;
  return text.replace(/\r\n/g, "\n").split("\n").map(overwriteLine).join("\n");
}

function overwriteLine(line: string): string {
  const waits = line.endsWith("\r");
  let shown = "";
  for (const part of line.split("\r")) shown = part + shown.slice(part.length);
  return waits ? `${shown}\r` : shown;
}
