"""What a random walk asks of the page it is on: which controls can be used, and whether one has reacted."""

from __future__ import annotations

# Before any script of the page: whatever could be a reaction to a press is counted.
WATCH = """() => {
  const seen = { changes: 0, told: 0 };
  Object.defineProperty(window, "__walk", { value: seen });
  new MutationObserver((all) => { seen.changes += all.length; }).observe(document, {
    subtree: true, childList: true, attributes: true, characterData: true,
  });
  for (const kind of ["scroll", "toggle", "input", "change", "fullscreenchange", "hashchange", "invalid"])
    document.addEventListener(kind, () => { seen.told += 1; }, true);
  window.print = () => { seen.told += 1; };
}"""

# The controls of one kind that a reader could use now, in the page's order. Not among them: a link that leads to where
# the reader is or to another site, a choice that is made already, what is too small to be meant for a pointer.
CONTROLS = """([kind, within]) => {
  const kinds = {
    button: "button, summary, [role=button], [role=tab]:not([aria-selected=true])",
    choice: "input[type=radio]:not(:checked), input[type=checkbox]",
    link: "a[href]",
    select: "select",
    slider: "input[type=range]",
    field: "input:not([type=radio], [type=checkbox], [type=range], [type=file], [type=hidden], [type=submit])",
    asking: "section.question form, section.prediction[data-state=asking] form",
    writing: "section.reflection:has(textarea), section.memo, section.exercise",
    text: "section.reflection textarea, section.memo textarea, [id^=memo-] textarea, " +
      "section.exercise .cm-content, section.cell .cm-content, .reflection .cm-content",
  };
  // What fills the screen, and a dialog that asks, is all that can be reached.
  const top = document.fullscreenElement ?? document.querySelector("dialog:modal") ?? document;
  const usable = (one) => {
    const box = one.getBoundingClientRect();
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    if (box.width < 4 || box.height < 4 || box.right < 4 || box.left > innerWidth - 4) return false;
    if (one.matches(":disabled, [aria-disabled=true], [inert], [inert] *, [readonly]")) return false;
    if (one.closest("fieldset:disabled") || !top.contains(one)) return false;
    if (!one.matches("a")) return true;
    const to = new URL(one.href, location.href), here = new URL(location.href);
    return to.origin === here.origin && to.href !== here.href && !one.target && !to.pathname.endsWith(".pdf");
  };
  return [...(within ?? top).querySelectorAll(kinds[kind])].filter(usable);
}"""

# What a control is called and where it stands, for the report of a failure.
NAME = """(one) => {
  const within = one.closest("section[id], details[class], nav[class], form[class], aside, header, footer");
  const name = one.getAttribute("aria-label") || one.innerText || one.name || one.id || "";
  const place = within ? `${within.tagName.toLowerCase()}#${within.id || within.className}` : "";
  return `${one.tagName.toLowerCase()} “${name.trim().slice(0, 60)}” in ${place}`;
}"""

# What is at the middle of a control: true if a press there reaches it.
REACHED = """(one) => {
  one.scrollIntoView({ block: "center", behavior: "instant" });
  const box = one.getClientRects()[0];
  if (!box) return "gone";
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return "outside";
  const there = document.elementFromPoint(x, y);
  if (!there || one.contains(there) || there.contains(one) || one.labels?.[0]?.contains(there)) return "reached";
  return `covered by ${there.outerHTML.slice(0, 120)}`;
}"""

# All that may differ after a press which the page reacted to.
STATE = """(one) => JSON.stringify([
  window.__walk?.changes ?? -1, window.__walk?.told ?? -1, location.href, scrollY,
  one?.checked, one?.value, one?.open,
  document.activeElement === one ? "" : document.activeElement?.outerHTML.slice(0, 200),
])"""

# The text that the fields for writing show now, in one.
WRITTEN = """() => [
  ...[...document.querySelectorAll("textarea, input")].map((one) => one.value),
  ...[...document.querySelectorAll(".cm-content")].map((one) => one.cmTile?.view.state.doc.toString() ?? one.innerText),
].join("\\n")"""

# What has been answered here, by its name in a file of all work.
ANSWERED = """() => [
  ...[...document.querySelectorAll("section.question:is([data-state=right], [data-state=wrong])")].map(
    (one) => `question/${one.id.replace("question-", "")}`),
  ...[...document.querySelectorAll("section.prediction:is([data-state=guessed], [data-state=passed])")].map(
    (one) => `prediction/${one.id.replace("prediction-", "")}`),
]"""

# Whether a key would change what is written.
IN_A_FIELD = """() => document.activeElement?.matches(
  "textarea, input:not([type]), [type=text], [type=search], .cm-content") ?? false"""
