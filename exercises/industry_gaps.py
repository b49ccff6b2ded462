"""In which months did aid run thin?

`AID` holds the military aid that all donors together allocated to Ukraine, one row for each month: `month` (a date) and `military`
(billion euros). It is real data.

Call a month *thin* if it brought less than half of the median of the twelve months before it. The first twelve months have no twelve
months before them: they cannot be judged, and none of them is thin.

Complete `thin_months` so that it returns a table of the thin months, in their order, with three columns and no others: `month`, `military`,
and `usual`, the median of the twelve months before, not rounded. The rows of the table are in the order of the months, none is missing.
"""

# %% setup
import altair as alt
import pandas as pd

from deterrence.evidence import aid_months

AID = aid_months()[["month", "military"]]


def draw(thin):
    """Chart all months, the thin ones dark."""
    if not isinstance(thin, pd.DataFrame) or "month" not in thin.columns:
        return "Nothing to draw yet: thin_months returned no table with a column `month`."
    rows = AID.assign(thin=AID["month"].isin(pd.to_datetime(thin["month"])))
    return (
        alt.Chart(rows)
        .mark_bar()
        .encode(
            x=alt.X("month:T", title=None),
            y=alt.Y("military:Q", title="Billion € allocated"),
            opacity=alt.condition("datum.thin", alt.value(1), alt.value(0.3)),
            tooltip=["month:T", "military"],
        )
        .properties(width="container", height=200, title=f"{int(rows['thin'].sum())} thin months of {len(AID)}")
    )


# %% solution
def thin_months(aid):
    """Return the thin months of a table like AID.

    Columns: month, military, usual (the median of the 12 before).
    """
    ### BEGIN SOLUTION
    usual = aid["military"].rolling(12).median().shift(1)
    table = aid.assign(usual=usual)
    return table.loc[table["military"] < table["usual"] / 2, ["month", "military", "usual"]]
    ### END SOLUTION


draw(thin_months(AID))

# %% hints
HINTS = [
    'Begin with the usual. `AID["military"].rolling(12).median()` gives for each month the median of twelve months. Which twelve?',
    "Those twelve include the month itself. `.shift(1)` moves a column down by one row, so that each month meets the median of the months *before*.",
    "Put the usual beside the aid with `aid.assign(usual=...)`. Then keep the rows that are less than half of it. A comparison with a missing number is false, so the first twelve drop out by themselves.",
]
# %% tests
from coursekit.exercise.answer import same
from coursekit.exercise.answer import table as as_table

COLUMNS = ("month", "military", "usual")
START = pd.Timestamp("2001-01-01")


def table_of(values):
    return pd.DataFrame(
        {"month": pd.date_range(START, periods=len(values), freq="MS"), "military": [float(v) for v in values]}
    )


def answer(aid):
    """The learner's table, after a look at its form."""
    found = as_table(thin_months(aid), *COLUMNS)
    more = [str(name) for name in found.columns if name not in COLUMNS]
    assert not more, f"There is a column more than asked for: `{more[0]}`."
    return found


def test_gives_a_table():
    """The answer must be a table (a `DataFrame`) with the columns `month`, `military` and `usual`."""
    answer(AID)


def test_a_steady_flow_is_never_thin():
    """Where each month brings the same, none is thin."""
    found = answer(table_of([4] * 20))
    assert len(found) == 0, f"Yours has {len(found)} rows."


def test_the_first_twelve_months_cannot_be_judged():
    """A month needs twelve months before it to be judged. A poor month in the first year is not thin: there is no usual yet."""
    found = answer(table_of([4, 4, 4, 4, 4, 0.1, 4, 4, 4, 4, 4, 4, 4, 4]))
    assert len(found) == 0, (
        f"Yours calls {found['month'].dt.strftime('%B %Y').iloc[0]} thin, which has too few months before it."
    )


def test_the_month_itself_does_not_count_to_the_usual():
    """The usual is the median of the twelve months *before*, the month itself and the thirteenth before it left out."""
    found = answer(table_of([6, 6, 6, 6, 6, 6, 2, 2, 2, 2, 2, 2, 1.9]))
    assert len(found) == 1, (
        f"After six months of 6 and six of 2 the median is 4, and 1.9 alone is thin; your table has {len(found)} rows."
    )
    assert abs(found["usual"].iloc[0] - 4) < 1e-9, (
        f"The median of the twelve before is 4; yours is {found['usual'].iloc[0]:g}."
    )


