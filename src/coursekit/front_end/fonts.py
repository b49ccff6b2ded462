"""The site's own fonts: subsets from npm, declared so that a browser fetches only the scripts that a page uses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

# Package → the faces the pages use. Weight and style as @fontsource names them.
FACES = {
    "source-serif-4": ("400", "600", "400-italic"),
    "source-sans-3": ("400", "600"),
    "jetbrains-mono": ("400",),
}
# Latin for English, latin-ext for names such as Türkiye, Cyrillic for Ukrainian, Greek for a model's letters.
SUBSETS = ("latin", "latin-ext", "cyrillic", "greek")


class StandIn(NamedTuple):
    """A font that most systems have, set as wide and as high as one of the site's own.

    Attributes
    ----------
    family, weight, style : how the stand-in is asked for
    local : the names of its file on Linux, on Windows and on macOS
    width : how wide English text is in the site's font against this one (measured over 6,000 letters of a chapter)
    ascent, descent : what the site's font takes above and below the line, in parts of its size
    """

    family: str
    weight: int
    style: str
    local: tuple[str, ...]
    width: float
    ascent: float
    descent: float


# Until the site's own fonts have come, text stands in these, and breaks its lines nearly where it will: nothing below
# is shifted when they come.
STAND_INS = (
    StandIn("Serif until loaded", 400, "normal", ("Liberation Serif", "Times New Roman"), 1.180, 1.04, 0.34),
    StandIn("Serif until loaded", 600, "normal", ("Liberation Serif Bold", "Times New Roman Bold"), 1.125, 1.04, 0.34),
    StandIn(
        "Serif until loaded", 400, "italic", ("Liberation Serif Italic", "Times New Roman Italic"), 1.079, 1.04, 0.34
    ),
    StandIn("Sans until loaded", 400, "normal", ("Liberation Sans", "Arial"), 0.935, 1.02, 0.40),
    StandIn("Sans until loaded", 600, "normal", ("Liberation Sans Bold", "Arial Bold"), 0.892, 1.02, 0.40),
)

RULE = re.compile(r"/\*\s*(?P<name>[\w-]+)\s*\*/\s*(?P<rule>@font-face\s*\{.*?\})", re.DOTALL)
SOURCE = re.compile(r"src:\s*url\(\./files/(?P<file>[\w.-]+\.woff2)\)[^;]*;")


def font_faces(modules: Path) -> tuple[str, list[Path]]:
    """Return the ``@font-face`` rules for every face and subset, and the files that they name.

    Parameters
    ----------
    modules
        npm's ``node_modules``. Without fonts there (a build without npm) the rules are empty: the system's serve.
    """
    rules: list[str] = []
    files: list[Path] = []
    for package, faces in FACES.items():
        folder = modules / "@fontsource" / package
        for face in faces:
            sheet = folder / f"{face}.css"
            if not sheet.is_file():
                continue
            for found in RULE.finditer(sheet.read_text("utf-8")):
                subset = _subset(found["name"], package)
                source = SOURCE.search(found["rule"])
                if subset not in SUBSETS or source is None:
                    continue
                rules.append(SOURCE.sub(f'src: url("fonts/{source["file"]}") format("woff2");', found["rule"]))
                files.append(folder / "files" / source["file"])
    return "\n".join([*rules, *map(_stand_in, STAND_INS)] if rules else []), files


def _stand_in(one: StandIn) -> str:
    """Return the rule for a stand-in; its heights are parts of its own size, which the width scales too."""
    names = ", ".join(f'local("{name}")' for name in one.local)
    above, below = (f"{100 * part / one.width:.1f}%" for part in (one.ascent, one.descent))
    return (
        f'@font-face {{ font-family: "{one.family}"; font-style: {one.style}; font-weight: {one.weight}; src: {names}; '
        f"size-adjust: {100 * one.width:.1f}%; ascent-override: {above}; descent-override: {below}; "
        "line-gap-override: 0%; }"
    )


def _subset(name: str, package: str) -> str:
    """Return the subset in a rule's name: ``latin-ext`` in ``source-sans-3-latin-ext-400-normal``."""
    return re.sub(r"-\d{3}-\w+$", "", name.removeprefix(f"{package}-"))
