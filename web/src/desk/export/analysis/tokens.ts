// Python code as tokens in which one's own choices are blotted out: comments, layout, and the names that the code itself gives.

const KEYWORDS = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global if " +
    "import in is lambda nonlocal not or pass raise return try while with yield match case"
  ).split(" "),
);
// Text first, so that a "#" in it begins no comment; then comments, names, numbers, and signs.
const TOKEN =
  /[rbfuRBFU]{0,2}(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)|#[^\n]*|[\p{L}_][\p{L}\p{N}_]*|\d[\w.]*|\*\*=?|\/\/=?|->|:=|[<>=!]=|[^\s\w]/gu;
const QUOTE = /^[rbfuRBFU]{0,2}["']/;
const NAME = /^[\p{L}_]/u;

/**
 * The code's tokens. Names that the code binds (assigned, looped over, parameters, functions) all become "v", numbers "0"
 * and text "s"; names from elsewhere (functions called, attributes) stay, for they say what is done. A text that is a
 * statement of its own, such as a docstring, is left out.
 */
export function tokens(code: string): string[] {
  const raw = code.match(TOKEN)?.filter((token) => !token.startsWith("#")) ?? [];
  const own = bound(raw);
  return raw
    .map((token, place) => {
      if (QUOTE.test(token)) return "s";
      if (/^\d/.test(token)) return "0";
      return raw[place - 1] !== "." && own.has(token) ? "v" : token;
    })
    .filter((token, place) => token !== "s" || !/^["']{3}/.test(raw[place]?.replace(/^[a-z]+/i, "") ?? "")); // prettier-ignore
}

/** The names that the code binds. */
function bound(raw: string[]): Set<string> {
  const own = new Set<string>();
  const name = (place: number): boolean => {
    const token = raw[place] ?? "";
    return NAME.test(token) && !QUOTE.test(token) && !KEYWORDS.has(token) && raw[place - 1] !== ".";
  };
  const add = (place: number): void => void (name(place) && own.add(raw[place] ?? ""));
  let depth = 0; // "f(x=1)" names a parameter of f, which is nobody's own choice
  raw.forEach((token, place) => {
    if ("([{".includes(token)) depth++;
    if (")]}".includes(token)) depth = Math.max(0, depth - 1);
    if (token === ":=" || (token === "=" && !depth)) {
      add(place - 1);
      for (let back = place - 2; raw[back] === "," && name(back - 1); back -= 2) add(back - 1); // a, b = …
    }
    if (token === "as" || token === "def") add(place + 1);
    if (token === "for") span(raw, place + 1, "in").forEach(add);
    if (token === "lambda") span(raw, place + 1, ":").forEach(add);
    if (token === "def") {
      for (const one of span(raw, place + 3, ")")) if ([",", "*", "**", "("].includes(raw[one - 1] ?? "")) add(one);
    }
  });
  return own;
}

/** The places from `from` up to the first `end`; none if that is more than forty away. */
function span(raw: string[], from: number, end: string): number[] {
  const length = raw.slice(from, from + 40).indexOf(end);
  return Array.from({ length: Math.max(0, length) }, (_, n) => from + n);
}
