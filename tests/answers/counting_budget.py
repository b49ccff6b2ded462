# %% right: argmax: argmax on the truth values after any().
def budget_needed(points, troops_share):
    """Return the smallest budget (0.1, 0.2, … 20) whose deterrence value is at least so many points, or None."""
    grid = np.linspace(0.1, 20, 200)
    reached = 100 * value(grid, troops_share) >= points
    if not reached.any():
        return None
    return round(float(grid[reached.argmax()]), 1)


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% right: loop: a plain loop over whole tenths and the values of one call.
def budget_needed(points, troops_share):
    """Return the smallest budget (0.1, 0.2, … 20) whose deterrence value is at least so many points, or None."""
    values = value(np.arange(1, 201) / 10, troops_share)
    for tenth in range(1, 201):
        budget = tenth / 10
        if 100 * float(values[tenth - 1]) >= points:
            return budget
    return None


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% right: mask: one call for the whole array, then the first of the budgets that are left.
def budget_needed(points, troops_share):
    """Return the smallest budget (0.1, 0.2, … 20) whose deterrence value is at least so many points, or None."""
    budgets = np.arange(1, 201) / 10
    enough = budgets[value(budgets, troops_share) * 100 >= points]
    return float(enough[0]) if len(enough) else None


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% right: min comprehension: min() over all budgets that do, with a default.
def budget_needed(points, troops_share):
    """Return the smallest budget (0.1, 0.2, … 20) whose deterrence value is at least so many points, or None."""
    budgets = [step / 10 for step in range(1, 200 + 1)]
    found = value(np.asarray(budgets), troops_share)
    return min((b for i, b in enumerate(budgets) if 100 * found[i] >= points), default=None)


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% right: next: next() with a default over pairs of budget and value.
def budget_needed(wanted, share):
    """Return the smallest budget (0.1, 0.2, … 20) whose deterrence value is at least so many points, or None."""
    budgets = [round(0.1 * i, 1) for i in range(1, 201)]
    values = value(np.array(budgets), share)
    return next((b for b, v in zip(budgets, values) if v * 100 >= wanted), None)


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% right: pandas: a Series of values by budget and a boolean filter.
import pandas as pd


def budget_needed(points, troops_share):
    """Return the smallest budget (0.1, 0.2, … 20) whose deterrence value is at least so many points, or None."""
    budgets = np.arange(0.1, 20.05, 0.1).round(1)
    table = pd.Series(100 * value(budgets, troops_share), index=budgets)
    good = table[table >= points]
    if good.empty:
        return None
    return float(good.index.min())


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% right: while: a while loop that counts tenths, so that no rounding error adds up.
def budget_needed(points, troops_share):
    """Return the smallest budget (0.1, 0.2, … 20) whose deterrence value is at least so many points, or None."""
    values = value(np.array([t / 10 for t in range(1, 201)]), troops_share)
    tenths = 1
    while tenths <= 200:
        if values[tenths - 1] * 100 >= points:
            return tenths / 10
        tenths += 1


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% wrong: arange misses 20 float
def budget_needed(points, troops_share):
    for b in np.arange(0.1, 20, 0.1):
        if 100 * value(b, troops_share) >= points:
            return round(b, 1)
    return None


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% wrong: closest
def budget_needed(points, troops_share):
    budgets = np.arange(1, 201) / 10
    v = 100 * value(budgets, troops_share)
    if v.max() < points: return None
    return budgets[np.argmin(abs(v - points))]


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% wrong: misses 20
def budget_needed(points, troops_share):
    budgets = np.arange(1, 200) / 10
    good = 100 * value(budgets, troops_share) >= points
    return budgets[good][0] if good.any() else None


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% wrong: starts at zero
def budget_needed(points, troops_share):
    budgets = np.arange(0, 201) / 10
    good = 100 * value(budgets, troops_share) >= points
    return budgets[good][0] if good.any() else None


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% wrong: strict greater
def budget_needed(points, troops_share):
    budgets = np.arange(1, 201) / 10
    good = 100 * value(budgets, troops_share) > points
    return budgets[good][0] if good.any() else None


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% wrong: argmax without any: argmax without any(): returns 0.1 instead of None if no budget is enough.
def budget_needed(points, troops_share):
    """Return the smallest budget (0.1, 0.2, … 20) whose deterrence value is at least so many points, or None."""
    budgets = np.arange(1, 201) / 10
    return float(budgets[(100 * value(budgets, troops_share) >= points).argmax()])


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% wrong: interpolates: interpolates between the steps (2.37 ...) instead of giving one of the budgets 0.1, 0.2 ...
def budget_needed(points, troops_share):
    """Return the smallest budget (0.1, 0.2, … 20) whose deterrence value is at least so many points, or None."""
    budgets = np.arange(1, 201) / 10
    values = 100 * value(budgets, troops_share)
    if values.max() < points:
        return None
    i = int((values >= points).argmax())
    if i == 0:
        return 0.1
    return float(np.interp(points, values[i - 1 : i + 1], budgets[i - 1 : i + 1]))


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% wrong: misses twenty: stops before 20, so that a value which only 20 reaches gives None.
def budget_needed(points, troops_share):
    """Return the smallest budget (0.1, 0.2, … 20) whose deterrence value is at least so many points, or None."""
    values = value(np.arange(1, 201) / 10, troops_share)
    for tenth in range(1, 200):
        if 100 * float(values[tenth - 1]) >= points:
            return tenth / 10
    return None


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% wrong: returns index: returns the place in the array and not the budget.
def budget_needed(points, troops_share):
    """Return the smallest budget (0.1, 0.2, … 20) whose deterrence value is at least so many points, or None."""
    budgets = np.arange(1, 201) / 10
    reached = 100 * value(budgets, troops_share) >= points
    return int(reached.argmax()) if reached.any() else None


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]


# %% wrong: starts at nought: begins at a budget of 0, which is no allowed answer; shows for points of 0 or less.
def budget_needed(points, troops_share):
    """Return the smallest budget (0.1, 0.2, … 20) whose deterrence value is at least so many points, or None."""
    budgets = np.arange(0, 201) / 10
    enough = budgets[100 * value(budgets, troops_share) >= points]
    return float(enough[0]) if len(enough) else None


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]
