// HTML that learner code made, with everything that could run, fetch or take over the page left out.

const ELEMENTS = new Set(
  (
    "a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 " +
    "h6 hr i img ins kbd li mark meter ol p pre progress q s samp small span strong sub summary sup table tbody td " +
    "tfoot th thead time tr u ul var wbr"
  ).split(" "),
);
const ATTRIBUTES = new Set(
  "abbr alt class colspan datetime dir headers height lang max min open rowspan scope span start title value width".split(
    " ",
  ),
); // prettier-ignore
/** Left out with all that is in them; of any other unknown element the content stays. */
const DROPPED = new Set(
  "script style template noscript iframe object embed link meta base form input button select textarea svg math audio video canvas title head".split(
    " ",
  ),
); // prettier-ignore
/** Properties of an inline style that only dress what they are on. Never url(), never a place outside the output. */
const STYLES =
  /^(color|background-color|text-align|font-weight|font-style|font-size|width|border[a-z-]*|padding[a-z-]*|vertical-align|white-space|opacity)$/;

/** A bar in a cell of a styled table. */
const GRADIENT = /^linear-gradient\([-\w\s.,%#()]*\)$/;
/** Rules of one style element that are looked at; a table has one for each cell that is coloured. */
const MAX_RULES = 5_000;

/**
 * Put what the style elements of `parsed` say (pandas' styled tables have one) onto the elements that it is said of.
 * The elements themselves are left out: a rule could reach what stands outside the output.
 */
function inlineStyles(parsed: Document): void {
  for (const element of parsed.querySelectorAll("style")) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync((element.textContent ?? "").slice(0, 1_000_000));
      for (const rule of [...sheet.cssRules].slice(0, MAX_RULES)) {
        if (!(rule instanceof CSSStyleRule)) continue;
        const style = safeStyle(rule.style);
        if (!style) continue;
        for (const one of parsed.body.querySelectorAll<HTMLElement>(rule.selectorText))
          one.setAttribute("style", `${style}; ${one.getAttribute("style") ?? ""}`);
      }
    } catch {
      // A rule that this browser can't read dresses nothing.
    }
  }
}

function safeStyle(style: CSSStyleDeclaration): string {
  const kept: string[] = [];
  for (const name of style) {
    const value = style.getPropertyValue(name);
    const safe = STYLES.test(name) && !/url|image|expression|var\(/i.test(value);
    if (safe || (name === "background-image" && GRADIENT.test(value))) kept.push(`${name}: ${value}`);
  }
  return kept.join("; ");
}

function dress(from: HTMLElement, to: HTMLElement): void {
  for (const { name, value } of [...from.attributes]) {
    if (ATTRIBUTES.has(name)) to.setAttribute(name, value);
  }
  const style = safeStyle(from.style ?? new CSSStyleDeclaration());
  if (style) to.setAttribute("style", style);
  const link = from.getAttribute("href") ?? "";
  if (to.localName === "a" && /^https?:\/\//i.test(link)) {
    to.setAttribute("href", link);
    to.setAttribute("rel", "noopener noreferrer nofollow");
    to.setAttribute("target", "_blank");
  }
  // Only pictures that are in the output itself: one from another site would be a request to it.
  const source = from.getAttribute("src") ?? "";
  if (to.localName === "img" && /^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/i.test(source))
    to.setAttribute("src", source);
  if (to.localName === "img" && !to.hasAttribute("alt")) to.setAttribute("alt", "");
}

function copy(from: Node, into: Node, depth: number): void {
  for (const child of [...from.childNodes]) {
    if (child.nodeType === Node.TEXT_NODE) {
      into.appendChild(document.createTextNode(child.textContent ?? ""));
    } else if (child.nodeType === Node.ELEMENT_NODE && depth < 200) {
      const element = child as HTMLElement;
      const name = element.localName;
      if (DROPPED.has(name)) continue;
      if (!ELEMENTS.has(name)) {
        copy(element, into, depth + 1);
        continue;
      }
      const made = document.createElement(name);
      dress(element, made);
      copy(element, made, depth + 1);
      into.appendChild(made);
    }
  }
}

/** What `html` shows, safe to put into the page. */
export function sanitizeHtml(html: string): DocumentFragment {
  // A document made by DOMParser runs no script and loads nothing. It would only report each handler to the console.
  const quiet = html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])on(\w+\s*=)/gi, "$1off$2"));
  const parsed = new DOMParser().parseFromString(quiet, "text/html");
  inlineStyles(parsed);
  const made = document.createDocumentFragment();
  copy(parsed.body, made, 0);
  return made;
}
