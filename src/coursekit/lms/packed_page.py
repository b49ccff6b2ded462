"""A page of the site made into one that stands alone in a package: nothing in it leads to a page that is not there."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urljoin

LINK = re.compile(r'<a\b((?:[^>"]|"[^"]*")*)>')
HREF = re.compile(r'\s*\bhref="([^"]*)"')
AROUND = re.compile(
    r'<link rel="(?:next|prev|search|alternate|canonical)"[^>]*>'
    r'|<form class="search".*?</form>|<section class="offline".*?</section>',
    re.S,
)
# What leads about the site, and what a package without Python cannot do.
HIDDEN = (".top .menu", ".top .search-link", "nav#contents", "nav.turn", ".foot .links", '[data-do="assign"]')
NO_PYTHON = ('.tools [data-do="editor"]',)


def packed_page(text: str, path: str, version: str, address: str = "", python: bool = True) -> str:
    """Return a page as it stands in a SCORM package.

    Parameters
    ----------
    text : str
        The page's HTML in the site.
    path : str
        Its path in the site, and in the package.
    version : str
        The version of SCORM that it reports by: ``1.2`` or ``2004``.
    address : str
        Where the site is published, ending in a slash: links to its other pages then lead there, in a tab of their
        own. Without it they are plain words.
    python : bool
        Whether the package holds what runs code.

    Returns
    -------
    str
        The HTML.
    """

    def link(found: re.Match[str]) -> str:
        href = HREF.search(found[1])
        target = unescape(href[1]) if href else ""
        if not href or target.startswith("#") or re.match(r"[a-z][a-z0-9+.-]*:", target):
            return found[0]
        rest = HREF.sub("", found[1])
        if not address:
            return f"<a{rest}>"
        whole = escape(urljoin(address + path, target))
        return f'<a{rest} href="{whole}" target="_blank" rel="noopener">'

    text = LINK.sub(link, AROUND.sub("", text))
    root = "../" * path.count("/")
    rule = ", ".join((*HIDDEN, *(() if python else NO_PYTHON)))
    head = f'<style>{rule} {{ display: none }}</style>\n<script src="{root}_static/scorm.js" defer></script>\n</head>'
    return text.replace("<html ", f'<html data-scorm="{version}" ', 1).replace("</head>", head, 1)
