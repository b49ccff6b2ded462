"""Who has given, and said that it would come?

Complete `willing` so that it returns a table of those providers that have given military aid *and* whose latest word on troops in Ukraine is not a no.

- `figures` has one row per `provider`, `measure` and `as_of`, with a `value`; the measure you need is `military aid`, in billion euros. Of several rows of one provider the latest counts (no two have the same date).
- `statements` has one row per `provider` and `as_of`, with a `stance`. The latest counts here too. A no is the stance `no troops in Ukraine`, and no other.

Columns of the answer: `provider`, `aid`, `stance`, and no others; the largest giver first. Rows come in any order, and both tables must stay as they are. A provider without a figure or without a statement is left out.
"""
# %% setup
import pandas as pd

from deterrence.evidence import provider_statements, providers

FIGURES, STATEMENTS = providers(), provider_statements()


# %% solution
def willing(figures, statements):
    """Return provider, aid and stance of those that gave military aid and have not last said no, the largest giver first."""
    ### BEGIN SOLUTION
    aid = figures[figures["measure"] == "military aid"].sort_values("as_of").groupby("provider")["value"].last().rename("aid")
    stance = statements.sort_values("as_of").groupby("provider")["stance"].last()
    table = pd.concat([aid, stance], axis=1, join="inner").rename_axis("provider").reset_index()
    return table[table["stance"] != "no troops in Ukraine"].sort_values("aid", ascending=False)
    ### END SOLUTION


willing(FIGURES, STATEMENTS)

# %% hints
HINTS = [
    "First the figures: choose the rows of one measure, sort them by date, and take the last value of each provider: `.sort_values(…).groupby(…)[…].last()`.",
    "The same for the statements. Choose *after* taking the last word: one who said no once may have changed its mind since.",
    "Two columns with the same index, the provider, stand side by side with `pd.concat([a, b], axis=1, join=\"inner\")`; `inner` keeps those that are in both.",
]
# %% tests
from coursekit.exercise.answer import same
from coursekit.exercise.answer import table as table_of

COLUMNS = ("provider", "aid", "stance")
TOY_FIGURES = pd.DataFrame(
    [
        ("Avalon", "military aid", "2024-01-31", 1.0),
        ("Avalon", "military aid", "2024-11-30", 4.0),
        ("Borduria", "military aid", "2025-01-31", 9.0),
        ("Cimmeria", "military aid", "2024-01-31", 8.0),
        ("Cimmeria", "military aid", "2025-01-31", 6.0),
        ("Dilmun", "military aid", "2025-01-31", 2.0),
        ("Elbonia", "financial aid", "2025-01-31", 50.0),
    ],
    columns=["provider", "measure", "as_of", "value"],
)
TOY_STATEMENTS = pd.DataFrame(
    [
        ("Avalon", "2025-03-01", "no troops in Ukraine"),
        ("Avalon", "2025-11-20", "open, on conditions"),
        ("Borduria", "2026-01-06", "no troops in Ukraine"),
        ("Borduria", "2025-03-01", "open, on conditions"),
        ("Cimmeria", "2026-01-06", "troops in Ukraine after a ceasefire"),
        ("Elbonia", "2026-01-06", "open, on conditions"),
    ],
    columns=["provider", "as_of", "stance"],
)


def answer():
    """The learner's table on made-up providers, after a look at its form."""
    found = table_of(willing(TOY_FIGURES, TOY_STATEMENTS), *COLUMNS)
    more = [str(name) for name in found.columns if name not in COLUMNS]
    assert not more, f"There is a column more than asked for: `{more[0]}`."
    return found


def test_gives_a_table():
    """The answer must be a table with the columns `provider`, `aid` and `stance`."""
    answer()


def test_military_aid_only():
    """Elbonia gave money, but no military aid: it does not belong."""
    assert "Elbonia" not in set(answer()["provider"])


def test_both_a_figure_and_a_word():
    """Dilmun gave, but we hold no word of it: leave it out."""
    assert "Dilmun" not in set(answer()["provider"])


def test_the_latest_word_counts():
    """Avalon said no first and is open now; Borduria was open and says no now: the latest word of each counts."""
    found = set(answer()["provider"])
    assert "Avalon" in found, "Avalon is missing."
    assert "Borduria" not in found, "Borduria is in it."


