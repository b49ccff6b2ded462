"""The ``{scene}`` directive, a moment with a decision to take, and ``{scene-return}``, where the decision comes back.

The drawing is the course's own: ``book/assets/scenes/ID.svg``, in which ``{1}``, ``{2}`` … stand for the labels.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from markupsafe import Markup, escape
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.scene.parse import MalformedSceneError, Scene, parse_scene
from coursekit.book.directives.slots import fill_slots
from coursekit.html import render

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = Path("book", "assets", "scenes")
LABEL = re.compile(r"\{(\d)\}")
ELEMENT = re.compile(r"<svg ")


def drawing(svg: str, scene: Scene) -> Markup:
    """Return a drawing with its labels and its description for those who do not see it.

    Parameters
    ----------
    svg : str
        The course's own file: an ``<svg>`` element.
    scene : Scene
        What gives labels and description.

    Raises
    ------
    MalformedSceneError
        If the drawing has a place for a label that the scene does not give.
    """
    wanted = {int(number) for number in LABEL.findall(svg)}
    if wanted != set(range(1, len(scene.labels) + 1)):
        raise MalformedSceneError(f"Its drawing has places for {len(wanted)} labels; `:labels:` gives others.")
    filled = LABEL.sub(lambda place: str(escape(scene.labels[int(place[1]) - 1])), svg.strip())
    described = f'role="img" aria-label="{escape(scene.picture)}" '
    return Markup(ELEMENT.sub(lambda opened: opened[0] + described, filled, count=1))


class _SceneDirective(SphinxDirective):
    """What both directives share: Markdown in a slot, and a fault with its file and line."""

    has_content = True
    required_arguments = 1

    def markdown(self, text: str) -> list[nodes.Node]:
        """Return the nodes of a piece of Markdown."""
        holder = nodes.container()
        self.state.nested_parse(StringList(text.splitlines(), self.get_source_info()[0]), self.content_offset, holder)
        return list(holder.children)

    def fault(self, what: object) -> ExtensionError:
        """Return the error that says where it is."""
        source, line = self.get_source_info()
        return ExtensionError(f"{source}:{line}: {self.name} {self.arguments[0]!r}: {what}")


class SceneDirective(_SceneDirective):
    """Write the moment, its drawing and the decisions."""

    option_spec: ClassVar[dict[str, Any]] = dict.fromkeys(("place", "picture", "labels"), directives.unchanged)

    def run(self) -> list[nodes.Node]:
        """Return the section's nodes.

        Raises
        ------
        ExtensionError
            If it is malformed or its drawing is missing.
        """
        file = Path(self.env.srcdir) / FOLDER / f"{self.arguments[0]}.svg"
        if not file.is_file():
            raise self.fault(f"{(FOLDER / file.name).as_posix()} is missing: draw it.")
        self.env.note_dependency(str(file))
        try:
            scene = parse_scene(self.arguments[0], self.options, list(self.content))
            picture = drawing(file.read_text("utf-8"), scene)
        except MalformedSceneError as wrong:
            raise self.fault(wrong) from None
        self.env.temp_data.setdefault("coursekit_scenes", {})[scene.id] = scene
        slots = {name: self.markdown(getattr(scene, name)) for name in ("moment", "ask", "sources")}
        return fill_slots(render(__package__, "scene", scene=scene, drawing=picture), slots)


class SceneReturnDirective(_SceneDirective):
    """Write what happened, and the same decisions again."""

    def run(self) -> list[nodes.Node]:
        """Return the section's nodes.

        Raises
        ------
        ExtensionError
            If the page has no such scene above it.
        """
        scene = self.env.temp_data.get("coursekit_scenes", {}).get(self.arguments[0])
        if scene is None:
            raise self.fault("No scene of this name stands above it on the page.")
        html = render(__package__, "scene_return", scene=scene)
        return fill_slots(html, {"happened": self.markdown("\n".join(self.content))})


def setup(app: Sphinx) -> None:
    """Register both directives."""
    app.add_directive("scene", SceneDirective)
    app.add_directive("scene-return", SceneReturnDirective)
