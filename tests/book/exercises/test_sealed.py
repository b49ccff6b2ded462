"""The class edition holds no solution, no marking case and no answer; and the search for them finds what is planted."""

from __future__ import annotations

from paths import ROOT
import ast
import base64
import gzip
import io
import json
import marshal
import re
import tarfile
import textwrap
import zipfile
from pathlib import Path

import pytest
from built_site import built_site
from published_texts import texts
from sealing import Search, Secret, secret

from coursekit.book.directives.answer_key import answer_key
from coursekit.classroom.answer_key.question_answers import questions
from coursekit.exercise.file.starter import BEGIN, END
from coursekit.runtime.prepare import BUNDLES, CORE
from coursekit.tasks.build import place

EXERCISES = sorted((ROOT / "exercises").glob("*.py"))
REGION = re.compile(rf"^ *{re.escape(BEGIN)}\n(.*?)^ *{re.escape(END)}", re.M | re.S)


def secrets_of(text: str, id: str) -> list[Secret]:
    """What a class edition must not hold of an exercise file: solution, cases and mistakes."""
    found = [secret(f"the solution of {id}", region) for region in REGION.findall(text)]
    for cell in ("cases", "mistakes"):
        source = text.partition(f"# %% {cell}\n")[2].partition("\n# %%")[0]
        for function in ast.parse(source).body:
            if isinstance(function, ast.FunctionDef):
                # A docstring names the test to be failed: it is no secret, the tests are in the page.
                body = function.body[1:] if ast.get_docstring(function) is not None else function.body
                lines = source.split("\n")[body[0].lineno - 1 : function.end_lineno] if body else []
                if lines:
                    found.append(secret(f"{function.name} of {id}", "\n".join(lines)))
    return found


def answers_of(page: str) -> list[Secret]:
    """What a class edition must not hold of a page's questions: the author's marks, and the key in clear."""
    found = []
    for question in questions(page):
        found.append(Secret(f"the key of {question.id}", text=answer_key(question, "self-study")))
        if question.kind in ("choice", "several"):
            right = [answer.text for answer in question.answers if answer.right]
            found += [Secret(f"the answer of {question.id}", text=f"- [x] {text}") for text in right]
    return found


# Packed from pinned archives of others, by their hashes, with nothing of the course added (see runtime/prepare.py):
# a hundred thousand functions that need not be compared with ours.
OTHERS = {f"_static/runtime/{name}" for name in (*CORE, *(f"{b}.bin" for b in BUNDLES if b != "course"))}


def found_in(folder: Path, secrets: list[Secret]) -> list[str]:
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    files = [path for path in files if path.relative_to(folder).as_posix() not in OTHERS]
    places = ((name, text) for path in files for name, text in texts(path, path.relative_to(folder).as_posix()))
    search = Search(secrets)
    return [breach for name, text in places for breach in search.breaches(name, text)]


@pytest.mark.timeout(900)
def test_the_class_edition_holds_no_solution_no_case_and_no_answer():
    site = built_site("class")
    assert json.loads((site / "course.json").read_text("utf-8"))["edition"] == "class"
    secrets = [one for path in EXERCISES for one in secrets_of(path.read_text("utf-8"), path.stem)]
    pages = [path for folder in ("chapters", "lessons", "book") for path in (ROOT / folder).rglob("*.md")]
    answers = [one for path in pages for one in answers_of(path.read_text("utf-8"))]
    assert len(secrets) >= 3 * len(EXERCISES) and answers
    assert not found_in(site, [*secrets, *answers])
    lessons = sorted((site / "lessons").glob("*.html"))
    assert lessons and not [page.name for page in lessons if 'class="teacher"' in page.read_text("utf-8")]


def test_the_self_study_edition_would_not_pass():
    """The same search, where solutions are meant to be: it finds every one."""
    site = place("self-study")
    assert all('class="teacher"' in page.read_text("utf-8") for page in (site / "lessons").glob("*.html"))
    course = json.loads((site / "course.json").read_text("utf-8"))
    for entry in course["exercises"]:
        text = (ROOT / "exercises" / f"{entry['id']}.py").read_text("utf-8")
        solutions = [one for one in secrets_of(text, entry["id"]) if one.name.startswith("the solution")]
        assert found_in(site / "_static" / "exercises", solutions)


TEXT = '''"""Title

Prompt.
"""
# %% solution
def share(rows, ours):
    """The share of ours."""
    ### BEGIN SOLUTION
    kept = [row for row in rows if row["side"] == ours]
    total = sum(row["weight"] for row in kept)
    # the total may be zero
    if not total:
        return float("nan")
    return sum(row["weight"] * row["kept"] for row in kept) / total
    ### END SOLUTION
# %% cases
def cases(rng):
    sides = [rng.choice(["allied", "other"]) for _ in range(17)]
    return [{"rows": [{"side": side, "weight": rng.random()} for side in sides], "ours": "allied"}]
# %% mistakes
def mistake_counts(rows, ours):
    """test_weighs"""
    return sum(row["kept"] for row in rows) / len(rows)
'''
SOLUTION = textwrap.dedent(REGION.findall(TEXT)[0])
INDENTED = "def share(rows, ours):\n" + textwrap.indent(SOLUTION, "    ")
RENAMED = re.sub(r"\bkept\b(?!\")", "chosen", re.sub(r"\btotal\b", "t", re.sub(r"\brows\b", "table", INDENTED)))
LINES = "    ".join(SOLUTION.splitlines(keepends=True)[1:5])
CASE = TEXT.partition("# %% cases\n")[2].partition("# %%")[0]


