// Formulas between dollar signs in text that learner code shows: the text at once, the formula once the script has come.

import type { Typesetter } from "./katex";
import { loadScript } from "./load_script";

const FORMULA =
  /\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)|(?<![\\$])\$(?!\s)([^$\n]+?)(?<![\s\\])\$(?!\d)/g;
/** Characters of one formula; a longer one stays text. */
const MAX_FORMULA = 5_000;

/** Text nodes in which formulas may stand: not those of code. */
function textNodes(root: HTMLElement): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest("code, pre, math")) found.push(node as Text);
  }
  return found;
}

function typesetText(node: Text, typesetter: Typesetter): void {
  const text = node.data;
  const parts: Node[] = [];
  let last = 0;
  for (const match of text.matchAll(FORMULA)) {
    const formula = match[1] ?? match[2] ?? match[3] ?? match[4] ?? "";
    if (formula.length > MAX_FORMULA) continue;
    const display = (match[1] ?? match[2]) !== undefined;
    const box = document.createElement("span");
    box.className = "formula";
    typesetter.render(formula, box, display);
    parts.push(document.createTextNode(text.slice(last, match.index)), box);
    last = match.index + match[0].length;
  }
  if (parts.length) node.replaceWith(...parts, document.createTextNode(text.slice(last)));
}

/** Typeset the formulas in `root`. */
export function typesetMath(root: HTMLElement): void {
  if (!/\$|\\\(|\\\[/.test(root.textContent ?? "")) return;
  void loadScript("math.js").then(
    () => {
      const typesetter = (window as unknown as { coursekit?: { math?: Typesetter } }).coursekit?.math;
      if (typesetter) for (const node of textNodes(root)) typesetText(node, typesetter);
    },
    () => undefined, // then it stays as it was written
  );
}

/** `text` with its formulas out of the way of whatever reads the rest, and what puts them back. */
export function setAside(text: string): { text: string; putBack: (root: HTMLElement) => void } {
  const kept: string[] = [];
  const token = (n: number): string => `\uE000${n}\uE001`;
  const rest = text.replace(FORMULA, (formula) => token(kept.push(formula) - 1));
  const putBack = (root: HTMLElement): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      (node as Text).data = (node as Text).data.replace(/\uE000(\d+)\uE001/g, (_, n: string) => kept[Number(n)] ?? "");
    }
  };
  return { text: rest, putBack };
}
