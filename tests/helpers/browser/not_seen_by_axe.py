"""Faults of access that axe does not look for: text cut off, names given twice, states told by colour alone."""

from __future__ import annotations

from collections import Counter

from accessibility_tree import Node, text_of
from playwright.sync_api import CDPSession, Page

# Text that ends beyond the window, or beyond a box that neither shows nor scrolls to what goes over its edge. What is
# kept for screen readers alone stands in a box of a pixel.
CUT_OFF = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.parentElement;
    if (!node.data.trim() || !at?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    if (text.width < 2 || text.height < 2 || text.right < 0 || text.bottom + scrollY < 0) continue;
    let box = at, cut = '', scrolls = false;
    for (; box && box !== document.documentElement && !cut && !scrolls; box = box.parentElement) {
      const style = getComputedStyle(box), edge = box.getBoundingClientRect();
      if (style.clip !== 'auto' || style.clipPath !== 'none' || edge.width <= 1 || edge.height <= 1) scrolls = true;
      else if (/auto|scroll/.test(style.overflowX)) scrolls = true;
      else if (box.matches('.cm-editor, .cm-scroller, .katex-mathml')) scrolls = true;
      else if (/hidden|clip/.test(style.overflowX) && (text.right > edge.right + 1.5 || text.left < edge.left - 1.5))
        cut = `${box.tagName.toLowerCase()}.${box.getAttribute('class') ?? ''}`;
    }
    if (!cut && !scrolls && (text.right > innerWidth + 1.5 || text.left < -1.5)) cut = 'the window';
    if (cut) found.push(`“${node.data.trim().slice(0, 60)}” is cut off by ${cut}` +
      ` in ${at.closest('section[id]')?.id ?? ''}`);
  }
  return [...new Set(found)];
}"""
# A slider says what stands beside it.
SPOKEN = """() => [...document.querySelectorAll('input[type=range], [role=slider]')]
  .filter((one) => one.checkVisibility()).flatMap((one) => {
    const shown = [...(one.labels ?? [])].map((label) => label.querySelector('output'))
      .concat(one.id ? document.querySelector(`output[for~="${one.id}"]`) : []).find(Boolean)?.textContent.trim();
    const spoken = one.getAttribute('aria-valuetext') ?? one.getAttribute('aria-valuenow') ?? one.value;
    return shown && spoken !== shown ? [`shown “${shown}”, spoken “${spoken}”: ${one.outerHTML.slice(0, 120)}`] : [];
  })"""
# Two of a kind, of which one is pressed, chosen, right or wrong: in forced colours or without colour it is still seen.
ALIKE = """() => {
  const signature = (one) => [one, ...one.querySelectorAll('*')].slice(0, 12).flatMap((part) =>
    ['', '::before', '::after'].map((pseudo) => { const s = getComputedStyle(part, pseudo || null);
      return [s.borderTopWidth, s.borderBottomWidth, s.borderTopStyle, s.borderLeftWidth, s.outlineStyle, s.fontWeight,
        s.textDecorationLine, s.content, s.backgroundColor, s.color, s.boxShadow].join(); })).join('|')
    + one.innerText;
  const pairs = ['aria-pressed', 'aria-selected', 'aria-current', 'data-mark'];
  return pairs.flatMap((name) => [...document.querySelectorAll(`[${name}]`)].filter((one) => one.checkVisibility())
    .flatMap((one) => { const other = [...one.parentElement.parentElement.querySelectorAll(one.tagName)]
      .find((two) => two !== one && two.checkVisibility() && two.className === one.className
        && two.getAttribute(name) !== one.getAttribute(name));
      return other && signature(one) === signature(other) ? [`${name}: ${one.outerHTML.slice(0, 120)}`] : []; }));
}"""
CONTROLS = ("button", "slider", "textbox", "combobox", "checkbox", "radio", "tab", "spinbutton", "searchbox")
# What holds controls and is read out when one enters it: within it a name means one thing.
HOLDERS = ("region", "dialog", "group", "radiogroup", "navigation", "form", "row", "tablist", "main", "article", "list")


def same_names(session: CDPSession) -> list[str]:
    """Controls that nothing heard tells apart: of one kind, name and description within one part of the page.

    Parameters
    ----------
    session
        The browser's protocol, with the page.

    Returns
    -------
    list of str
        A line for each name that is given more than once.
    """
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    counted: Counter[tuple[str, ...]] = Counter()
    for node in nodes.values():
        if not node.get("ignored") and (role := text_of(node, "role")) in CONTROLS:
            told = (role, text_of(node, "name"), text_of(node, "description"))
            counted[(*_place(nodes, node), *told)] += 1
    return [f"{n} × {key[-3]} “{key[-2]}” in {' / '.join(key[:-3])}" for key, n in counted.items() if n > 1]


def _place(nodes: dict[str, Node], node: Node) -> list[str]:
    """The named holders that a node lies in, outermost first; a row or an item of a list is told by its number."""
    held: list[str] = []
    while above := nodes.get(node.get("parentId", "")):
        role, name = text_of(above, "role"), text_of(above, "name")
        if role in ("row", "listitem", "cell", "gridcell", "LayoutTableCell"):
            held.append(f"{role} {above['nodeId']}")
        elif role in HOLDERS and name:
            held.append(f"{role} {name}")
        node = above
    return held[::-1]


def faults_of_other_kinds(page: Page, session: CDPSession) -> list[str]:
    """What is wrong with a page, as it is now, besides what axe looks for.

    Parameters
    ----------
    page
        The page.
    session
        The browser's protocol, with that page.

    Returns
    -------
    list of str
        A line for each fault.
    """
    found = [f"cut off: {one}" for one in page.evaluate(CUT_OFF)]
    found += [f"slider: {one}" for one in page.evaluate(SPOKEN)]
    found += [f"alike: {one}" for one in page.evaluate(ALIKE)]
    return found + [f"same name: {one}" for one in same_names(session)]
