// Names that a piece of Python makes, found without running it: what an editor can offer before Python has come.

const NAME = String.raw`[^\W\d]\w*`;
const DEFINITIONS = [
  { kind: "function", form: new RegExp(String.raw`^[ \t]*(?:async[ \t]+)?def[ \t]+(${NAME})`, "gmu") },
  { kind: "class", form: new RegExp(String.raw`^[ \t]*class[ \t]+(${NAME})`, "gmu") },
  { kind: "namespace", form: /^[ \t]*import[ \t]+(.+)$/gmu },
  { kind: "variable", form: /^[ \t]*from[ \t]+[\w.]+[ \t]+import[ \t]+\(?([^#\n)]+)/gmu },
  {
    kind: "variable",
    form: new RegExp(String.raw`^((?:${NAME}[ \t]*,[ \t]*)*${NAME})[ \t]*(?::[^=\n]+)?=(?!=)`, "gmu"),
  },
  {
    kind: "variable",
    form: new RegExp(String.raw`^[ \t]*(?:for|with .+ as)[ \t]+((?:${NAME}[ \t]*,[ \t]*)*${NAME})`, "gmu"),
  },
];

/** The names that `code` makes at its top, each with its kind; a later one of the same name counts. */
export function definedNames(code: string): { name: string; kind: string }[] {
  const found = new Map<string, string>();
  for (const { kind, form } of DEFINITIONS) {
    for (const match of code.matchAll(form)) {
      for (const part of (match[1] ?? "").split(",")) {
        // "numpy as np" makes np; "os.path" makes os.
        const name =
          (
            part
              .trim()
              .split(/\s+as\s+/u)
              .at(-1) ?? ""
          )
            .split(".")[0]
            ?.trim() ?? "";
        if (/^[^\W\d]\w*$/u.test(name) && !name.startsWith("_")) found.set(name, kind);
      }
    }
  }
  return [...found].map(([name, kind]) => ({ name, kind }));
}
