"""Formulas are set with fewer elements than KaTeX itself uses: no letter stands elsewhere for that."""

from __future__ import annotations

import json
import subprocess

import pytest
from paths import ROOT
from playwright.sync_api import Browser

from coursekit.book.site.math import Setter
from coursekit.node import node_command
from deterrence.model import GRAPHS
from deterrence.text.appendix.formulas import formula

MODULES = ROOT / "web" / "node_modules"
OTHERS = [
    r"\tfrac{1}{x_{2}^{n_i}}",
    r"\sum_{k=1}^{K} w_k \log_2 a_{s_w}",
    r"e^{-b_{w}}",
    r"\sqrt{x_a}\,\bar{c}_1",
    r"U_{\max}",
]
BY_KATEX = """
const katex = require(process.argv[1] + "/katex");
const list = JSON.parse(require("fs").readFileSync(0, "utf8"));
const html = list.map((tex) => katex.renderToString(tex, { displayMode: true, output: "htmlAndMathml" }));
console.log(JSON.stringify(html));
"""
# Each piece of text with its box, from the corner of its formula; how large the formula is; how many elements it has.
PLACES = r"""(list) => {
  document.body.innerHTML = list.map((html) => `<p style="width: max-content">${html}</p>`).join("");
  return document.fonts.ready.then(() => [...document.querySelectorAll("p")].map((row) => {
    const corner = row.getBoundingClientRect(), texts = [], found = [corner.width, corner.height];
    const walker = document.createTreeWalker(row.querySelector(".katex-html"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.data.replace("\u200b", "").trim(), range = document.createRange();
      if (!text) continue;
      range.selectNodeContents(walker.currentNode);
      const box = range.getBoundingClientRect();
      texts.push(text);
      found.push(box.x - corner.x, box.y - corner.y, box.width, box.height);
    }
    return { texts, found, elements: row.querySelectorAll("*").length };
  })); }"""


def test_every_letter_stands_where_katex_puts_it(browser: Browser, base: str, tmp_path) -> None:
    list_of_tex = [*OTHERS, *(formula(GRAPHS["army"], name) for name in GRAPHS["army"].order)]
    told = subprocess.run(
        [*node_command(), "-e", BY_KATEX, str(MODULES)],
        input=json.dumps(list_of_tex), capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    setter = Setter(MODULES, tmp_path)
    ours = [setter.set(tex, True) for tex in list_of_tex]
    setter.close()
    page = browser.new_page()
    page.goto(base + "search.html")
    page.add_style_tag(url=base + "_static/katex/katex.css")
    theirs, slim = page.evaluate(PLACES, json.loads(told.stdout)), page.evaluate(PLACES, ours)
    page.close()
    for tex, one, other in zip(list_of_tex, theirs, slim, strict=True):
        assert one["texts"] == other["texts"], tex
        assert one["found"] == pytest.approx(other["found"], abs=0.2), tex
    assert sum(other["elements"] for other in slim) < 0.75 * sum(one["elements"] for one in theirs)
