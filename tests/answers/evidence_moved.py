# %% right: formula: a formula in whole numbers, rounded up.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    gap = abs(with_wars * without_years - without_wars * with_years)
    return -(-gap // (with_years + without_years))


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% right: fractions: exact fractions and math.ceil.
from fractions import Fraction
from math import ceil


def moved(a, m, b, n):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    difference = abs(Fraction(a, m) - Fraction(b, n))
    return ceil(difference / (Fraction(1, m) + Fraction(1, n)))


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% right: next: next() over the numbers from 0, a helper for the rate, sorted groups.
def rate(group):
    wars, years = group
    return wars / years


def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    groups = [(with_wars, with_years), (without_wars, without_years)]
    (low, low_years), (high, high_years) = sorted(groups, key=rate)
    return next(k for k in range(high + 1) if rate((high - k, high_years)) <= rate((low + k, low_years)))


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% right: numpy: NumPy: all possible numbers at once, argmax of the first that does.
import numpy as np


def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    wars = np.array([with_wars, without_wars])
    years = np.array([with_years, without_years])
    top = int(np.argmax(wars / years))
    k = np.arange(wars[top] + 1)
    after = (wars[top] - k) * years[1 - top] <= (wars[1 - top] + k) * years[top]
    return int(np.argmax(after))


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% right: recursion: calls itself with one war on the other side, and cross-multiplies.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    if with_wars * without_years < without_wars * with_years:
        return moved(without_wars, without_years, with_wars, with_years)

    def step(w, o):
        return 0 if w * without_years <= o * with_years else 1 + step(w - 1, o + 1)

    return step(with_wars, without_wars)


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% right: two loops: one loop for each direction.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    number = 0
    if with_wars / with_years > without_wars / without_years:
        while (with_wars - number) / with_years > (without_wars + number) / without_years:
            number = number + 1
    elif without_wars / without_years > with_wars / with_years:
        while (without_wars - number) / without_years > (with_wars + number) / with_years:
            number = number + 1
    return number


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% right: while: swaps the groups if need be and moves war after war.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    high, high_years, low, low_years = with_wars, with_years, without_wars, without_years
    if high / high_years < low / low_years:
        high, high_years, low, low_years = low, low_years, high, high_years
    count = 0
    while high / high_years > low / low_years:
        high -= 1
        low += 1
        count += 1
    return count


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: argument order: takes the arguments for wars, wars, years, years.
def moved(with_wars, without_wars, with_years, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    gap = abs(with_wars * without_years - without_wars * with_years)
    return -(-gap // (with_years + without_years))


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: counts not rates: compares the numbers of wars and not the rates.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    high, low = max(with_wars, without_wars), min(with_wars, without_wars)
    k = 0
    while high - k > low + k:
        k += 1
    return k


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: down plus one: rounds down and adds one: one too many where the rates meet exactly, and 1 for equal rates.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    gap = abs(with_wars * without_years - without_wars * with_years)
    return gap // (with_years + without_years) + 1


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: equal is none: returns None for equal rates.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    gap = abs(with_wars * without_years - without_wars * with_years)
    return -(-gap // (with_years + without_years)) or None


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: fraction of a war: gives a broken number of wars (6.3) and no whole one.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    gap = abs(with_wars * without_years - without_wars * with_years)
    return gap / (with_years + without_years)


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: more wars: moves from the group with more wars and not with the higher rate; shows for 17 in 4301 and 16 in 1505.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    if with_wars < without_wars:
        with_wars, with_years, without_wars, without_years = without_wars, without_years, with_wars, with_years
    k = 0
    while (with_wars - k) / with_years > (without_wars + k) / without_years:
        k += 1
    return k


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: one direction: takes for granted that the group with a pact has the higher rate; 0 for the other case.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    k = 0
    while (with_wars - k) / with_years > (without_wars + k) / without_years:
        k += 1
    return k


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: only taken: takes the wars from one group but does not count them in the other.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    if with_wars / with_years < without_wars / without_years:
        with_wars, with_years, without_wars, without_years = without_wars, without_years, with_wars, with_years
    k = 0
    while (with_wars - k) / with_years > without_wars / without_years:
        k += 1
    return k


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: rounded rates: rounds the rates to two places before it compares; shows for the data shown (0.01 and 0.00).
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    if with_wars / with_years < without_wars / without_years:
        with_wars, with_years, without_wars, without_years = without_wars, without_years, with_wars, with_years
    k = 0
    while round((with_wars - k) / with_years, 2) > round((without_wars + k) / without_years, 2):
        k += 1
    return k


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: rounds: rounds to the nearest whole number instead of up; shows where 1.3 wars would be needed.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    gap = abs(with_wars * without_years - without_wars * with_years)
    return round(gap / (with_years + without_years))


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: rounds down: rounds down: with so many wars moved the rate is still higher.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    gap = abs(with_wars * without_years - without_wars * with_years)
    return gap // (with_years + without_years)


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: signed: gives a number below nought if the group without a pact has the higher rate.
from math import ceil


def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    gap = with_wars * without_years - without_wars * with_years
    return ceil(gap / (with_years + without_years))


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: starts at one: at least one war is always moved; shows for equal rates.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    if with_wars / with_years < without_wars / without_years:
        with_wars, with_years, without_wars, without_years = without_wars, without_years, with_wars, with_years
    k = 1
    while (with_wars - k) / with_years > (without_wars + k) / without_years:
        k += 1
    return k


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: until lower: moves until the rate is lower, also where equal rates are enough; shows for moved(4, 10, 2, 10): 2 and not 1.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    if with_wars * without_years == without_wars * with_years:
        return 0
    if with_wars * without_years < without_wars * with_years:
        with_wars, with_years, without_wars, without_years = without_wars, without_years, with_wars, with_years
    k = 0
    while (with_wars - k) * without_years >= (without_wars + k) * with_years:
        k += 1
    return k


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: war by war swap: returns how many wars are left in the higher group and not how many were moved.
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    if with_wars / with_years < without_wars / without_years:
        with_wars, with_years, without_wars, without_years = without_wars, without_years, with_wars, with_years
    while with_wars / with_years > without_wars / without_years:
        with_wars -= 1
        without_wars += 1
    return with_wars


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))


# %% wrong: years move too: moves a year together with each war, though the years stay as they are; shows plainly for few years: moved(5, 10, 0, 4).
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    if with_wars / with_years < without_wars / without_years:
        with_wars, with_years, without_wars, without_years = without_wars, without_years, with_wars, with_years
    k = 0
    while with_years - k > 0 and (with_wars - k) / (with_years - k) > (without_wars + k) / (without_years + k):
        k += 1
    return k


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))
