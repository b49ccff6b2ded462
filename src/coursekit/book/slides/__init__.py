"""Slides of each chapter and lesson, cut from its own built page: there is no second text, a deck shows parts of it.

``elements`` reads a page's HTML, ``outline`` cuts it into slides, ``write`` makes each deck a page of the site.
"""
