"""Questions: what is written is what is read, and every malformed one is named with its line."""

import json
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import ROOT

from coursekit.book.directives.answer_key import answer_key, once, partners, shuffled
from coursekit.exercise.question.body import MalformedQuestionError
from coursekit.exercise.question.parse import KINDS, parse_question
from coursekit.node import node_command

WEB = ROOT / "web"

words = st.from_regex(r"[A-Za-zÄéїЯ][A-Za-z0-9 äéї,.()*]{0,30}[a-z0-9]", fullmatch=True)
names = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)


@st.composite
def written(draw):
    """A well-formed question: its id, options and body, and for each answer's line what stands there."""
    kind = draw(st.sampled_from(KINDS))
    prompt = draw(words)
    texts = draw(st.lists(words, min_size=3, max_size=6, unique=True))
    options = {"kind": kind}
    if kind in ("choice", "several"):
        right = {draw(st.integers(0, len(texts) - 1))}
        if kind == "several":
            right |= draw(st.sets(st.integers(0, len(texts) - 1)))
        lines = [f"- [{'x' if n in right else ' '}] {text} ::: {draw(words)}" for n, text in enumerate(texts)]
    elif kind == "number":
        options |= {"answer": str(draw(st.floats(-1e6, 1e6))), "tolerance": str(draw(st.floats(0, 100)))}
        lines = [f"- {name} ::: {draw(words)}" for name in draw(st.permutations(["low", "high", "right"]))]
    elif kind == "order":
        lines = [f"{n}. {text}" for n, text in enumerate(texts, 1)] + ["- right ::: yes", "- wrong ::: no"]
    else:
        lines = [f"- {text} => {draw(words)} ::: {draw(words)}" for text in texts]
    return draw(names), options, [prompt, "", *lines]


def rewritten(question):
    """The body of a question as its author would write it: the inverse of parsing."""
    lines = [question.prompt, ""]
    for n, answer in enumerate(question.answers, 1):
        mark = "x" if answer.right else " "
        lines.append(
            {
                "order": f"{n}. {answer.text}",
                "match": f"- {answer.text} => {answer.partner} ::: {answer.feedback}",
            }.get(question.kind, f"- [{mark}] {answer.text} ::: {answer.feedback}")
        )
    return lines + [f"- {name} ::: {text}" for name, text in question.replies.items()]


@given(written())
def test_reading_what_was_read_and_written_again_changes_nothing(one):
    id, options, body = one
    question = parse_question(id, options, body)
    assert parse_question(id, options, rewritten(question)) == question
    assert question.prompt == body[0].strip()
    assert len(question.answers) + len(question.replies) == len(body) - 2


@given(written(), st.data())
def test_an_answer_without_its_feedback_is_named_by_its_line(one, data):
    id, options, body = one
    marked = [n for n, line in enumerate(body) if ":::" in line]
    line = data.draw(st.sampled_from(marked))
    body[line] = body[line].partition(":::")[0].rstrip()
    with pytest.raises(MalformedQuestionError) as error:
        parse_question(id, options, body)
    # A reply without ::: no longer looks like one: then the first list line or the missing reply is named.
    assert error.value.line in ({line} if options["kind"] in ("choice", "several", "match") else {line, len(body) - 1})
    assert error.value.remedy


@given(written(), st.data())
def test_an_answer_may_go_on_in_the_next_line(one, data):
    id, options, body = one
    line = data.draw(st.sampled_from([n for n, text in enumerate(body) if ":::" in text]))
    head, _, tail = body[line].rpartition(" ::: ")
    folded = [*body[:line], f"{head} :::", f"  {tail}", *body[line + 1 :]]
    plain, long = parse_question(id, options, body), parse_question(id, options, folded)
    assert [a.feedback for a in plain.answers] == [a.feedback for a in long.answers]
    assert plain.replies == long.replies


@given(
    st.text(max_size=20),
    st.dictionaries(st.sampled_from(["kind", "answer", "unit", "tolerance"]), st.text(max_size=8)),
    st.lists(st.text(max_size=40), max_size=8),
)
def test_whatever_is_written_the_only_error_is_one_for_the_author(id, options, body):
    try:
        parse_question(id, options, body)
    except MalformedQuestionError as error:
        assert -1 <= error.line <= max(0, len(body)) and error.what and error.remedy


CHOICE = ["Which?", "", "- [ ] this ::: no", "- [x] that ::: yes"]


@pytest.mark.parametrize(
    ("id", "options", "body", "line", "says"),
    [
        ("Not a name", {"kind": "choice"}, CHOICE, -1, "not a name"),
        ("a", {}, CHOICE, -1, "no kind"),
        ("a", {"kind": "guess"}, CHOICE, -1, "'guess' does not exist"),
        ("a", {"kind": "choice"}, CHOICE[2:], 0, "asks nothing"),
        ("a", {"kind": "choice"}, CHOICE[:3], 2, "2 answers, not 1"),
        ("a", {"kind": "choice"}, [*CHOICE, "- [x] both ::: no"], 4, "2 answers are marked right"),
        ("a", {"kind": "several"}, [*CHOICE[:3], "- [ ] that ::: yes"], 3, "No answer is marked right"),
        ("a", {"kind": "choice"}, [*CHOICE, "- [y] both ::: no"], 4, "[y] means nothing"),
        ("a", {"kind": "choice"}, [*CHOICE, "- [ ] that ::: no"], 4, "'that' stands twice"),
        ("a", {"kind": "choice"}, [*CHOICE, "Or neither?"], 4, "no answer to a choice question"),
        ("a", {"kind": "choice", "answer": "3"}, CHOICE, -1, "no `:answer:`"),
        ("a", {"kind": "number"}, ["How many?", "- low ::: a"], -1, "no answer"),
        ("a", {"kind": "number", "answer": "many"}, ["How many?", "- low ::: a"], -1, "is not a number"),
        ("a", {"kind": "number", "answer": "3", "tolerance": "-1"}, ["How many?", "- low ::: a"], -1, "0 or more"),
        ("a", {"kind": "number", "answer": "3"}, ["How many?", "- low ::: a"], 1, "'high' is missing"),
        ("a", {"kind": "number", "answer": "3"}, ["How many?", "- low ::: a", "- middle ::: b"], 2, "does not exist"),
        ("a", {"kind": "order"}, ["Oldest first", "1. a", "2. b", "3. c", "- right ::: yes"], 4, "'wrong' is missing"),
        ("a", {"kind": "order"}, ["Oldest first", "1. a", "2. b"], 2, "3 answers, not 2"),
        ("a", {"kind": "match"}, ["Who?", "- a => b ::: c", "- d ::: e"], 2, "no answer to a match question"),
    ],
)
def test_malformed(id, options, body, line, says):
    with pytest.raises(MalformedQuestionError) as error:
        parse_question(id, options, body)
    assert error.value.line == line
    assert says in str(error.value)


