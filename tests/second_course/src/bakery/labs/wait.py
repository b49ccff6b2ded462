"""How the queue grows as customers come faster."""

import altair as alt

from coursekit.lab.declare import Axis, Say, Slider
from coursekit.lab.display import Lab
from coursekit.model.graph import Graph
from coursekit.model.quantity import Symbol, quantity

SYMBOLS = {
    "arrivals": Symbol("a", "customers that come", "an hour", 0, 59),
    "served": Symbol("b", "customers that one baker can serve", "an hour", 60, 200),
    "queue": Symbol("q", "customers in the shop", "customers"),
}


@quantity(SYMBOLS)
def queue(arrivals=30.0, served=60.0):
    """Customers in the shop, in the long run."""
    return arrivals / (served - arrivals)


def chart(curve, point):
    """One line a baker, and a dot where the reader is."""
    x, y = alt.X("arrivals:Q", title="Customers an hour"), alt.Y("queue:Q", title="In the shop")
    line = alt.Chart(curve).mark_line().encode(x=x, y=y, strokeDash="series:N")
    return line + alt.Chart(point).mark_circle(size=90).encode(x=x, y=y)


LAB = Lab(
    id="wait",
    title="the queue",
    question="How does the queue grow as customers come faster?",
    model=Graph([queue], SYMBOLS),
    show=("queue",),
    compare={"slow": {"served": 60.0}, "quick": {"served": 80.0}},
    labels={"slow": "A slow baker", "quick": "A quick baker"},
    controls=[Slider("arrivals", "Customers an hour", 0, 58, 1)],
    draws={},
    x=Axis("arrivals", 0, 58, 30),
    chart=chart,
    says=[[Say("{slow.queue:.1f} customers wait for the slow baker, {quick.queue:.1f} for the quick one.")]],
)
