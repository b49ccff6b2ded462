"""How large things are: each page as sent (zipped, scrolled through, before any Python), each bundle, the whole site.

``.venv/bin/python benchmarks/sizes.py`` after ``make book``.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from coursekit.tasks.browser import ARGUMENTS, find
from coursekit.tasks.build import place
from coursekit.tasks.serve import served

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "helpers"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "helpers" / "browser"))
from watched_page import Watched, pages


def main() -> None:
    """Print the three tables."""
    site = place("self-study")
    print("page, as sent                          KB   requests")
    with served(site) as address, sync_playwright() as playwright:
        path = find(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        for page in pages(site):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            watched = Watched(context)
            watched.open(address + page)
            print(f"{page:32} {watched.weight() / 1000:8.1f} {len(watched.requests):10}", flush=True)
            context.close()
        browser.close()
    print("\nscript or style                        KB    zipped")
    for file in sorted([*(site / "_static").glob("*.js"), *(site / "_static").glob("*.css")]):
        data = file.read_bytes()
        print(f"{file.name:32} {len(data) / 1000:8.1f} {len(gzip.compress(data, 6)) / 1000:9.1f}")
    print("\nfolder                                 MB     files")
    for folder in (site, site / "_static", site / "_static" / "runtime"):
        files = [file for file in folder.rglob("*") if file.is_file()]
        size = sum(file.stat().st_size for file in files) / 1e6
        print(f"{folder.relative_to(site.parents[1]).as_posix():32} {size:8.1f} {len(files):9}")


if __name__ == "__main__":
    main()