def test_usual_is_a_median_and_not_a_mean():
    """One very large month must not change what is usual: take the median, not the mean."""
    found = answer(table_of([1] * 11 + [100] + [1]))
    assert len(found) == 0, "Eleven months of 1 and one of 100: the usual is 1, and another month of 1 is not thin."


def test_thin_is_less_than_half():
    """Thin means less than *half* of the usual. Exactly half is not thin, and a little below the usual is not either."""
    found = answer(table_of([4] * 12 + [2, 3.9, 1.9]))
    assert list(found["military"]) == [1.9], (
        f"After twelve months of 4 come 2, 3.9 and 1.9; yours finds {list(found['military'])}."
    )


def test_the_usual_is_not_rounded():
    """The usual of each thin month is the median as it is, and the table has the thin months in their order."""
    found = answer(table_of([4.25, 4.75, 4.5, 4.25, 5, 4, 4.75, 4, 4.25, 5, 4.5, 4.5, 2, 2.25, 2, 4, 1, 9, 0.5]))
    wanted = pd.DataFrame(
        {
            "month": pd.to_datetime(["2002-01-01", "2002-03-01", "2002-05-01", "2002-07-01"]),
            "military": [2, 2, 1, 0.5],
            "usual": [4.5, 4.375, 4.125, 4.125],
        }
    )
    wanted = wanted[wanted["military"] < wanted["usual"] / 2]
    rows = found[["month", "military", "usual"]]
    assert same(rows, wanted, ordered=True), f"The usuals should be {wanted['usual'].tolist()}; yours are {found['usual'].tolist()}."


def test_nine_months_were_thin():
    """On the real table nine months are thin; the first is September 2023."""
    found = answer(AID)
    assert len(found) == 9, f"Yours finds {len(found)}."
    assert pd.Timestamp(found["month"].iloc[0]) == pd.Timestamp("2023-09-01")


# %% cases
ORDERED = True


def compared(answer):
    """The table, and that it has no column more."""
    return [answer, sorted(answer.columns)]


def cases(rng):
    # Quarters of a billion: a half of a median of them is exact, so that no step of rounding decides what is thin.
    def flow(months):
        return [max(1, round(4 * rng.lognormvariate(1, 0.8))) / 4 for _ in range(months)]

    fixed = [
        [4.0] * 12 + [2.0, 1.75],  # just half, and the first month that can be judged
        [4.0] * 12 + [1.5],
        [1.0, 9.0] * 6 + [2.25, 0.5, 9.0],
        flow(12),
    ]
    return [{"aid": table_of(values)} for values in [*[flow(rng.randint(20, 60)) for _ in range(10)], *fixed]]


def table_of(values):
    return pd.DataFrame(
        {"month": pd.date_range("2001-01-01", periods=len(values), freq="MS"), "military": [float(v) for v in values]}
    )


# %% mistakes
def mistake_counts_the_month_itself(aid):
    """test_the_month_itself_does_not_count_to_the_usual"""
    table = aid.assign(usual=aid["military"].rolling(12).median())
    judged = table.iloc[12:]
    return judged[judged["military"] < judged["usual"] / 2]


def mistake_mean(aid):
    """test_usual_is_a_median_and_not_a_mean"""
    table = aid.assign(usual=aid["military"].rolling(12).mean().shift(1))
    return table[table["military"] < table["usual"] / 2]


def mistake_below_the_usual(aid):
    """test_thin_is_less_than_half"""
    table = aid.assign(usual=aid["military"].rolling(12).median().shift(1))
    return table[table["military"] < table["usual"]]


def mistake_median_of_all(aid):
    """test_the_first_twelve_months_cannot_be_judged"""
    table = aid.assign(usual=aid["military"].median())
    return table[table["military"] < table["usual"] / 2]


def mistake_keeps_all_months(aid):
    """test_a_steady_flow_is_never_thin"""
    return aid.assign(usual=aid["military"].rolling(12).median().shift(1))
