"""Every chapter begins with a scene of its own: few words before the first move, a drawing, sources, and a return."""

import re
from html.parser import HTMLParser

import pytest
from paths import ROOT

CHAPTERS = sorted(path.stem for path in (ROOT / "chapters").glob("*.md"))
MOST_WORDS = 60
SILENT = {"script", "style", "template"}


class BeforeFirstMove(HTMLParser):
    """The text of a page's article before its first control."""

    def __init__(self, html):
        super().__init__()
        self.text, self.done, self.silent = [], False, 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.silent += tag in SILENT
        self.done |= tag in {"input", "select", "textarea"} or (tag == "button" and "headerlink" not in str(attrs))

    def handle_endtag(self, tag):
        self.silent -= tag in SILENT

    def handle_data(self, data):
        if not self.done and not self.silent:
            self.text.append(data)


def article(chapter):
    html = (ROOT / "_build" / "html" / "chapters" / f"{chapter}.html").read_text("utf-8")
    return html[html.index("<article") : html.index("</article>")]


def opening(chapter):
    return re.search(r'<section class="scene" .*?</section>', article(chapter), re.S)[0]


def words(text):
    return len(re.findall(r"\w[\w’'.,-]*", text))


def test_words_are_counted_up_to_the_first_control():
    read = BeforeFirstMove("<h1>One two</h1><script>three</script><p>four<input>five</p>")
    assert words(" ".join(read.text)) == 3


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_few_words_stand_before_the_first_move(chapter):
    read = BeforeFirstMove(article(chapter))
    assert read.done
    assert 10 < words(" ".join(read.text)) <= MOST_WORDS


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_first_move_is_the_scenes_and_the_first_lab_follows(chapter):
    html = article(chapter)
    first, lab, text = (html.index(mark) for mark in ('<section class="scene"', '<section class="lab"', 'class="lead"'))
    assert first < html.index("<input") < lab < text


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_scene_names_its_picture_and_its_sources_and_comes_back(chapter):
    html = opening(chapter)
    assert len(re.search(r'<svg role="img" aria-label="([^"]+)"', html)[1].split()) >= 10
    assert 'class="sources"' in html and re.search(r'href="[^"]*bibliography\.html#', html)
    back = re.search(r'<section class="scene scene-return" .*?</section>', article(chapter), re.S)[0]
    assert re.findall(r'value="([^"]+)"', back) == re.findall(r'value="([^"]+)"', html)
    assert re.search(r'href="[^"]*bibliography\.html#', back)
    assert article(chapter).index("scene-return") > article(chapter).rindex('<section class="question"')


def test_no_two_scenes_are_alike():
    drawn = {chapter: re.search(r"<svg.*?</svg>", opening(chapter), re.S)[0] for chapter in CHAPTERS}
    places = {re.search(r'class="place"[^>]*>([^<]+)', opening(chapter))[1] for chapter in CHAPTERS}
    shapes = {tuple(sorted(re.findall(r"<(\w+) class=\"(\w+)", svg))) for svg in drawn.values()}
    assert len(places) == len(shapes) == len(CHAPTERS)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_drawing_takes_its_colours_from_the_page(chapter):
    """A colour of its own would be lost in the dark, or shine in it."""
    svg = (ROOT / "book" / "assets" / "scenes" / f"{chapter}.svg").read_text("utf-8")
    assert not re.search(r"#[0-9a-f]{3}|\b(fill|stroke|style)=|<style|<script|href", svg, re.I)