def test_the_latest_figure_counts():
    """The latest figure of each counts, not the largest or the first: Avalon's is 4 (once 1), Cimmeria's is 6 (once 8)."""
    for provider, wanted in (("Avalon", 4), ("Cimmeria", 6)):
        found = float(answer().set_index("provider").loc[provider, "aid"])
        assert found == wanted, f"For {provider} yours is {found:g}."


def test_only_one_stance_is_a_no():
    """Only `no troops in Ukraine` is a no: “not decided yet” and “not to fight, only to train” are none."""
    for stance in ("not decided yet", "not to fight, only to train", "no troops in Ukraine before a ceasefire"):
        words = TOY_STATEMENTS.replace("troops in Ukraine after a ceasefire", stance)
        found = [*table_of(willing(TOY_FIGURES, words), *COLUMNS)["provider"]]
        assert "Cimmeria" in found, f"Cimmeria says “{stance}”, and is missing."


def test_the_largest_giver_first():
    """Cimmeria gave more than Avalon, so it comes first."""
    assert list(answer()["provider"]) == ["Cimmeria", "Avalon"], f"Your order is {', '.join(answer()['provider'])}."


def test_rows_in_any_order():
    """The rows of both tables come in any order: the date says which is the latest, the aid which giver is the largest."""
    found = table_of(willing(TOY_FIGURES.iloc[::-1], TOY_STATEMENTS.iloc[::-1]), *COLUMNS)
    rows = [("Cimmeria", 6.0, "troops in Ukraine after a ceasefire"), ("Avalon", 4.0, "open, on conditions")]
    wanted = pd.DataFrame(rows, columns=COLUMNS)
    assert same(found, wanted, ordered=True), f"The rows should be {rows}; yours are {found[[*COLUMNS]].values.tolist()}."


# %% cases
ORDERED = True


def compared(answer):
    """The table, and that it has no column more."""
    return [answer, sorted(answer.columns)]


def cases(rng):
    names = ["Avalon", "Borduria", "Cimmeria", "Dilmun", "Elbonia", "Freedonia"]
    stances = ["no troops in Ukraine", "open, on conditions", "support from outside Ukraine", "troops in Ukraine after a ceasefire", "not decided yet"]
    made = []
    for _ in range(12):
        aid = rng.sample(range(1, 400), 12)
        figures = [(n, "military aid", f"202{y}-0{rng.randint(1, 9)}-28", aid.pop() / 10) for n in names[:5] for y in (4, 6)]
        figures += [("Freedonia", "financial aid", "2026-01-31", 99.0)]
        words = [(n, f"202{y}-0{rng.randint(1, 9)}-11", rng.choice(stances)) for n in names[1:] for y in (4, 5)]
        rng.shuffle(figures), rng.shuffle(words)
        made.append(
            {
                "figures": pd.DataFrame(figures, columns=["provider", "measure", "as_of", "value"]),
                "statements": pd.DataFrame(words, columns=["provider", "as_of", "stance"]),
            }
        )
    return made


# %% mistakes
def _joined(figures, statements):
    aid = figures[figures["measure"] == "military aid"].sort_values("as_of").groupby("provider")["value"].last().rename("aid")
    stance = statements.sort_values("as_of").groupby("provider")["stance"].last()
    return pd.concat([aid, stance], axis=1, join="inner").rename_axis("provider").reset_index()


def mistake_any_word_but_no(figures, statements):
    """test_the_latest_word_counts"""
    kept = statements[statements["stance"] != "no troops in Ukraine"]
    return _joined(figures, kept).sort_values("aid", ascending=False)


def mistake_smallest_first(figures, statements):
    """test_the_largest_giver_first"""
    table = _joined(figures, statements)
    return table[table["stance"] != "no troops in Ukraine"].sort_values("aid")


def mistake_every_measure(figures, statements):
    """test_military_aid_only"""
    table = _joined(figures.assign(measure="military aid"), statements)
    return table[table["stance"] != "no troops in Ukraine"].sort_values("aid", ascending=False)


def mistake_keeps_those_without_a_word(figures, statements):
    """test_both_a_figure_and_a_word"""
    aid = figures[figures["measure"] == "military aid"].sort_values("as_of").groupby("provider")["value"].last().rename("aid")
    stance = statements.sort_values("as_of").groupby("provider")["stance"].last()
    table = pd.concat([aid, stance], axis=1).dropna(subset=["aid"]).rename_axis("provider").reset_index()
    return table[table["stance"] != "no troops in Ukraine"].sort_values("aid", ascending=False)
