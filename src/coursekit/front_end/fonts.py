"""The site's own fonts: subsets from npm, declared so that a browser fetches only the scripts that a page uses."""

from __future__ import annotations

import re
from pathlib import Path

# Package → the faces the pages use. Weight and style as @fontsource names them.
FACES = {
    "source-serif-4": ("400", "600", "400-italic"),
    "source-sans-3": ("400", "600"),
    "jetbrains-mono": ("400",),
}
# Latin for English, latin-ext for names such as Türkiye, Cyrillic for Ukrainian, Greek for a model's letters.
SUBSETS = ("latin", "latin-ext", "cyrillic", "greek")

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
    return "\n".join(rules), files


def _subset(name: str, package: str) -> str:
    """Return the subset in a rule's name: ``latin-ext`` in ``source-sans-3-latin-ext-400-normal``."""
    return re.sub(r"-\d{3}-\w+$", "", name.removeprefix(f"{package}-"))
