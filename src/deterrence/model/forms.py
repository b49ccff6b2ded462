"""The contested forms of the model: what the literature answers differently, and which answer is the default.

The formulas stand beside each other at the quantity that they compute; here stand the questions, in one list. A form
is chosen by its selector (``form_entry=1.0``), in a lab by the control of that name. `deterrence.analysis.multiverse`
asks what the comparison of packages says under all of them (steegen2016, simonsohn2020).
"""

from __future__ import annotations

from coursekit.model.forms import Form, Forms

ENTRY = Forms(
    "form_entry",
    "Posted troops, if their own state stays out of the war",
    "A force that is attacked may defend itself, and its orders usually say so; the other form is what a sender can"
    " promise at most.",
    (
        Form("defence", "fight in self-defence", "Troops on the spot fight from the first day, whatever their"
             " government decides.", "assumed; frederick2020 count forces present, not orders given"),
        Form("entry", "fight only if it joins", "Troops on the spot fight only if their government joins the war.",
             "musgrave2023, reiter2021: losses among posted troops do not make a government fight by themselves"),
    ),
)  # fmt: skip

COSTS = Forms(
    "form_costs",
    "The challenger’s cost of war",
    "The simplest form, and the one of the textbook models of crisis bargaining, where costs are given.",
    (
        Form("constant", "is the same against any opponent", "A war costs the challenger the same, however strong the"
             " other side is.", "huth1984: costs as given numbers"),
        Form("growing", "grows with the protégé’s strength", "A stronger protégé makes every war costlier for the"
             " challenger, in proportion to its strength.", "slantchev2005: military moves change costs and chances"
             " together; the proportion is assumed"),
    ),
)  # fmt: skip

CHOICE = Forms(
    "form_choice",
    "The challenger’s decision",
    "The logit form is the usual one for choices that others see only in part; it leaves some chance to every option.",
    (
        Form("logit", "is noisy", "The better option is likelier, and every option keeps some chance.",
             "signorino1999, gartzke1999"),
        Form("threshold", "is never an attack that does not pay", "Nobody attacks where attack does not pay; where it"
             " pays, challengers differ in costs that others cannot see.", "zagare2000 for the threshold; that unseen"
             " costs are spread exponentially is assumed"),
    ),
)  # fmt: skip

RUNGS = Forms(
    "form_rungs",
    "Lesser steps and war",
    "With one choice among four, the four chances add up to one.",
    (
        Form("exclusive", "shut each other out", "The challenger takes one of four options: nothing, grey-zone"
             " pressure, a lesser dispute or war.", "multinomial logit, after signorino1999"),
        Form("hazards", "are separate risks", "Each lesser step and war is a risk of its own, so a war avoided need"
             " not come back as a dispute.", "assumed: risks that run side by side, as in models of"
             " competing hazards"),
    ),
)  # fmt: skip

WORDS = Forms(
    "form_words",
    "The price of words",
    "What a promise costs in a year of peace is what a budget shows; what it costs if called in is paid only then.",
    (
        Form("spending", "is what is spent on them in peace", "Words cost what ratification, exercises and their"
             " repetition cost.", "assumed"),
        Form("called", "includes what they cost if called in", "The firmer the words, the more must be set aside for"
             " the war that they may bring.", "fearon1997: tied hands are paid for when tested; the size is assumed"),
    ),
)  # fmt: skip

ENDURANCE = Forms(
    "form_endurance",
    "The protégé’s strength",
    "The published contest functions take strength as one number; how long it lasts is the question of a lab of its"
    " own.",
    (
        Form("short", "counts as it stands at the start", "Strength counts in full, however long the war lasts.",
             "tullock1980, hirshleifer1989: strength as one number"),
        Form("long", "counts as far as supplies keep it up", "In a long war strength counts only as far as own industry"
             " and aid can supply it.", "assumed; the share that aid alone supplies is read off the course’s own stocks"
             " and flows"),
    ),
)  # fmt: skip

SIGNALS = Forms(
    "form_signals",
    "Guarantors who would not fight",
    "Experiments and cases show that some bluff; the equilibrium shows why few should.",
    (
        Form("noisy", "sometimes bluff", "The costlier a signal is, the fewer of those who would not fight send it.",
             "assumed, after quek2021"),
        Form("equilibrium", "never bluff", "A signal that costs less than a bluff would gain changes no belief; a"
             " costlier one is sent only by those who would fight.", "fearon1997: no bluffing in equilibrium, with both"
             " signals; one threshold for both is assumed"),
    ),
)  # fmt: skip

HELP = Forms(
    "form_help",
    "What help is worth to the guarantor",
    "It is what help decides in a model of who would win; that guarantors look at it is not measured.",
    (
        Form("difference", "the difference that it makes", "A guarantor counts how much its help changes who wins, so"
             " a stronger protégé needs it less and can count on it less.", "assumed, in the form of an expected"
             " utility (huth1984)"),
        Form("success", "the chance that it succeeds", "A guarantor joins wars that can be won, so a stronger protégé"
             " can count on it more.", "assumed"),
    ),
)  # fmt: skip

PROTEGE = Forms(
    "form_protege",
    "The protégé’s own conduct",
    "The theory of insurance leads one to expect it; the other two answers are those of conditions and of the counts.",
    (
        Form("counting", "counts on help, whoever begins", "A protégé that may count on help, even where it began the"
             " crisis, begins one more often.", "benson2012; the sum is assumed"),
        Form("conditional", "knows that help comes in defence only", "Who begins is alone: the guarantor helps only if"
             " the other side attacks.", "benson2011, benson2012; that the condition always holds is assumed"),
        Form("passive", "is not changed by a guarantee", "The protégé begins nothing, with a guarantee or without.",
             "leedsdeter2003; johnson2011 find no evidence that states with defensive allies begin more disputes"),
    ),
)  # fmt: skip

FORMS = {forms.name: forms for forms in (ENTRY, COSTS, CHOICE, RUNGS, WORDS, ENDURANCE, SIGNALS, PROTEGE, HELP)}
"""Every disagreement by the name of its selector."""
