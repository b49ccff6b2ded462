"""A lab in a page of the built site: where the course shows it, or alone, for kinds that no chapter need have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from heard_as_seen import run_axe
from paths import ROOT
from playwright.sync_api import Locator, Page, Route
from scroll import scroll_to

from coursekit.book.directives.lab_scripts import parse_charts
from coursekit.lab.charts.model_lab import for_page
from coursekit.lab.compile.case_lab_script import case_lab_script
from coursekit.lab.compile.model_lab_script import model_lab_script
from coursekit.lab.display import CaseLab, Lab
from coursekit.tasks.build import place

WEB = ROOT / "web"
# Goes to the first lab that does not answer yet; true once each does.
AWAKE = """() => {
  const asleep = [...document.querySelectorAll('section.lab')].find((one) => one.dataset.state !== 'ready');
  asleep?.scrollIntoView({ block: 'center' });
  return !asleep;
}"""
# What each lab of the page is, and which names its controls have; what it says where it says anything.
STANDING = """() => [...document.querySelectorAll('section.lab')].map((lab) => ({
  id: lab.id.replace('lab-', ''),
  state: lab.dataset.state ?? '',
  controls: [...lab.querySelectorAll('[name]')].map((one) => one.getAttribute('name')),
  says: [...lab.querySelectorAll('[role=status], output')].find((one) => one.checkVisibility())?.innerText.trim() ?? '',
}))"""


def in_page_order(ids: Iterable[str]) -> list[str]:
    """Return labs in the order in which the built course shows them, so that each page need be opened only once."""
    built = place("self-study") / "course.json"
    shown = [one["id"] for one in json.loads(built.read_text("utf-8"))["labs"]] if built.is_file() else []
    return sorted(ids, key=lambda id: shown.index(id) if id in shown else len(shown))


def opened(page: Page, address: str, id: str) -> Locator:
    """Open a lab where the course shows it, and return its awake section."""
    page.goto("about:blank")  # so that a link which differs only behind its # loads anew
    page.goto(address)
    return awake(page, id)


def awake(page: Page, id: str) -> Locator:
    """Scroll to a lab of the page that is open, and return its section once it answers."""
    section = page.locator(f"#lab-{id}")
    scroll_to(section, page.locator(f"#lab-{id}[data-state=ready]"))
    return unfold(section)


def unfold(section: Locator) -> Locator:
    """Open a lab's further assumptions and its tools, or how sure a guess is, as a reader does to reach them."""
    for name in ("assumptions", "tools", "sure"):
        fold = section.locator(f"details.{name}:not([open]) > summary")
        if fold.count():
            fold.press("Enter")
    return section


def stage(page: Page, base: str, site: Path, lab: Lab | CaseLab, link: str = "") -> Locator:
    """Show the lab under the site's own head (style, scripts, content policy) and return its awake section."""
    head = re.search(r"<head.*?</head>", (site / "book" / "index.html").read_text("utf-8"), re.S)
    assert head
    html = lab._repr_mimebundle_()["text/html"]
    body = f'<!doctype html><html lang="en">{head[0]}<body><main><h1>Probe</h1>{html}</main></body></html>'
    page.route(f"{base}book/probe.html", lambda route: _answer(route, "text/html; charset=utf-8", body))
    if isinstance(lab, Lab):
        script = model_lab_script(lab, parse_charts(WEB, for_page(lab)) if lab.chart else [], "deterrence.labs")
    else:
        script = case_lab_script(lab, "deterrence.labs")
    page.route(re.compile(rf"/labs/{lab.id}\.js"), lambda route: _answer(route, "text/javascript", script))
    page.goto("about:blank")
    page.goto(f"{base}book/probe.html{link}")
    section = page.locator(f"#lab-{lab.id}")
    scroll_to(section, page.locator(f"#lab-{lab.id}[data-state=ready]"))
    return unfold(section)


def _answer(route: Route, kind: str, body: str) -> None:
    route.fulfill(status=200, content_type=kind, body=body)


def faults(page: Page, *parts: str) -> list[str]:
    """Return what axe finds wrong, gravely, in parts of the page, each given by a selector."""
    return [
        f"{fault['id']}: {fault['help']} {fault['html'][:200]} in {fault['within']}"
        for fault in run_axe(page, *parts)
        if fault["impact"] in ("serious", "critical")
    ]
