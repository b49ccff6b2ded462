"""A game of costly signals between a sender and a challenger, solved: tying hands or sinking costs (Fearon 1997).

What is Fearon's: the two signals, that in equilibrium nobody bluffs with either, that senders do better on average by
tying hands, and that this brings the greater risk of war. The game's details are assumed here, and the formulas are
derived here from them (`tests/unit/model/actors/test_signalling_game.py` tries every deviation):

1. A sender values the protégé at v, which it alone knows; seen from outside, v lies evenly between 0 and 1.
2. It sends a signal or stays silent. Tied hands cost it their size if it is challenged and gives way; sunk costs are
   paid whatever follows.
3. The challenger attacks or not. A share of challengers attacks whatever happens; of the others the fewer do, the
   surer it is that the sender would fight.
4. If challenged, the sender fights and has what its chance to win is worth less the cost of war, or it gives way and
   has nothing. If it is not challenged, it keeps v.
"""

from __future__ import annotations

from coursekit.model.symbolic import Value, maximum, minimum, where
from deterrence.model.symbols import declared


@declared
def fights_unbound(stand_chance: Value = 0.6, stand_cost: Value = 0.3) -> Value:
    """Value of the protégé from which a sender fights for it even without any signal.

    Source: derived here; there its chance to win is worth just what war costs it.
    """
    return stand_cost / stand_chance


@declared
def signals_from(
    fights_unbound: Value,
    stand_chance: Value = 0.6,
    stand_cost: Value = 0.3,
    determined_share: Value = 0.3,
    hands_tied: Value = 1.0,
) -> Value:
    """Value of the protégé from which a sender signals in equilibrium.

    A cost is sunk by those who would fight anyway. Hands are tied by more: by all for whom deterring some challengers
    is worth a war with the others. Source: derived here, after fearon1997.
    """
    tied = determined_share * stand_cost / (1 - determined_share + determined_share * stand_chance)
    return where(hands_tied > 0.5, tied, fights_unbound)


@declared
def signal_size(
    signals_from: Value,
    stand_chance: Value = 0.6,
    stand_cost: Value = 0.3,
    determined_share: Value = 0.3,
    hands_tied: Value = 1.0,
) -> Value:
    """Smallest signal with which nobody gains by bluffing; none below zero.

    Tied hands: giving way must cost the least eager sender as much as fighting. Sunk costs: as much as being left alone
    by all but the determined is worth to those who would give way. Source: derived here, after fearon1997.
    """
    sunk = (1 - determined_share) * signals_from
    return maximum(0, where(hands_tied > 0.5, stand_cost - stand_chance * signals_from, sunk))


@declared
def senders_share(signals_from: Value) -> Value:
    """Share of senders who mean to signal: they value the protégé enough. Source: values spread evenly, assumed."""
    return maximum(0, 1 - signals_from)


@declared
def signals_sent(senders_share: Value, signal_errors: Value = 0.0) -> Value:
    """Share of senders that signal, with those who do so by mistake and without those who fail to.

    Source: errors are assumed; without any this is the equilibrium.
    """
    return senders_share * (1 - signal_errors) + (1 - senders_share) * signal_errors


@declared
def bluffs_sent(signals_sent: Value, senders_share: Value, signal_errors: Value = 0.0) -> Value:
    """Share of the signals that come from senders who would give way: none in equilibrium.

    Source: fearon1997 for none; with errors, arithmetic.
    """
    return (1 - senders_share) * signal_errors / maximum(signals_sent, 1e-12)


@declared
def challenged_after(bluffs_sent: Value, determined_share: Value = 0.3) -> Value:
    """Chance that a sender is challenged after a signal: by the determined, and by some others if there are bluffs.

    Source: assumed; the thresholds of all other challengers are spread evenly over the chance that a sender fights.
    """
    return determined_share + (1 - determined_share) * bluffs_sent


@declared
def silent_fighters(
    fights_unbound: Value, senders_share: Value, signals_sent: Value, signal_errors: Value = 0.0
) -> Value:
    """Share of the silent who would fight: none in equilibrium, with errors those who failed to signal.

    Source: arithmetic.
    """
    unsent = maximum(0, 1 - fights_unbound) * signal_errors
    return minimum(1, unsent / maximum(1 - signals_sent, 1e-12))


@declared
def challenged_silent(silent_fighters: Value, determined_share: Value = 0.3) -> Value:
    """Chance that a silent sender is challenged: certain in equilibrium. Source: as `challenged_after`."""
    return determined_share + (1 - determined_share) * (1 - silent_fighters)


@declared
def game_war(
    senders_share: Value,
    fights_unbound: Value,
    challenged_after: Value,
    challenged_silent: Value,
    signal_errors: Value = 0.0,
) -> Value:
    """Chance of war: a sender who fights is challenged. Source: fearon1997, greater with tied hands; arithmetic."""
    silent = maximum(0, 1 - fights_unbound) * signal_errors * challenged_silent
    return senders_share * (1 - signal_errors) * challenged_after + silent


@declared
def game_payoff(
    senders_share: Value,
    fights_unbound: Value,
    challenged_after: Value,
    challenged_silent: Value,
    signal_size: Value,
    stand_chance: Value = 0.6,
    stand_cost: Value = 0.3,
    signal_errors: Value = 0.0,
    hands_tied: Value = 1.0,
) -> Value:
    """What the game is worth to a sender on average, before it knows how much the protégé is worth to it.

    Source: fearon1997, more with tied hands; the mean over values spread evenly is computed here.
    """
    eager = 1 - senders_share / 2
    others = (1 - senders_share) / 2
    sunk = where(hands_tied > 0.5, 0.0, signal_size)
    lost = where(hands_tied > 0.5, challenged_after * signal_size, signal_size)
    meant = (1 - challenged_after) * eager + challenged_after * (stand_chance * eager - stand_cost) - sunk
    bluffed = (1 - challenged_after) * others - lost
    firm = maximum(0, 1 - fights_unbound)
    fought = firm * (stand_chance * (1 - firm / 2) - stand_cost)
    kept = (1 - challenged_silent) * (
        senders_share * signal_errors * eager + (1 - senders_share) * (1 - signal_errors) * others
    )
    sent = senders_share * (1 - signal_errors) * meant + (1 - senders_share) * signal_errors * bluffed
    return sent + kept + signal_errors * challenged_silent * fought
