"""The page's own Python worker, spoken to directly: many exercises in one worker, without a card for each."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

LIMIT_S = 30  # for one request; the page's own limit is another test's business

OPEN = """async ({ root }) => {
  const manifest = await (await fetch(`${root}runtime/manifest.json`)).json();
  const address = JSON.stringify(`${root}worker.js?${manifest.build}`);
  const blob = new Blob([`importScripts(${address})`], { type: "text/javascript" });
  const worker = new Worker(URL.createObjectURL(blob));
  const waiting = [];
  const failed = [];
  worker.onmessage = ({ data }) => {
    if (data.kind === "failed") failed.push(`${data.reason} ${data.file} ${data.detail}`);
    for (const one of [...waiting]) one(data);
  };
  window.alone = {
    ask(message, kind, seconds) {
      return new Promise((resolve, reject) => {
        const done = (act) => (value) => { clearTimeout(timer); waiting.splice(waiting.indexOf(hear), 1); act(value); };
        const hear = (data) => {
          if (data.kind === "failed") done(reject)(new Error(failed.join()));
          else if (data.kind === kind && (data.id === undefined || data.id === message.id)) done(resolve)(data);
        };
        const timer = setTimeout(() => done(reject)(new Error(`no answer within ${seconds} s`)), 1000 * seconds);
        waiting.push(hear);
        worker.postMessage(message);
      });
    },
    end() { worker.terminate(); },
  };
  await window.alone.ask({ kind: "start", root: `${root}runtime/`, manifest, keep: false }, "ready", 60);
}"""
LOAD = """(bundles) => window.alone.ask({ kind: "load", bundles }, "loaded", 60)"""
RUN = """async ({ id, request, seconds }) =>
  JSON.parse((await window.alone.ask({ kind: "run", id, request }, "done", seconds)).outcome)"""


class Worker:
    """One worker with everything loaded, in a page that is any page of the site."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.count = page, 0
        page.evaluate(OPEN, {"root": f"{base}_static/"})
        page.evaluate(LOAD, ["numpy", "pandas"])

    def check(self, code: str, setup: str, tests: str) -> dict[str, Any]:
        """The outcome of a check, as the card would get it."""
        self.count += 1
        request = {"task": "check", "code": code, "setup": setup, "tests": tests, "namespace": "x", "packages": []}
        asked = {"id": self.count, "request": json.dumps(request), "seconds": LIMIT_S}
        found: dict[str, Any] = self.page.evaluate(RUN, asked)
        return found