@given(st.lists(words, min_size=3, max_size=8, unique=True), names)
def test_an_ordering_is_never_shown_solved(texts, id):
    items = [f"{n}. {text}" for n, text in enumerate(texts)]
    question = parse_question(id, {"kind": "order"}, ["?", *items, "- right ::: y", "- wrong ::: n"])
    assert sorted(shuffled(question)) == list(range(len(question.answers))) != shuffled(question)


@given(st.lists(words, min_size=3, max_size=8, unique=True), names)
def test_no_single_move_solves_an_ordering_as_it_is_first_shown(texts, id):
    items = [f"{n}. {text}" for n, text in enumerate(texts)]
    shown = shuffled(parse_question(id, {"kind": "order"}, ["?", *items, "- right ::: y", "- wrong ::: n"]))
    for taken in shown:
        rest = [item for item in shown if item != taken]
        assert all([*rest[:at], taken, *rest[at:]] != sorted(shown) for at in range(len(shown)))


def node(code, *arguments, input=""):
    """Run a module in Node; its first argument is the page's script; return what it prints as JSON."""
    script = (WEB / "src" / "question" / "answer_key.ts").as_uri()
    command = [*node_command(), "--input-type=module", "-e", code, script, *arguments]
    done = subprocess.run(command, input=input, text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


JUDGE = """
const { readAnswerKey, gradeAnswer } = await import(process.argv[1]);
let text = ""; for await (const part of process.stdin) text += part;
const block = (one) => ({ textContent: one.key, dataset: { edition: one.edition } });
const key = (one) => readAnswerKey({ id: `question-${one.id}`, querySelector: () => block(one) });
const verdicts = JSON.parse(text).map((one) => one.given.map((given) => gradeAnswer(one.kind, key(one), given)));
console.log(JSON.stringify(verdicts));
"""


def right_and_wrong(question):
    """One right and one wrong way to answer."""
    places = list(range(len(question.answers)))
    if question.kind == "number":
        return [question.answer, question.answer + question.tolerance + 1]
    if question.kind == "order":
        return [places, shuffled(question)]
    if question.kind == "match":
        sides = partners(question)
        right = [sides.index(answer.partner) for answer in question.answers]
        return [right, [len(sides), *right[1:]]]
    right = [n for n in places if question.answers[n].right]
    return [right, [n for n in places if n not in right] or right[:-1]]


@settings(max_examples=3, deadline=None)  # each example is forty questions and one start of Node
@given(st.lists(written(), min_size=20, max_size=20))
def test_the_page_judges_as_the_author_wrote(several):
    """The page's own script, in Node: the right answer is right and a wrong one wrong, in both editions."""
    asked = []
    for id, options, body in several:
        question = parse_question(id, options, body)
        answers = right_and_wrong(question)
        for edition in ("self-study", "class"):
            key = answer_key(question, edition)
            asked.append({"id": id, "kind": question.kind, "edition": edition, "key": key, "given": answers})
    verdicts = node(JUDGE, input=json.dumps(asked))
    assert len(verdicts) == 40
    for one, (right, wrong) in zip(asked, verdicts, strict=True):
        assert right["right"] and not wrong["right"], one


def test_the_class_edition_does_not_show_its_answers():
    question = parse_question("a", {"kind": "choice"}, ["?", "- [ ] this ::: Sevastopol", "- [x] that ::: Simferopol"])
    assert "Simferopol" in answer_key(question, "self-study")
    assert "Simferopol" not in answer_key(question, "class") and "right" not in answer_key(question, "class")


NUMBERS = {"146": 146, "1,200": 1200, "1 200": 1200, "0,5": 0.5, "−3": -3, "50 %": 50, ".5": 0.5, "1e3": 1000}
NO_NUMBERS = ["", "many", "1.2.3", "Infinity", "NaN", "1,20,0", "0x10"]
READ = """
const { readNumber } = await import(process.argv[1]);
console.log(JSON.stringify(process.argv.slice(2).map((text) => readNumber(text) ?? null)));
"""


def test_numbers_are_read_as_people_write_them():
    assert node(READ, *NUMBERS, *NO_NUMBERS) == [*NUMBERS.values(), *(None for _ in NO_NUMBERS)]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("Right: forty then, sixty now.", "Forty then, sixty now."),
        ("Yes, though it is safer.", "Though it is safer."),
        ("No. These had failed.", "These had failed."),
        ("Not so: nobody promised.", "Not so: nobody promised."),
        ("Yes", "Yes"),
    ],
)
def test_a_verdict_is_not_said_twice(reply, said):
    assert once(reply) == said
