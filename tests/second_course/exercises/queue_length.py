"""How many wait?

Complete `waiting` so that it returns how many customers are in the shop in the long run.
"""


# %% setup
# %% solution
def waiting(arrivals, served):
    """Return arrivals over the difference of served and arrivals."""
    ### BEGIN SOLUTION
    return arrivals / (served - arrivals)
    ### END SOLUTION


# %% hints
HINTS = ["The nearer arrivals come to served, the longer the queue.", "Divide by the difference of the two."]


# %% tests
def test_half_as_many_as_can_be_served():
    """If half as many come as can be served, one is in the shop."""
    assert waiting(30, 60) == 1


# %% cases
def cases(rng):
    return [dict(arrivals=rng.randint(1, 50), served=rng.randint(60, 90)) for _ in range(10)]


# %% mistakes
def mistake_share(arrivals, served):
    """test_half_as_many_as_can_be_served"""
    return arrivals / served
