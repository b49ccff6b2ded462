"""A page ships its labs and its exercises in one script each, with all that they have in scripts of their own."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from built_site import built_site
from paths import ROOT

from coursekit.book.site.page_scripts import SHOWN, named
from coursekit.node import node_command

HTML = ROOT / "_build" / "html"
STATIC = HTML / "_static"
# Runs each page's script in a world of its own and says which labs and draws the page then has.
WORLDS = """
const { readFileSync } = require("node:fs"), { createContext, runInContext } = require("node:vm");
const told = {};
for (const file of JSON.parse(readFileSync(0, "utf8"))) {
  const world = createContext({});
  runInContext(readFileSync(file, "utf8"), world);
  told[file] = { labs: Object.keys(world.coursekit.labs ?? {}), draws: world.coursekit.draws ?? {} };
}
console.log(JSON.stringify(told));
"""


@pytest.fixture(scope="module")
def shipped() -> list[tuple[str, str, list[str], Path]]:
    """Each page's scripts: the page, the kind, what stands on the page in its order, the file."""
    built_site()
    found = []
    for page in (page for page in HTML.rglob("*.html") if STATIC not in page.parents):
        html = page.read_text("utf-8")
        files = named(html)
        for kind, shown in SHOWN.items():
            ids = list(dict.fromkeys(shown.findall(html)))
            assert bool(ids) == (kind in files), (page, kind)
            if ids:
                found.append((page.relative_to(HTML).as_posix(), kind, ids, STATIC / files[kind]))
    assert len(found) > 15
    return found


def test_each_script_holds_those_of_its_labs_and_exercises_word_for_word(
    shipped: list[tuple[str, str, list[str], Path]],
) -> None:
    for page, kind, ids, file in shipped:
        text = file.read_text("utf-8")
        own = [STATIC / kind / f"{one}.js" for one in ids if (STATIC / kind / f"{one}.js").is_file()]
        assert own or kind == "labs", page
        assert all(one.read_text("utf-8") in text for one in own), (page, kind)
    assert {path.name for path in (STATIC / "pages").iterdir()} == {file.name for *_, file in shipped}


def test_each_page_has_the_draws_that_its_labs_read(shipped: list[tuple[str, str, list[str], Path]]) -> None:
    files = [str(file) for _, kind, _, file in shipped if kind == "labs"]
    everything = str(STATIC / "labs" / "draws.js")
    asked = json.dumps([*files, everything])
    done = subprocess.run([*node_command(), "-e", WORLDS], input=asked, capture_output=True, text=True, check=True)
    worlds = json.loads(done.stdout)
    columns = worlds[everything]["draws"]
    for file in files:
        text, has = Path(file).read_text("utf-8"), worlds[file]["draws"]
        read = set(re.findall(r"\bd\.(\w+)", text)) | set(re.findall(r'\bd\["(\w+)"\]', text))
        assert read == has.keys() and all(has[name] == columns[name] for name in read), file
    assert sum(len(worlds[file]["draws"]) > 20 for file in files) > 8
