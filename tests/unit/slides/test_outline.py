"""A page cut into slides: each part has its lead and its things, the notes have the rest, and answers are nowhere."""

from __future__ import annotations

from functools import partial

from coursekit.book.slides.clean import address, cleaned
from coursekit.book.slides.elements import read
from coursekit.book.slides.outline import Outline
from coursekit.book.slides.parts import Slide

LAB = '<section class="lab" id="lab-wait"><h2 class="q">How long?</h2><input type="range"></section>'
PAGE = f"""<section id="queues"><h1>Queues<a class="headerlink" href="#queues">#</a></h1>
<p class="lead">Who waits, and why?</p><p class="meta">20 minutes</p>
<section id="growth"><h2>Growth</h2>
<p id="one">A queue grows when <a class="term" href="t.html">arrivals</a><span class="definition">People.</span> are
many and the baker who serves them all is slow. The rest of this paragraph is only said.</p>
<p>A second idea stands here, below the first.</p>
<div class="cell"><div class="cell_output"><div class="output text_html">{LAB}</div></div></div>
<p>After the lab: <a href="#lab-wait?n=2">set it to two</a>, or see <a href="other.html#x">elsewhere</a>.
Unshown words.</p>
<section class="question" id="question-q"><p class="label">Question</p><form>
<div class="prompt"><p>Does it shrink?</p></div>
<div class="answer"><input type="radio" value="0"><label>It does.</label></div>
<div class="answer"><input type="radio" value="1"><label>It does not.</label></div></form>
<div class="feedback"></div><script type="application/json" class="key">
{{"right": [1], "feedback": ["SECRET"]}}</script></section>
<details class="teacher"><summary>For the teacher</summary><p>Say this aloud.</p></details>
<ul><li><p>First point.</p></li><li><p>Second point.</p></li></ul>
</section>
<section class="calibration" id="calibration"><p class="says">Your guesses.</p></section>
<section id="teachers"><h2>For the teacher</h2><p>Hidden.</p>
<section class="worksheet"><p>A sheet.</p></section></section>
</section>"""


def slides() -> list[Slide]:
    clean = partial(cleaned, page="chapters/q.html", deck="slides/q.html", labs=frozenset({"wait"}))
    return Outline(read(PAGE), clean, "Bread · Chapter 1").slides


def test_each_part_has_its_slides_in_the_order_of_the_page() -> None:
    assert [(one.kind, one.name) for one in slides()] == [
        ("title", "Queues"),
        ("text", "Growth"),
        ("lab", "Growth"),
        ("question", "Growth"),
        ("text", "Growth"),
        ("end", "The text behind these slides"),
    ]


def test_leads_are_shown_and_the_rest_is_noted() -> None:
    _, text, lab, question, points, _ = slides()
    assert "A queue grows when arrivals are many" in " ".join(text.body.split())
    assert "only said" not in text.body
    assert "A second idea stands here" in text.body
    assert "only said" in "".join(text.notes)
    assert LAB in lab.body
    assert "Unshown words." in "".join(question.notes) and "Say this aloud." in "".join(question.notes)
    assert "<li>First point.</li><li>Second point.</li>" in points.body


def test_a_question_shows_its_choices_and_no_answer() -> None:
    asked = slides()[3]
    assert "Does it shrink?" in asked.body and "<li>It does.</li><li>It does not.</li>" in asked.body
    held = "".join(one.body + "".join(one.notes) for one in slides())
    assert not [word for word in ("SECRET", "Your guesses", "A sheet", "Hidden", "People.", 'id="one"') if word in held]


def test_links_lead_from_the_deck_where_they_led_from_the_page() -> None:
    notes = "".join(slides()[3].notes)
    assert 'href="#lab-wait?n=2"' in notes and 'href="../chapters/other.html#x"' in notes
    here = partial(address, page="a/b.html", deck="slides/b.html", labs=frozenset[str]())
    assert here("#lab-x?n=1") == "../a/b.html#lab-x?n=1"
    assert here("../index.html") == "../index.html" and here("https://example.org/#a") == "https://example.org/#a"
