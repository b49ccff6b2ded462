"""How firm is the firmest word?

`CLAUSES` holds the clauses from the lab: a list of dictionaries. The keys that you need: `text` (which guarantee), `strength` (how strong its
verb is) and `help` (what is promised: `none`, `talks`, `diplomatic`, `material`, `military possible` or `military`). `LADDER` lists the
strengths from the weakest to the strongest.

Complete `firmest` so that it returns a dictionary: for each text the strongest `strength` among its clauses whose `help` is one of `kinds`,
and `None` for a text that has no such clause. The clauses come in any order.

Below your function stand two lists: one of all clauses, one of those alone by which soldiers may come. Compare them. Strength and help are our
own coding, and can be contested.
"""

# %% setup
from deterrence.evidence import clauses as table_of_clauses

CLAUSES = table_of_clauses()[["text", "strength", "help"]].to_dict("records")
LADDER = ["abstain", "declare", "consult", "may act", "must act", "must act by all means"]
ANY = ["none", "talks", "diplomatic", "material", "military possible", "military"]
SOLDIERS = ["military possible", "military"]


def show(found):
    """Write what was found, one text on a line."""
    if not hasattr(found, "items"):
        return print("Nothing to show yet: firmest must return a dictionary.")
    for text, strength in found.items():
        print(f"{text:50} {strength}")


# %% solution
def firmest(clauses, kinds):
    """Return for each text the strongest strength among its clauses whose help is one of kinds, or None."""
    ### BEGIN SOLUTION
    best = {}
    for clause in clauses:
        before = best.setdefault(clause["text"], None)
        if clause["help"] not in kinds:
            continue
        if before is None or LADDER.index(clause["strength"]) > LADDER.index(before):
            best[clause["text"]] = clause["strength"]
    return best
    ### END SOLUTION


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))

# %% hints
HINTS = [
    'Words have an order that the alphabet does not know: `LADDER.index("consult")` says on which step a word stands.',
    "Go through the clauses once and keep the best so far in a dictionary, by text. `best.setdefault(text, None)` makes an entry if there is none yet.",
    "If the clause's `help` is not in `kinds`, leave it and go on to the next one. Otherwise compare its step with that of the best so far, if there is one.",
]


# %% tests
from coursekit.exercise.answer import mapping


def clause(text, strength, help):
    return {"text": text, "strength": strength, "help": help}


TOY = [
    clause("Alpha", "consult", "talks"),
    clause("Alpha", "declare", "none"),
    clause("Beta", "must act", "diplomatic"),
    clause("Beta", "may act", "military"),
    clause("Beta", "abstain", "none"),
    clause("Gamma", "must act by all means", "military possible"),
    clause("Gamma", "must act", "military"),
]


def answer(clauses, kinds):
    """The learner's dictionary, after a look at its form."""
    return mapping(firmest([dict(one) for one in clauses], list(kinds)))


def test_gives_a_dictionary_of_words():
    """The answer is a dictionary from text to strength, such as `{"Alpha": "consult"}`; a strength is one of the words in `LADDER`, not its number."""
    found = answer(TOY, ANY)
    strange = [word for word in found.values() if word is not None and word not in LADDER]
    assert not strange, f"{strange[0]!r} is no word of the ladder."


def test_the_strongest_not_the_last():
    """The strongest clause counts, wherever it stands. Beta's is its first, “must act”."""
    found = answer(TOY, ANY).get("Beta")
    assert found == "must act", f"Yours is {found!r}."


def test_the_ladder_not_the_alphabet():
    """“consult” is stronger than “declare”, though it comes earlier in the alphabet: `LADDER` gives the order."""
    found = answer(TOY, ANY).get("Alpha")
    assert found == "consult", f"For Alpha yours is {found!r}."


def test_only_the_help_asked_for():
    """With `SOLDIERS` only clauses count by which soldiers may come. Beta *must* go to a council, but only *may* send soldiers."""
    found = answer(TOY, SOLDIERS).get("Beta")
    assert found == "may act", f"For Beta yours is {found!r}."


def test_may_is_not_left_out():
    """“military possible” is in `SOLDIERS` too: Gamma must act by all means."""
    found = answer(TOY, SOLDIERS).get("Gamma")
    assert found == "must act by all means", f"For Gamma yours is {found!r}."


def test_a_text_without_such_a_clause_says_none():
    """Alpha promises talks and nothing else. Asked for soldiers, it belongs in the answer with `None`: that a text is silent is a finding too."""
    found = answer(TOY, SOLDIERS)
    assert "Alpha" in found, "Alpha is missing."
    assert found["Alpha"] is None, f"Yours is {found['Alpha']!r}."


