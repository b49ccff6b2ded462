"""The signalling game in equilibrium: who ties its hands, who sinks a cost, and where it ends in war."""

from __future__ import annotations

from typing import Any

from coursekit.lab.declare import Axis, Prediction, Preset, Say, Slider, View
from coursekit.lab.display import Lab
from deterrence.labs._shared.charts import Chart, lines
from deterrence.labs._shared.findings import ranked
from deterrence.model import SIGNALLING, draws

X = Axis("determined_share", 0.0, 0.9)
LABELS = {"symbolic": "Hands tied", "tangible": "Costs sunk"}
NAMES = {"symbolic": ("tied hands", "tied hands"), "tangible": ("sunk costs", "sunk costs")}
WAR = ranked("game_war", NAMES, "War is likelier with <first>: {<high>:%}, with <last> {<low>:%}",
             "War is equally likely with either signal: {<high>:%}")  # fmt: skip
WORTH = ranked("game_payoff", NAMES, "A sender is better off with <first>: {<high>:.2f}, with <last> {<low>:.2f}",
               "Either signal is worth the same to a sender: {<high>:.2f}")  # fmt: skip


def chart(curve: Any, point: Any) -> list[Chart]:
    """Return two charts along the share of determined challengers: the risk of war, and the sender's payoff."""
    said = "Challengers who attack whatever happens"
    war = lines(curve, point, "game_war", X, said, LABELS, title="Chance of war", domain=(0, 0.8), ends=tuple(LABELS))
    worth = lines(curve, point, "game_payoff", X, said, LABELS, title="What the game is worth to the sender",
                  domain=(-0.1, 0.6), form="format(datum.value, '.1f')", ends=tuple(LABELS), height=170)  # fmt: skip
    return [war, worth]


LAB = Lab(
    id="signalling",
    title="the signalling game",
    question="If everyone reckons with everyone else, who signals, and which signal is it better to have?",
    model=SIGNALLING,
    show=("game_war", "game_payoff", "senders_share", "signal_size", "bluffs_sent"),
    compare={"symbolic": {"hands_tied": 1.0}, "tangible": {"hands_tied": 0.0}},
    labels=LABELS,
    controls=[
        Slider("determined_share", "Challengers who attack whatever happens", 0.0, 0.9, 0.05, form="%"),
        Slider("signal_errors", "How often a leader errs", 0.0, 0.3, 0.01, form="%"),
        Slider("stand_cost", "What war costs the sender", 0.05, 0.8, 0.05, form=".2f"),
    ],
    draws=draws(),
    x=X,
    chart=chart,
    main=("determined_share", "signal_errors"),
    views=[
        View("War", "game_war", says=WAR),
        View("Worth to the sender", "game_payoff", says=WORTH, form=".2f"),
    ],
    says=[
        [Say("{symbolic.senders_share:%} of senders tie their hands, with a signal of size {symbolic.signal_size:.2f};"
             " {tangible.senders_share:%} sink a cost, of size {tangible.signal_size:.2f}.")],
        [Say("Nobody bluffs: every sender that signals fights if it is challenged.",
             lambda r: (r("symbolic.bluffs_sent") < 0.0005) & (r("tangible.bluffs_sent") < 0.0005)),
         Say("With errors there are bluffs: {symbolic.bluffs_sent:%} of the tied hands and {tangible.bluffs_sent:%} of"
             " the sunk costs come from senders who would give way.")],
        [Say("War is likelier where hands are tied: {symbolic.game_war:%} against {tangible.game_war:%}.",
             lambda r: r("symbolic.game_war") > r("tangible.game_war") + 0.005),
         Say("War is likelier where costs are sunk: {tangible.game_war:%} against {symbolic.game_war:%}.",
             lambda r: r("tangible.game_war") > r("symbolic.game_war") + 0.005),
         Say("The chance of war is about the same with both: {symbolic.game_war:%}.")],
        [Say("On average a sender does better by tying its hands: {symbolic.game_payoff:.2f} against"
             " {tangible.game_payoff:.2f}.", lambda r: r("symbolic.game_payoff") > r("tangible.game_payoff") + 0.005),
         Say("On average a sender does better by sinking costs: {tangible.game_payoff:.2f} against"
             " {symbolic.game_payoff:.2f}.", lambda r: r("tangible.game_payoff") > r("symbolic.game_payoff") + 0.005),
         Say("On average both are worth about the same to a sender: {symbolic.game_payoff:.2f}.")],
    ],
    presets=[
        Preset("Second step: leaders err", {"signal_errors": 0.1}, "One leader in ten does the opposite of what it"
               " means to do. Now some signals are bluffs, and challengers reckon with them."),
        Preset("Few attack whatever happens", {"determined_share": 0.05}, "Nearly all challengers can be deterred."),
        Preset("Few attack, and leaders err", {"determined_share": 0.05, "signal_errors": 0.1}, "Which signal brings"
               " the greater risk of war? Compare with the button before."),
        Preset("War is costly", {"stand_cost": 0.6}, "With a cost of 0.60 and a chance of 60% nobody would fight"
               " without a signal."),
    ],
    predict=Prediction(
        id="signalling",
        question="All challengers and senders reckon with each other; nobody errs. With which signal is war likelier?",
        state={},
        options={"tied": "with tied hands", "sunk": "with sunk costs", "same": "equally likely with both"},
        answer=lambda r: "tied" if r["symbolic.game_war"] > r["tangible.game_war"] + 0.005 else "sunk",
        reason="War comes with {symbolic.game_war:%} where hands are tied and with {tangible.game_war:%} where costs"
        " are sunk. Tied hands give more senders a reason to fight, and some challengers attack all the same.",
    ),
    caption="The two signals and the two results are Fearon’s (1997). That values are spread evenly, that there are two"
    " kinds of challenger, and all formulas are ours. The band shows other chances that the sender wins a war."
    " Left out: signals that also make the sender stronger, and leaders who change their signal because others err.",
)  # fmt: skip
