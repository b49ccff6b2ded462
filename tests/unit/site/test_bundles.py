"""The bundler finds its entries by rule, and says what is wrong."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from paths import ROOT

from coursekit.node import node_command


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """An empty front end with the course's own bundler."""
    folder = tmp_path / "web"
    (folder / "src").mkdir(parents=True)
    shutil.copy(ROOT / "web" / "build.mjs", folder)
    (folder / "node_modules").symlink_to(ROOT / "web" / "node_modules", target_is_directory=True)
    return folder


def write(web: Path, **files: str) -> None:
    for name, text in files.items():
        path = web / "src" / f"{name.replace('__', '/')}.ts"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")


def bundle(web: Path, *names: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*node_command(), "build.mjs", *names], cwd=web, capture_output=True, text=True)


def made(web: Path) -> set[str]:
    return {path.stem for path in (web.parent / "_build" / "web").glob("*.js")}


def test_entries_are_the_page_the_folders_and_the_marked(web: Path) -> None:
    say = 'document.title = "x";\n'
    write(web, page=say, store=say, lab__index=say, lab__model=say, exercise__editor=f"// bundle: editor\n{say}")
    write(web, outputs__index=f"// bundle: none\n{say}")
    done = bundle(web)
    assert done.returncode == 0, done.stderr
    assert made(web) == {"page", "lab", "editor"}
    assert "editor.js" in done.stdout and "gzip" in done.stdout


def test_what_node_runs_stands_apart_from_what_a_site_gets(web: Path) -> None:
    write(web, page="1;\n", tool="// bundle: node/tool\nconsole.log(7);\n")
    assert bundle(web).returncode == 0
    assert made(web) == {"page"}
    script = web.parent / "_build" / "web" / "node" / "tool.js"
    done = subprocess.run([*node_command(), script], capture_output=True, text=True)
    assert done.stdout.split() == ["7"]


def test_a_bundle_is_a_classic_script(web: Path) -> None:
    """It must run from file://: nothing is imported, nothing leaks into the page's names."""
    write(web, store="export const kept = 7;\n", page='import { kept } from "./store"; globalThis.told = kept;\n')
    assert bundle(web).returncode == 0
    text = (web.parent / "_build" / "web" / "page.js").read_text("utf-8")
    code = f"globalThis.kept = 0; {text}; if (told !== 7 || kept !== 0) throw 1;"
    assert subprocess.run([*node_command(), "--input-type=commonjs", "-e", code]).returncode == 0
    assert "import" not in text


def test_a_bundle_has_the_sentences_that_it_may_say_and_no_others(web: Path) -> None:
    """Keys stand in the sources whole, as a family of plural forms, or with a value as one of their parts."""
    sentences = {"one.hi": "A", "one.n.one": "B", "one.n.other": "C", "one.of.a": "D", "x.if.b": "E", "one.no": "F"}
    (web / "one.json").write_text(json.dumps(sentences), "utf-8")
    write(
        web,
        shared__say="const all = {};\nexport const addSentences = (more) => Object.assign(all, more);\n"
        "export const say = (key) => all[key] ?? key;\nexport const known = () => Object.keys(all).sort().join();\n",
        shared__words='import one from "../../one.json";\nimport { addSentences } from "./say";\n'
        'export { addSentences, say } from "./say";\naddSentences(one);\n',
        page__part='import { say } from "../shared/words";\nexport const part = (k) => say(`one.of.${k}`);\n',
        page__index='import { known } from "../shared/say";\nimport { say } from "../shared/words";\n'
        'import { part } from "./part";\nconst more = (k) => say(`${k}.if.${k}`);\n'
        'console.log(known(), say("one.hi"), say("one.n"), part("a"), more("x"));\n',
        other__index='import { say } from "../shared/words";\nconsole.log(say("one.no"));\n',
    )
    done = bundle(web)
    assert done.returncode == 0, done.stderr
    ran = {
        name: subprocess.run(
            [*node_command(), web.parent / "_build" / "web" / f"{name}.js"], capture_output=True, text=True
        ).stdout.strip()
        for name in ("page", "other")
    }
    assert ran["page"] == "one.hi,one.n.one,one.n.other,one.of.a,x.if.b A one.n D x.if.x"
    assert ran["other"] == "F"


def test_what_is_gone_from_the_sources_is_gone_from_the_bundles(web: Path) -> None:
    write(web, page="1;\n", lab__index="1;\n")
    bundle(web)
    (web / "src" / "lab" / "index.ts").unlink()
    bundle(web)
    assert made(web) == {"page"}


def test_bundling_again_touches_no_file_that_stays_the_same(web: Path) -> None:
    """By their times `make book` tells whether a site is whole: a touched file has it built again."""
    write(web, page="1;\n", lab__index="console.log(2);\n")
    (web / "src" / "frame.html").write_text("<p>", "utf-8")
    bundle(web)
    made_files = list((web.parent / "_build" / "web").iterdir())
    before = {path: path.stat().st_mtime_ns for path in made_files}
    assert {path.name for path in before} == {"page.js", "lab.js", "frame.html", "licences.txt"}
    write(web, lab__index="console.log(3);\n")
    bundle(web)
    assert {path.name for path, at in before.items() if path.stat().st_mtime_ns != at} == {"lab.js"}
    bundle(web, "lab")
    assert set((web.parent / "_build" / "web").iterdir()) == set(before)


@pytest.mark.parametrize(
    ("files", "asked", "says"),
    [
        ({"page": "let a = ;\n"}, [], "src/page.ts:1:8"),
        ({"page": 'import "./nowhere";\n'}, [], "nowhere"),
        ({"page": "1;\n", "lab__index": "// bundle: page\n"}, [], "Two entries are named page"),
        ({"page": "1;\n"}, ["labs"], "No entry is named labs. There are: page."),
    ],
)
def test_a_fault_is_said_with_its_place(web: Path, files: dict[str, str], asked: list[str], says: str) -> None:
    write(web, **files)
    done = bundle(web, *asked)
    assert done.returncode != 0
    assert says in done.stderr


def test_licences_of_what_is_bundled_go_along(web: Path) -> None:
    write(web, page='import { Text } from "@codemirror/state"; globalThis.text = Text;\n')
    assert bundle(web).returncode == 0
    text = (web.parent / "_build" / "web" / "licences.txt").read_text("utf-8")
    assert text.startswith("@codemirror/state ") and "Permission is hereby granted" in text