def test_clauses_in_any_order_and_any_kinds():
    """The clauses of a text need not stand together, any kinds may be asked for, each by its whole name, and “abstain” is a strength too."""
    mixed = [
        clause("Delta", "must act", "military"),
        clause("Epsilon", "abstain", "talks"),
        clause("Zeta", "must act", "military possible"),
        clause("Delta", "abstain", "none"),
        clause("Zeta", "consult", "military"),
    ]
    for kinds, wanted in (
        (["military"], {"Delta": "must act", "Epsilon": None, "Zeta": "consult"}),
        (["talks"], {"Delta": None, "Epsilon": "abstain", "Zeta": None}),
    ):
        found = answer(mixed, kinds)
        assert found == wanted, f"Asked for {kinds} it should be {wanted}; yours is {found}."


def test_budapest_is_as_firm_as_nato_until_you_ask_for_what():
    """By its strongest verb the Budapest Memorandum stands as high as the Washington Treaty: “must act”, for it must go to the Security Council. Asked for soldiers it is silent. A ranking of promises depends on what is ranked."""
    every, soldiers = answer(CLAUSES, ANY), answer(CLAUSES, SOLDIERS)
    assert every["Budapest Memorandum"] == every["North Atlantic (Washington) Treaty"] == "must act"
    assert soldiers["Budapest Memorandum"] is None, f"Yours is {soldiers['Budapest Memorandum']!r}."


# %% cases
def cases(rng):
    made = []
    for _ in range(14):
        texts = [f"text {n}" for n in range(rng.randint(1, 6))]
        rows = [
            {"text": text, "strength": rng.choice(LADDER), "help": rng.choice(ANY)}
            for text in texts
            for _ in range(rng.randint(1, 4))
        ]
        rng.shuffle(rows)
        made.append({"clauses": rows, "kinds": rng.sample(ANY, rng.randint(1, 3))})
    # On the ladder consult stands above declare, in the alphabet below: not left to chance.
    pair = [{"text": "text a", "strength": step, "help": "military"} for step in rng.sample(["consult", "declare"], 2)]
    mixed = [("d", "must act", "military"), ("e", "abstain", "talks"), ("f", "must act", "military possible")]
    mixed += [("d", "abstain", "none"), ("f", "consult", "military")]
    rows = [dict(zip(("text", "strength", "help"), row)) for row in mixed]
    fixed = [{"clauses": rows, "kinds": ["military"]}, {"clauses": rows, "kinds": ["talks"]}]
    # Neither the first nor the last clause that fits is always the strongest.
    steps = [("g", "consult"), ("h", "must act"), ("g", "may act"), ("h", "declare")]
    turned = [{"text": text, "strength": step, "help": "military"} for text, step in steps]
    return [*made, {"clauses": pair, "kinds": SOLDIERS}, *fixed, {"clauses": turned, "kinds": SOLDIERS}]


# %% mistakes
def mistake_the_alphabet(clauses, kinds):
    """test_the_ladder_not_the_alphabet"""
    best = {clause["text"]: None for clause in clauses}
    for clause in clauses:
        if clause["help"] in kinds:
            best[clause["text"]] = max(best[clause["text"]] or "", clause["strength"])
    return best


def mistake_the_last_one(clauses, kinds):
    """test_the_strongest_not_the_last"""
    best = {clause["text"]: None for clause in clauses}
    for clause in clauses:
        if clause["help"] in kinds:
            best[clause["text"]] = clause["strength"]
    return best


def mistake_any_help_will_do(clauses, kinds):
    """test_only_the_help_asked_for"""
    best = {}
    for clause in clauses:
        step = max(LADDER.index(clause["strength"]), LADDER.index(best.get(clause["text"], "abstain")))
        best[clause["text"]] = LADDER[step]
    return best


def mistake_silent_texts_are_dropped(clauses, kinds):
    """test_a_text_without_such_a_clause_says_none"""
    best = {}
    for clause in clauses:
        if clause["help"] in kinds:
            step = max(LADDER.index(clause["strength"]), LADDER.index(best.get(clause["text"], "abstain")))
            best[clause["text"]] = LADDER[step]
    return best


def mistake_silence_is_abstaining(clauses, kinds):
    """test_a_text_without_such_a_clause_says_none"""
    best = {clause["text"]: "abstain" for clause in clauses}
    for clause in clauses:
        if clause["help"] in kinds:
            step = max(LADDER.index(clause["strength"]), LADDER.index(best[clause["text"]]))
            best[clause["text"]] = LADDER[step]
    return best


def mistake_steps_for_words(clauses, kinds):
    """test_gives_a_dictionary_of_words"""
    best = {}
    for clause in clauses:
        if clause["help"] in kinds:
            best[clause["text"]] = max(LADDER.index(clause["strength"]), best.get(clause["text"], 0))
    return best
