// JSON with one name twice in an object: readers differ in which of the two they take, so a person should know.

/** The names that stand more than once in one object of sound JSON, each once, at most `most`. */
export function doubledKeys(text: string, most = 8): string[] {
  const found = new Set<string>();
  const open: (Set<string> | undefined)[] = []; // undefined: a list
  const token = /"(?:[^"\\]|\\.)*"|[[\]{}]/g;
  for (let match = token.exec(text); match && found.size < most; match = token.exec(text)) {
    const [part] = match;
    if (part === "{") open.push(new Set());
    else if (part === "[") open.push(undefined);
    else if (part === "}" || part === "]") open.pop();
    else if (/^\s*:/.test(text.slice(token.lastIndex, token.lastIndex + 50))) {
      const names = open.at(-1);
      const name = JSON.parse(part) as string;
      if (names?.has(name)) found.add(name);
      names?.add(name);
    }
  }
  return [...found];
}
