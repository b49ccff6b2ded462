// JSON from strangers: size and depth looked at before it is parsed.

/** Levels of nesting that a hand-in may have; the deepest that the course itself writes has nine. */
const DEPTH = 40;

export type Why = "json-cut" | "json-bad" | "json-deep";

/** What `text` holds, or why it can't be read. */
export function parse(text: string): { value: unknown } | { why: Why } {
  const { deepest, open } = nesting(text);
  if (deepest > DEPTH) return { why: "json-deep" };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { why: open ? "json-cut" : "json-bad" };
  }
}

/** How deep the brackets go, and whether at the end one of them, or a text, is still open. */
export function nesting(text: string): { deepest: number; open: boolean } {
  let [now, deepest] = [0, 0];
  let quoted = false;
  for (let place = 0; place < text.length; place++) {
    const char = text.charCodeAt(place);
    if (quoted) {
      if (char === 92) place++;
      else if (char === 34) quoted = false;
    } else if (char === 34) quoted = true;
    else if (char === 91 || char === 123) deepest = Math.max(deepest, ++now);
    else if (char === 93 || char === 125) now--;
  }
  return { deepest, open: quoted || now > 0 };
}

/** A value from a stranger's file in words: String() calls what the file itself may have put under `toString`. */
export const inWords = (value: unknown): string => (typeof value === "object" ? JSON.stringify(value) : String(value));
