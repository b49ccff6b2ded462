"""The smallest changes that flip a ranking: by hand, against brute force, and in the model itself."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deterrence.analysis import BANDS, PACKAGES, deterred, joint_flip, single_flips
from deterrence.analysis.nearest import first_flips, nearest_flip

BOX = (np.array([-1.0, -1.0]), np.array([1.0, 1.0]))


def plane(slope, level):
    return lambda points: points @ np.array(slope) - level


def test_to_a_plane_it_is_level_over_length_of_slope():
    # 3x + 4y = 2 is 2/5 away from 0, at (.24, .32)
    assert nearest_flip(plane([3.0, 4.0], 2.0), *BOX) == pytest.approx([0.24, 0.32], abs=1e-6)


def test_a_box_in_the_way_makes_the_other_parameter_move_more():
    # x may go no further than .1: then 3 * .1 + 4y = 2 asks for y = .425
    high = np.array([0.1, 1.0])
    assert nearest_flip(plane([3.0, 4.0], 2.0), BOX[0], high) == pytest.approx([0.1, 0.425], abs=1e-6)


def test_out_of_reach_is_none():
    assert nearest_flip(plane([1.0, 1.0], 2.5), *BOX) is None
    assert np.isnan(first_flips(plane([1.0, 1.0], 2.5), np.eye(2))).all()


def test_a_sign_that_changes_twice_is_caught_at_the_first():
    band = lambda points: (points[:, 0] - 0.3) * (points[:, 0] - 0.5)  # noqa: E731
    assert first_flips(band, np.array([[1.0], [-1.0]]))[0] == pytest.approx(0.3)


def test_a_circle_is_reached_at_its_nearest_side():
    centre, radius = np.array([0.6, 0.3]), 0.25
    found = nearest_flip(lambda points: np.sum((points - centre) ** 2, axis=1) - radius**2, *BOX)
    assert np.linalg.norm(found) == pytest.approx(np.linalg.norm(centre) - radius, abs=1e-4)


def test_where_nobody_is_ahead_nothing_can_flip():
    with pytest.raises(ValueError, match="Neither is ahead"):
        single_flips(PACKAGES["army"], PACKAGES["army"])


@settings(max_examples=60, deadline=None)
@example([0.625, 0.625], 1.09375, [0.0, -0.125])  # the nearest change lies on the edge of the box, where lines end
@given(
    st.lists(st.floats(-3, 3), min_size=2, max_size=2),
    st.floats(0.05, 1.5),
    st.lists(st.floats(-0.8, 0.8), min_size=2, max_size=2),
)
def test_what_is_found_flips_and_nothing_nearer_on_a_grid_does(slope, level, curve):
    def margin(points):
        return points @ np.array(slope) + points**2 @ np.array(curve) - level

    axis = np.linspace(-1, 1, 81)
    grid = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
    flipped = grid[margin(grid) > 1e-12 * level]
    found = nearest_flip(margin, *BOX)
    if found is None:
        assert len(flipped) == 0
    else:
        assert margin(found[None])[0] > 0
        assert np.all(np.abs(found) <= 1 + 1e-12)
        assert np.linalg.norm(found) <= 1.005 * np.linalg.norm(flipped, axis=1).min(initial=2.0)


PAIRS = [("symbolic", "presence", 1.0), ("symbolic", "presence", 10.0), ("presence", "pillars", 3.0)]


def margin_at(a, b, budget, **values):
    given = {**values, "budget": budget}
    return deterred(PACKAGES[a], **given) - deterred(PACKAGES[b], **given)


@pytest.mark.parametrize(("a", "b", "budget"), PAIRS)
def test_single_flips_of_the_model_really_flip_and_none_on_a_grid_is_smaller(a, b, budget):
    table = single_flips(PACKAGES[a], PACKAGES[b], budget=budget)
    assert set(table["parameter"]) == set(BANDS)
    side = np.sign(margin_at(a, b, budget))
    for row in table.itertuples():
        low, high = BANDS[row.parameter]
        values = np.linspace(low, high, 97)
        lead = np.broadcast_to(side * margin_at(a, b, budget, **{row.parameter: values}), values.shape)
        nearest = np.min(np.abs(values - row.start)[lead < 0], initial=np.inf) / (high - low)
        if np.isnan(row.shift):
            assert nearest == np.inf, row.parameter
        else:
            assert side * margin_at(a, b, budget, **{row.parameter: row.there}) < 0, row.parameter
            assert abs(row.shift) <= nearest, row.parameter


@pytest.mark.parametrize(("a", "b", "budget"), PAIRS)
def test_the_joint_flip_of_the_model_flips_and_no_point_nearer_was_found_by_chance(a, b, budget):
    flip = joint_flip(PACKAGES[a], PACKAGES[b], budget=budget)
    side = np.sign(flip.margin)
    there = dict(zip(flip.moves["parameter"], flip.moves["there"], strict=True))
    assert side * margin_at(a, b, budget, **there) < 0
    assert all(BANDS[name][0] - 1e-12 <= value <= BANDS[name][1] + 1e-12 for name, value in there.items())
    assert flip.distance == pytest.approx(np.linalg.norm(flip.moves["shift"]))
    singles = single_flips(PACKAGES[a], PACKAGES[b], budget=budget)["shift"].abs()
    assert flip.distance <= singles.min()
    # Points a little nearer: the found direction and many close to it, and many in any direction.
    random = np.random.default_rng(3)
    names, shift = list(flip.moves["parameter"]), flip.moves["shift"].to_numpy()
    start, width = flip.moves["start"].to_numpy(), np.array([BANDS[n][1] - BANDS[n][0] for n in names])
    ways = np.vstack(
        [shift + s * flip.distance * random.standard_normal((2000, len(names))) for s in (0, 0.05, 0.3, 3)]
    )
    points = start + 0.97 * flip.distance * ways / np.linalg.norm(ways, axis=1, keepdims=True) * width
    low, high = np.array([BANDS[n] for n in names]).T
    columns = dict(zip(names, np.clip(points, low, high).T, strict=True))
    assert np.all(side * margin_at(a, b, budget, **columns) > 0)


def test_a_parameter_that_does_not_matter_cannot_be_asked_about():
    with pytest.raises(ValueError, match="do not rest on bluff_gain"):
        single_flips(PACKAGES["symbolic"], PACKAGES["presence"], bands={"bluff_gain": (0.2, 0.6)})