def zipped(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def tarred(content: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        entry = tarfile.TarInfo("a.py")
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def pyc(source: str) -> bytes:
    return b"\0" * 16 + marshal.dumps(compile(source, "a.py", "exec"))


def page(code: str) -> str:
    """A page as a highlighter writes it: every word in an element of its own."""
    words = re.sub(r"\w+", r'<span class="n">\g<0></span>', code.replace("&", "&amp;").replace("<", "&lt;"))
    return f"<html><body><pre>{words}</pre></body></html>"


PLANTED = {
    "script": ("a.js", f'(c=>{{c.x={json.dumps(INDENTED)}}})(window);'.encode()),
    "script with other names": ("a.js", f"x={json.dumps(RENAMED)}".encode()),
    "a string in a string": ("a.json", json.dumps({"cell": json.dumps({"source": INDENTED})}).encode()),
    "notebook": ("a.ipynb", json.dumps({"cells": [{"source": INDENTED}]}).encode()),
    "page": ("a.html", page(INDENTED).encode()),
    "attribute": ("a.html", f'<p data-x="{INDENTED.replace(chr(34), "&quot;")}">'.encode()),
    "module": ("a.py", RENAMED.encode()),
    "module, among more": ("a.py", f"class A:\n    if 1:\n{textwrap.indent(RENAMED, '        ')}\n".encode()),
    "some lines": ("a.txt", LINES.encode()),
    "zip": ("a.zip", zipped("b/c.py", RENAMED.encode())),
    "zip, compressed as a whole": ("course.bin", gzip.compress(zipped("b/c.py", RENAMED.encode()))),
    "zip in a zip": ("a.whl", zipped("b.zip", zipped("c.py", RENAMED.encode()))),
    "tar": ("a.tar.gz", tarred(RENAMED.encode())),
    "compiled": ("a.pyc", pyc(INDENTED)),
    "compiled, in a bundle": ("course.bin", gzip.compress(zipped("b/__pycache__/c.cpython-312.pyc", pyc(INDENTED)))),
    "a string in compiled code": ("a.pyc", pyc(f"X = ({INDENTED!r}, 1)")),
    "base64": ("a.js", f"x='{base64.b64encode(INDENTED.encode()).decode()}'".encode()),
    "cases": ("a.js", f"x={json.dumps(CASE)}".encode()),
    "cases, compiled": ("a.pyc", pyc(CASE)),
}  # fmt: skip


@pytest.mark.parametrize("leak", PLANTED)
def test_whatever_is_planted_is_found(tmp_path, leak):
    secrets = secrets_of(TEXT, "sums_share")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "clean.js").write_text(f"x={json.dumps(TEXT.partition(BEGIN)[0])}", "utf-8")
    assert not found_in(tmp_path, secrets)
    name, content = PLANTED[leak]
    (tmp_path / "sub" / name).write_bytes(content)
    found = found_in(tmp_path, secrets)
    wanted = "cases" if leak.startswith("cases") else "the solution"
    assert any(wanted in breach and f"sub/{name}" in breach for breach in found), found


QUESTION = """# A page

```{question} promises-half
:kind: choice

How many?

- [ ] All. ::: No.
- [x] Half of them. ::: Yes.
```
"""


@pytest.mark.parametrize("edition", ["self-study", "class"])
def test_an_answer_in_clear_is_found_and_a_veiled_one_is_none(tmp_path, edition):
    [question] = questions(QUESTION)
    key = answer_key(question, edition)
    (tmp_path / "a.html").write_text(f'<script type="application/json">{key}</script>', "utf-8")
    assert bool(found_in(tmp_path, answers_of(QUESTION))) == (edition == "self-study")
    (tmp_path / "a.md").write_text(QUESTION, "utf-8")
    assert found_in(tmp_path, answers_of(QUESTION))


def test_code_that_is_only_alike_is_no_leak(tmp_path):
    (tmp_path / "a.py").write_text(
        INDENTED.replace("weight", "number").replace("if not total", "if total < 0"), "utf-8"
    )
    (tmp_path / "b.pyc").write_bytes(pyc("def share(rows, ours):\n    return sum(rows) / len(ours)"))
    (tmp_path / "c.js").write_text(f"x={json.dumps('if not total:' + chr(10) + '    return float(0)')}", "utf-8")
    assert not found_in(tmp_path, secrets_of(TEXT, "sums_share"))
