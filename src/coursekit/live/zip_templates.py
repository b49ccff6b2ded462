"""Templates that lie in a zip beside the modules that fill them (pandas' styled tables and LaTeX), read from there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any
from zipimport import ZipImportError, zipimporter


def install() -> None:
    """Have Jinja find a template whose folder is inside a zip that modules are imported from."""
    from jinja2 import FileSystemLoader, TemplateNotFound  # only where Altair has brought it

    from_folder: Callable[..., Any] = FileSystemLoader.get_source

    def get_source(loader: Any, environment: Any, template: str) -> Any:
        try:
            return from_folder(loader, environment, template)
        except TemplateNotFound:
            for folder in loader.searchpath:
                found = text_in_zip(str(PurePosixPath(str(folder), template)))
                if found is not None:
                    return found, None, lambda: True
            raise

    FileSystemLoader.get_source = get_source  # type: ignore[method-assign, assignment]


def text_in_zip(path: str) -> str | None:
    """Return the text of a file inside a zip, such as ``/lib/x.zip/x/y.tpl``; nothing if there is none."""
    archive, found, member = path.partition(".zip/")
    if not found or ".." in PurePosixPath(member).parts:
        return None
    try:
        return zipimporter(f"{archive}.zip").get_data(f"{archive}.zip/{member}").decode("utf-8")
    except (OSError, ZipImportError, UnicodeDecodeError):
        return None
