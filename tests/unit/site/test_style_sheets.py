"""A page's one style sheet holds all that its parts need, and finds their files from where it stands."""

import re

from hypothesis import given
from hypothesis import strategies as st

from coursekit.book.site.style_sheets import PLACES, join_sheets, sheet_name

RULES = {
    "course": '/* A comment. */\n@font-face { src: url("fonts/a-latin-400.woff2"); }\n.a { color: red; }\n',
    "lab": ".lab {\n  color: blue; /* why */\n}\n",
    "katex": "@font-face{src:url(fonts/K.woff2) format('woff2')}.katex{color:green}",
    "design": '.sd { background: url("data:image/svg+xml,%3Csvg%3E"); }',
}


@given(names=st.lists(st.sampled_from(sorted(RULES)), unique=True, min_size=1))
def test_every_rule_is_in_it_once_and_in_order(names, tmp_path_factory):
    static = tmp_path_factory.mktemp("static")
    (static / "katex").mkdir()
    for name, text in RULES.items():
        (static / PLACES.get(name, f"{name}.css")).write_text(text, "utf-8")
    made = join_sheets(static, names)
    places = [made.index({"course": ".a", "lab": ".lab", "katex": ".katex", "design": ".sd"}[name]) for name in names]
    assert places == sorted(places) and "/*" not in made
    assert made.count("{") == sum(RULES[name].count("{") for name in names)
    addresses = re.findall(r"url\([\"']?([^\"')]+)", made)
    wanted = {
        "course": "fonts/a-latin-400.woff2",
        "katex": "katex/fonts/K.woff2",
        "design": "data:image/svg+xml,%3Csvg%3E",
    }
    assert addresses == [wanted[name] for name in names if name in wanted]
    assert sheet_name(names) == f"page-{'-'.join(names)}.css"
