"""The clause reader: what each clause of a guarantee obliges, when, and on whose word."""

from __future__ import annotations

from html import escape

import pandas as pd

from coursekit.lab.declare import Passage
from coursekit.lab.display import TextLab
from coursekit.words.plurals import category
from deterrence.evidence import clauses, texts

RUNGS = ("abstain", "declare", "consult", "may act", "must act", "must act by all means")
CLAUSES = {"one": "clause", "other": "clauses"}
COLUMNS = ("Text", "Article", "Who", "Must do what", "When", "How strongly", "Who judges", "Standing", "Source")


def _rung(strength: str) -> str:
    level = RUNGS.index(strength) + 1
    steps = "".join(f'<i class="{"on" if step < level else "off"}"></i>' for step in range(len(RUNGS)))
    return f'<span class="rung"><span class="steps" aria-hidden="true">{steps}</span> {escape(strength)}</span>'


def _clause(row: pd.Series) -> str:
    unverified = ' <span class="badge">unverified</span>' if row["standing"] == "unverified" else ""
    note = f'<span class="remark">{escape(row["note"])}</span>' if isinstance(row["note"], str) and row["note"] else ""
    return (
        f"<li><p><b>{escape(row['article'])}</b> {escape(row['who'])} {escape(row['modal'])} {escape(row['duty'])},"
        f" {escape(row['trigger'])}.{unverified}</p>"
        f'<p class="how">{_rung(row["strength"])}<span class="judge">Who judges: {escape(row["judge"])}</span></p>'
        f"{note}</li>"
    )


def _sentence(about: pd.Series, rows: pd.DataFrame) -> str:
    name, top = about["text"], max(rows["strength"], key=RUNGS.index)
    count = f"{len(rows)} {CLAUSES[category('en', len(rows))]}"
    must, named = int((rows["automatic"] >= 2).sum()), int((rows["judge"] == "nobody is named").sum())
    soldiers = rows["help"].isin(["military", "military possible"]).any()
    said = f"{name}: {count}; the strongest verb is “{top}”. "
    said += "Help is owed, once the case has come. " if must else "No help is owed before someone decides to give it. "
    said += "Armed help is among what it offers. " if soldiers else "No clause offers armed help. "
    return said + (f"In {named} of {len(rows)} nobody is named to judge." if named else "Each names its judge.")


def _passage(about: pd.Series, rows: pd.DataFrame) -> Passage:
    dated = pd.Timestamp(about["dated"])
    html = (
        f'<p class="about">{escape(about["form"].capitalize())}, {dated.day} {dated:%B %Y}.'
        f" Promised by {escape(about['givers'])} to {escape(about['receiver'])}.</p>"
        f'<ol class="clauses">{"".join(_clause(row) for _, row in rows.iterrows())}</ol>'
        f'<p class="fate"><b>What came of it.</b> {escape(about["fate"])}</p>'
    )
    columns = ["text", "article", "who", "duty", "trigger", "strength", "judge", "standing", "source"]
    table = [[str(cell) for cell in row] for row in rows[columns].to_numpy().tolist()]
    return Passage(f"{about['text']}, {dated:%Y}", html, _sentence(about, rows), table)


def _passages() -> dict[str, Passage]:
    table = clauses()
    return {
        about["text_id"]: _passage(about, table[table["text_id"] == about["text_id"]])
        for _, about in texts().iterrows()
    }


LAB = TextLab(
    id="clauses",
    title="the clause reader",
    question="Who must do what, when, and on whose word?",
    name="text_id",
    label="Read",
    passages=_passages(),
    columns=COLUMNS,
    caption="The duties are in our own words. A rung says how strong a clause’s verb is, not whether it was kept;"
    " a second, independent reading is still to come.",
    badges=("estimated",),
)
