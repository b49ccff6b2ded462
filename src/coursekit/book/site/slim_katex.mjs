// Takes elements that draw nothing out of what KaTeX makes: a page with many formulas is then lighter by a third.
// Nothing moves by it. What is taken out:
//
// - The inline table of seven elements in which KaTeX sets a lone subscript or superscript. It is made for two of them
//   above each other; one alone needs only to be moved up or down by the same length.
// - A box around a single other box of the same kind, or around several in the middle of a line.
// - A space of its own between two boxes: the box before it gets a wider margin.
// - In MathML, a row of a single element.

const SIZES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488]; // of KaTeX's classes size1 to size11
const has = (node, name) => node?.classes?.includes(name) ?? false;
const em = (length) => Number.parseFloat(length ?? "0");
const inEm = (length) => `${Number(length.toFixed(4))}em`;
const isPlain = (node) =>
  has(node, "mord") &&
  node.classes.every((name) => !name || name === "mord" || name === "mtight") &&
  !Object.keys(node.style ?? {}).length &&
  !Object.keys(node.attributes ?? {}).length &&
  Array.isArray(node.children);
// In these a child's place is not told apart from that of any other: no rule of KaTeX's style sheet names it.
const isLine = (node) => ["katex-base", "katex-sizing", "minner"].some((name) => has(node, name)) || isPlain(node);

const marginOf = (node) => em(node.style.marginRight) + (node.italic > 0 ? node.italic : 0);

/** Sets the margin that follows a box; a letter's slant, which KaTeX keeps apart until it writes it, is in it. */
function setMargin(node, width) {
  if (node.italic > 0) node.italic = 0;
  if (width) node.style.marginRight = inEm(width);
}

/** How large the letters in a box of another size are, measured in those around it. */
function ratio(box) {
  const [, from, to] = /reset-size(\d+) size(\d+)/.exec(box.classes.join(" "));
  return SIZES[to - 1] / SIZES[from - 1];
}

/** Returns a script that stands alone as a box that is moved; anything else as it is. */
function moved(node) {
  const list = has(node, "msupsub") && node.children.length === 1 && node.children[0].children[0]?.children?.[0];
  if (!has(list, "vlist") || list.children.length !== 1) return node;
  const [item] = list.children;
  const [strut, box] = item.children;
  if (item.children.length !== 2 || !has(strut, "pstrut") || !has(box, "katex-sizing")) return node;
  const size = ratio(box);
  const [only] = box.children;
  const merges = box.children.length === 1 && has(only, "mord") && !has(only, "katex-sizing");
  const made = merges ? only : box;
  const own = marginOf(made);
  if (merges) made.classes.push(...box.classes.filter((name) => name && !made.classes.includes(name)));
  made.classes.push("alone");
  made.style.verticalAlign = inEm(-(em(item.style.top) + em(strut.style.height)) / size);
  if (em(item.style.marginLeft)) made.style.marginLeft = inEm(em(item.style.marginLeft) / size);
  setMargin(made, own + em(item.style.marginRight) / size);
  return made;
}

/** Gives a space to the margin of what stands before it, where both are measured in letters of the same size. */
function joinSpaces(children) {
  const kept = [];
  for (const child of children) {
    const before = kept.at(-1);
    const space = has(child, "mspace") && Object.keys(child.style).join() === "marginRight";
    const takes = before?.style && before.classes.some(Boolean) && !/sizing|strut|mspace|vlist/.test(before.classes.join());
    if (space && takes) setMargin(before, marginOf(before) + em(child.style.marginRight));
    else kept.push(child);
  }
  return kept;
}

/** Takes what draws nothing out of a tree of KaTeX's, in place, and returns the tree. */
export function slim(node) {
  if (!Array.isArray(node.children)) return node;
  for (const child of node.children) slim(child);
  node.children = node.children.flatMap((child) => {
    if (child.type === "mrow") return child.children.length === 1 ? child.children : [child];
    const better = moved(child);
    if (!isPlain(better)) return [better];
    const single = better.children.length === 1 && has(better.children[0], "mord");
    return single || isLine(node) ? better.children : [better];
  });
  if (isLine(node)) node.children = joinSpaces(node.children);
  return node;
}
