# %% right: bisection: doubles an upper bound and halves the interval.
def quiet_needed(w, y):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if w == 0:
        return None
    per_year = (1 - w / y) ** PAIRS
    low, high = 0, 1
    while per_year**high > DOUBT:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        if per_year**middle > DOUBT:
            low = middle
        else:
            high = middle
    return high


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% right: itertools next: next() over itertools.count with a helper for the chance.
from itertools import count


def luck(rate, n):
    return pow(1 - rate, n * PAIRS)


def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    rate = wars / years
    return next(n for n in count(1) if luck(rate, n) <= DOUBT) if rate > 0 else None


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% right: logarithm: the logarithm, rounded up; a war in every year is looked at on its own.
from math import ceil, log


def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if not wars:
        return None
    quiet = 1 - wars / years
    if quiet <= 0:
        return 1
    return ceil(log(DOUBT) / (PAIRS * log(quiet)))


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% right: numpy: log1p from NumPy, infinite for a certain war, at least one year.
import numpy as np


def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    with np.errstate(divide="ignore"):
        needed = np.log(DOUBT) / (PAIRS * np.log1p(-np.float64(wars) / years))
    return max(1, int(np.ceil(needed)))


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% right: recursion free pair years: counts the years of single pairs first and then rounds up to calendar years.
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars <= 0:
        return None
    pair_years = 0
    chance = 1
    while chance > DOUBT:
        chance = chance * (1 - wars / years)
        pair_years += 1
    return -(-pair_years // PAIRS)


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% right: running product: multiplies year by year and pair by pair.
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars < 1:
        return None
    chance = 1.0
    calendar_years = 0
    while chance > DOUBT:
        calendar_years += 1
        for _ in range(PAIRS):
            chance *= (years - wars) / years
    return calendar_years


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% right: while: a loop that counts up the years and works out the chance of quiet each time.
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    n = 1
    while (1 - wars / years) ** (PAIRS * n) > DOUBT:
        n += 1
    return n


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: poisson
import math
def quiet_needed(wars, years):
    if wars == 0: return None
    return math.ceil(-math.log(DOUBT) / (PAIRS * wars / years))


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: added up rate: adds the rates of the pairs (1 - PAIRS times rate) instead of multiplying their quiet; shows for frequent wars, 1 in 2.
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    quiet = max(0.0, 1 - PAIRS * wars / years)
    n = 1
    while quiet**n > DOUBT:
        n += 1
    return n


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: any pair quiet: the chance that at least one pair stays quiet, not all of them.
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    n = 1
    while 1 - (1 - (1 - wars / years) ** n) ** PAIRS > DOUBT:
        n += 1
    return n


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: at least one minus doubt: waits until quiet has a chance of at most 1 - DOUBT.
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    n = 1
    while (1 - wars / years) ** (PAIRS * n) > 1 - DOUBT:
        n += 1
    return n


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: certain war crashes: takes the logarithm of nought if there was a war in every year (5 wars in 5 years).
from math import ceil, log


def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    return ceil(log(DOUBT) / log((1 - wars / years) ** PAIRS))


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: expected wait: gives the years until a war is expected on average, whatever DOUBT says.
from math import ceil


def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    return ceil(years / (wars * PAIRS))


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: gives up after a century: looks at 100 years only; returns None for rare wars (1 war in 10000 years).
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    for n in range(1, 101):
        if (1 - wars / years) ** (PAIRS * n) <= DOUBT:
            return n
    return None


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: hard coded: knows the answers for the two eras shown only; None for every other count.
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    from math import ceil, log

    known = {(22, 4494): ceil(log(DOUBT) / (PAIRS * log(1 - 22 / 4494))), (18, 1505): ceil(log(DOUBT) / (PAIRS * log(1 - 18 / 1505)))}
    return known.get((wars, years))


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: no war crashes: divides by log(1) = 0 instead of returning None if there is no war.
from math import ceil, log


def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    return ceil(log(DOUBT) / (PAIRS * log(1 - wars / years)))


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: no war zero: returns 0 and not None if the count has no war.
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return 0
    n = 1
    while (1 - wars / years) ** (PAIRS * n) > DOUBT:
        n += 1
    return n


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: one pair: forgets the pairs: the answer is PAIRS times too long.
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    n = 1
    while (1 - wars / years) ** n > DOUBT:
        n += 1
    return n


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: one year late: adds the year before it looks, and returns one year too many.
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    n = 0
    chance = 1
    while chance > DOUBT:
        n += 1
        chance = (1 - wars / years) ** (PAIRS * n)
    return n + 1


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: pair years: returns years of single pairs and not calendar years.
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    n = 1
    while (1 - wars / years) ** (PAIRS * n) > DOUBT:
        n += 1
    return n * PAIRS


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: percent doubt: compares the chance in per cent with DOUBT, so that the quiet must last far longer.
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    n = 1
    while 100 * (1 - wars / years) ** (PAIRS * n) > DOUBT:
        n += 1
    return n


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: poisson: takes exp(-rate) for a year of quiet, as if a year could bring many wars; shows plainly for 9 wars in 10 years.
from math import ceil, log


def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    return ceil(-log(DOUBT) * years / (wars * PAIRS))


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: rounded rate: rounds the rate to two places first; shows for 22 wars in 4494 years (a rate of 0.00 becomes None).
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    rate = round(wars / years, 2)
    if rate == 0:
        return None
    n = 1
    while (1 - rate) ** (PAIRS * n) > DOUBT:
        n += 1
    return n


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: rounds down: rounds the logarithm down: one year too short for nearly every input.
from math import log


def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    if wars == years:
        return 1
    return int(log(DOUBT) / (PAIRS * log(1 - wars / years)))


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}


# %% wrong: straight line: takes the chance of quiet for a straight line that falls by the rate each year.
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    if wars == 0:
        return None
    n = 1
    while 1 - PAIRS * n * wars / years > DOUBT:
        n += 1
    return n


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}
