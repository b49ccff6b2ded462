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
# Rule, what the element holds, and why it stands: at most ten.
EXCEPTIONS = list(csv.reader((HERE / "axe_exceptions.csv").read_text("utf-8").splitlines()))
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


def found_by_axe(page: Page, how: dict) -> list[str]:
    """What axe finds wrong on the whole page, however little, but for the exceptions."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    options = {"resultTypes": ["violations"], **how}
    found = page.evaluate("(options) => axe.run(document, options).then((r) => r.violations)", options)
    return [
        f"{fault['id']} ({fault['impact']}): {fault['help']}\n    {node['html'][:200]}"
        for fault in found
        for node in fault["nodes"]
        if not any(fault["id"] == rule and part in node["html"] for rule, part, _ in EXCEPTIONS)
    ]
