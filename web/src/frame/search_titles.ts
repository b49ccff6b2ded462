// Headings, labs, questions and exercises that have every word of a query in their title. Sphinx's own search finds a
// title only by more than half of its letters: "tripwire" would not find the lab "tripwire or shield".

/** Of Sphinx's index: pages by number, and where each title stands. */
export interface SearchIndex {
  docnames: string[];
  filenames: string[];
  titles: string[];
  alltitles: Record<string, [page: number, anchor: string | null][]>;
}

/** A page, a title, an anchor with its sign, a description, a score and a file. */
export type SearchResult = [string, string, string, string | null, number, string];

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The results with those added, at the end, whose titles have words that begin with each word of the query. */
export function withTitles(found: SearchResult[], index: SearchIndex, query: string): SearchResult[] {
  const asked = wordsOf(query);
  if (!asked.length) return found;
  const known = new Set(found.map(([page, , anchor]) => page + anchor));
  const more: SearchResult[] = [];
  for (const [title, places] of Object.entries(index.alltitles)) {
    const words = wordsOf(title);
    if (!asked.every((one) => words.some((word) => word.startsWith(one)))) continue;
    // A word that is there whole counts twice as much as the beginning of another.
    const nearness = asked.reduce((sum, one) => sum + (words.includes(one) ? 100 : 50), 0) / words.length;
    for (const [page, anchor] of places) {
      const [name, hash] = [index.docnames[page] ?? "", anchor === null ? "" : `#${anchor}`];
      if (known.has(name + hash)) continue;
      known.add(name + hash);
      const shown = anchor === null ? title : `${index.titles[page]} > ${title}`;
      more.push([name, shown, hash, null, nearness, index.filenames[page] ?? ""]);
    }
  }
  // The best of them last, as in Sphinx's own list.
  return [...found, ...more.sort((one, other) => one[4] - other[4])];
}
