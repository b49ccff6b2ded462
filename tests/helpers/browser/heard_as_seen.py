"""What is heard of a page against what is seen of it: names, values, and what axe finds, by all of its rules."""

from __future__ import annotations

import csv
from pathlib import Path

from paths import ROOT
from playwright.sync_api import Page

HERE = Path(__file__).parent
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
# Every rule of axe; that of the targets' size is off by itself.
ALL_RULES = {"rules": {"target-size": {"enabled": True}}}
CONTRAST = {"runOnly": ["color-contrast"]}
# Rule, what the element holds, and why it stands: at most ten, under a line of titles; there are none now.
EXCEPTIONS = list(csv.reader((HERE / "axe_exceptions.csv").read_text("utf-8").splitlines()))[1:]
# What is reached by Tab and has no name; a slider that speaks another text than it shows; a value told at every step.
_UNNAMED = """() => [...document.querySelectorAll('[tabindex="0"]')].filter((one) => one.checkVisibility()
  && !one.matches('button, a, input, select, textarea, summary')
  && !one.getAttribute('aria-label') && !one.getAttribute('aria-labelledby'))
  .map((one) => one.outerHTML.slice(0, 120))"""
_MISSAID = """() => [...document.querySelectorAll('.lab input[type=range], .prediction input[type=range]')]
  .filter((one) => { const shown = document.querySelector(`output[for="${one.id}"]`)?.textContent.trim();
    return shown === undefined ? !one.closest('[data-kind=curve]') : shown !== one.getAttribute('aria-valuetext'); })
  .map((one) => one.outerHTML.slice(0, 160))"""
_CHATTER = (
    "() => [...document.querySelectorAll('output:not([aria-live=off])')].map((one) => one.outerHTML.slice(0, 120))"
)
# Of one kind on a page each has a name of its own.
_ALIKE = """() => ['.lab', '.prediction', '.question', '.exercise'].map((kind) => `section${kind}`)
  .concat('.lab .chart[aria-labelledby]')
  .flatMap((kind) => { const names = [...document.querySelectorAll(kind)].map((one) => {
    const ids = (one.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
    const lab = one.matches('.chart') ? one.closest('.lab').id : '';
    const said = ids.map((id) => document.getElementById(id)?.textContent.trim()).join(' ').trim();
    return said && `${lab} ${said}`; });
    return names.filter((name, n) => !name || names.indexOf(name) !== n).map((name) => `${kind}: “${name}”`); })"""
HEARD = {"unnamed": _UNNAMED, "missaid": _MISSAID, "chatter": _CHATTER, "alike": _ALIKE}


NARROW = (390, 320)
# Colours pass over into one another: what is judged is how the page looks after that.
SETTLED = "Promise.all(document.getAnimations().map((one) => one.finished.catch(() => 0))).then(() => 0)"
# A chart is drawn anew for its new width in the frame after the one in which the width changed; then: how wide all is.
DRAWN_ANEW = """() => new Promise((done) => setTimeout(
  () => requestAnimationFrame(() => requestAnimationFrame(done)), 150))
  .then(() => document.documentElement.scrollWidth)"""


# For what passes, axe need neither write down the element nor find a selector of it: that costs more than many a rule.
_RUN = """async ([parts, options]) => {
  axe.configure({ noHtml: true });
  const how = { resultTypes: ['violations'], selectors: false, elementRef: true, ...options };
  const found = await axe.run(parts.length ? { include: parts } : document, how);
  return found.violations.flatMap(({ id, impact, help, nodes }) => nodes.map(({ element }) => ({
    id, impact, help, html: element.outerHTML.slice(0, 300), within: element.closest('section[id]')?.id ?? '' })));
}"""


def run_axe(page: Page, *parts: str, **options: object) -> list[dict[str, str]]:
    """Return every fault that axe finds, each with its rule, impact, help, element, and the section that holds it.

    Parameters
    ----------
    page
        The page, as it is now.
    *parts
        A selector of each part to look at; none for the whole page. Many parts cost hardly more than one.
    **options
        Options of ``axe.run``.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    return page.evaluate(_RUN, [[[part] for part in parts], options])


def found_by_axe(page: Page, how: dict, *parts: str) -> list[str]:
    """What axe finds wrong, however little, but for the exceptions.

    Parameters
    ----------
    page
        The page, as it is now.
    how
        Options of ``axe.run``.
    *parts
        A selector of each part to look at; none for the whole page.
    """
    return [
        f"{fault['id']} ({fault['impact']}): {fault['help']} in {fault['within']}\n    {fault['html'][:200]}"
        for fault in run_axe(page, *parts, **how)
        if not any(fault["id"] == rule and part in fault["html"] for rule, part, _ in EXCEPTIONS)
    ]


def faults_of_any_impact(page: Page, *parts: str) -> list[str]:
    """Return what axe finds wrong, by all of its rules, in parts of the page, each given by a selector."""
    return found_by_axe(page, ALL_RULES, *parts)


def faults_in_any_view(page: Page, *parts: str) -> list[str]:
    """Return what axe finds wrong in parts of the page: as it is, in forced colours, on paper, and on narrow screens.

    Parameters
    ----------
    page
        The page, as it is now; afterwards it has its size and its colours again.
    *parts
        A selector of each part to look at.
    """
    found = faults_of_any_impact(page, *parts)
    page.emulate_media(forced_colors="active")
    page.evaluate(SETTLED)
    found += [f"forced colours: {fault}" for fault in faults_of_any_impact(page, *parts)]
    page.emulate_media(forced_colors="none", media="print")
    page.evaluate(SETTLED)
    found += [f"print: {fault}" for fault in found_by_axe(page, {}, *parts)]  # on paper nothing is pressed
    page.emulate_media(media="screen")
    wide = page.viewport_size
    for width in NARROW:
        page.set_viewport_size({"width": width, "height": 800})
        if (needed := page.evaluate(DRAWN_ANEW)) > width:
            found.append(f"{width} px: the page is {needed} px wide")
        found += [f"{width} px: {fault}" for fault in faults_of_any_impact(page, *parts)]
    if wide:
        page.set_viewport_size(wide)
    return found
