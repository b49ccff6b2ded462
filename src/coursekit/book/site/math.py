"""Math is set at build time by KaTeX: the page carries HTML and MathML, and no script.

What is set is kept in ``_build/.katex`` by its source, so that an unchanged formula costs nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.locale import _
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

from coursekit.book.site.assets import copy_new, hash_text
from coursekit.files import put
from coursekit.front_end import node_modules
from coursekit.node import node_command

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

log = logging.getLogger(__name__)

SCRIPT = Path(__file__).with_name("katex.mjs")
SLIM = Path(__file__).with_name("slim_katex.mjs")
# A lab writes its equations as <span class="tex">…</span> or <div class="tex">…</div> (display): no Node in a kernel.
TEX = re.compile(r'<(?P<tag>span|div) class="tex">(?P<tex>.*?)</(?P=tag)>', re.DOTALL)


class Setter:
    """One Node process that sets formulas, started at the first formula that is not kept yet."""

    def __init__(self, modules: Path, kept: Path) -> None:
        self.modules = modules
        self.kept = kept
        self.process: subprocess.Popen[str] | None = None
        sheet = modules / "katex" / "package.json"
        version = json.loads(sheet.read_text("utf-8"))["version"] if sheet.is_file() else "none"
        self.version = f"{version} {hash_text(SCRIPT.read_text('utf-8') + SLIM.read_text('utf-8'))}"

    def set(self, tex: str, display: bool) -> str:
        """Return the HTML of a formula.

        Parameters
        ----------
        tex : str
            The formula, without dollar signs.
        display : bool
            Whether it stands on a line of its own.

        Returns
        -------
        str
            HTML with MathML in it.

        Raises
        ------
        ValueError
            If KaTeX cannot read it; the message says where it stopped.
        """
        name = hashlib.sha256(f"{self.version}\0{display}\0{tex}".encode()).hexdigest()[:24]
        kept = self.kept / f"{name}.html"
        if kept.is_file():
            return kept.read_text("utf-8")
        if self.process is None:
            self.process = subprocess.Popen(
                [*node_command(), str(SCRIPT), str(self.modules)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            )  # fmt: skip
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps({"tex": tex, "display": display}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise ValueError("KaTeX did not answer: is web/node_modules installed?")
        answer = json.loads(line)
        if "fault" in answer:
            raise ValueError(answer["fault"])
        put(answer["html"], kept)
        return str(answer["html"])

    def close(self) -> None:
        """End the Node process, if there is one."""
        if self.process and self.process.stdin and self.process.stdout:
            self.process.stdin.close()
            self.process.wait(timeout=10)
            self.process.stdout.close()
        self.process = None


def _set(self: HTML5Translator, node: nodes.Element, display: bool) -> str:
    setter: Setter = self.builder.coursekit_math  # type: ignore[attr-defined]
    try:
        return setter.set(node.astext(), display)
    except ValueError as fault:
        log.warning("%s Formula: %s", fault, node.astext(), location=node, type="coursekit", subtype="math")
        return f"<code>{self.encode(node.astext())}</code>"


def visit_inline(self: HTML5Translator, node: nodes.math) -> None:
    """Write a formula that stands in a line of text.

    Parameters
    ----------
    self : HTML5Translator
        What writes the page; this is registered as its method.
    node : nodes.math
        The formula.

    Raises
    ------
    SkipNode
        Always: nothing inside the node is left to be written.
    """
    self.body.append(_set(self, node, display=False))
    raise nodes.SkipNode


def visit_block(self: HTML5Translator, node: nodes.math_block) -> None:
    """Write a formula that stands by itself, with its number if it has one.

    A wide one scrolls: ``web/src/frame/scrollers.ts``.

    Parameters
    ----------
    self : HTML5Translator
        What writes the page; this is registered as its method.
    node : nodes.math_block
        The formula.

    Raises
    ------
    SkipNode
        Always: nothing inside the node is left to be written.
    """
    self.body.append(self.starttag(node, "div", CLASS="math"))
    if node["number"]:
        self.body.append(f'<span class="eqno">({get_node_equation_number(self, node)})')
        self.add_permalink_ref(node, _("Link to this equation"))
        self.body.append("</span>")
    self.body.append(_set(self, node, display=True) + "</div>\n")
    raise nodes.SkipNode


def set_labs(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Set the formulas that labs wrote as TeX, and link KaTeX's style sheet where a page has any formula.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    pagename : str
        The page's path without its suffix, as ``chapters/presence``.
    templatename : str
        Not used.
    context : dict
        What the template is given; changed in place.
    doctree : nodes.document or None
        Not used.
    """
    setter: Setter = app.builder.coursekit_math  # type: ignore[attr-defined]

    def replace(found: re.Match[str]) -> str:
        tag = found["tag"]
        try:
            html = setter.set(unescape(found["tex"]).strip(), display=tag == "div")
        except ValueError as fault:
            log.warning("%s Formula: %s", fault, found["tex"], location=pagename, type="coursekit", subtype="math")
            return found[0]
        return f'<div class="math">{html}</div>' if tag == "div" else html

    if context.get("body"):
        context["body"] = TEX.sub(replace, context["body"])
        context["coursekit_math"] = 'class="katex' in context["body"]


def install(app: Sphinx) -> None:
    """Put KaTeX's style sheet and fonts into ``_static``; old font formats are left out."""
    modules = node_modules(Path(app.srcdir))
    app.builder.coursekit_math = Setter(modules, Path(app.srcdir) / "_build" / ".katex")  # type: ignore[attr-defined]
    dist = modules / "katex" / "dist"
    if app.builder.format != "html" or not dist.is_dir():
        return
    static = Path(app.outdir) / "_static" / "katex"
    sheet = (dist / "katex.min.css").read_text("utf-8")
    put(re.sub(r',url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)', "", sheet), static / "katex.css")
    for font in (dist / "fonts").glob("*.woff2"):
        copy_new(font, static / "fonts" / font.name)


def finish(app: Sphinx, exception: Exception | None) -> None:
    """End the Node process that set the formulas.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        Not used.
    """
    if hasattr(app.builder, "coursekit_math"):
        app.builder.coursekit_math.close()


def setup(app: Sphinx) -> None:
    """Register the renderer and the steps."""
    app.add_html_math_renderer("katex", (visit_inline, None), (visit_block, None))
    app.connect("builder-inited", install)
    app.connect("html-page-context", set_labs, priority=650)
    app.connect("build-finished", finish)
