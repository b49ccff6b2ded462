// A question judged from the instructor's key, in the terms in which the page keeps what was given (see ../question).
import { type Answer, gradeAnswer } from "../../question/answer_key";
import { say } from "../../shared/words";
import { type QuestionEntry, questionAsHad } from "../files/answer_key";
import { truncate } from "../files/submission";
import type { Outcome, Result } from "../types";

export type Answered = Result & { given: unknown; variant?: number };

/** Judge by the numbers that the learner had: `variant`, as the file says; the first where it names none that there is. */
export function markQuestion(question: QuestionEntry, given: unknown, variant?: number): Answered {
  if (!question.variants?.length) return markVariant(question, given);
  const which = variant !== undefined && variant < question.variants.length ? variant : 0;
  return { ...markVariant(questionAsHad(question, which), given), variant: which };
}

function markVariant(question: QuestionEntry, given: unknown): Answered {
  if (given === undefined || given === null) return result("blank", 0, given, "");
  const shown = truncate(JSON.stringify(given) ?? "", 200);
  if (!isPossibleAnswer(question, given)) return result("malformed", 0, shown, say("desk.question-malformed"));
  const { kind } = question;
  const verdict = gradeAnswer(kind, { says: {}, right: right(question), ...numbers(question) }, given);
  const good = verdict.marks.filter(Boolean).length;
  if (verdict.right) return result("right", 1, given, "");
  if (kind === "choice" || kind === "number") return result("wrong", 0, given, "");
  const of = kind === "several" ? right(question).length : verdict.marks.length;
  // Ticking everything shall not pay: each wrong one takes a right one away.
  const counted = kind === "several" ? Math.max(0, good - (verdict.marks.length - good)) : good;
  return result(counted ? "partly" : "wrong", counted / of, given, say("desk.question-partly", { n: good, of }));
}

const result = (outcome: Outcome, share: number, given: unknown, detail: string): Answered => ({
  outcome,
  share,
  given,
  detail,
  notes: [],
});

/** Whether `given` is an answer that the page could have taken. */
function isPossibleAnswer(question: QuestionEntry, given: unknown): given is Answer {
  if (question.kind === "number") return typeof given === "number" && Number.isFinite(given);
  if (!Array.isArray(given) || !given.every((one) => Number.isInteger(one) && one >= 0)) return false;
  const many = (question.answers ?? question.order ?? question.pairs ?? []).length;
  const chosen = given as number[];
  if (question.kind === "match") return chosen.length === many && Math.max(...chosen) < matchOptions(question).length;
  if (new Set(chosen).size < chosen.length || Math.max(...chosen) >= many) return false;
  if (question.kind === "order") return chosen.length === many;
  return question.kind === "choice" ? chosen.length === 1 : chosen.length > 0;
}

const numbers = ({ answer, tolerance }: QuestionEntry): { answer?: number; tolerance?: number } => ({
  ...(answer !== undefined && { answer }),
  ...(tolerance !== undefined && { tolerance }),
});

function right(question: QuestionEntry): number[] {
  if (question.kind === "order") return (question.order ?? []).map((_, place) => place);
  if (question.kind === "match") return (question.pairs ?? []).map(([, side]) => matchOptions(question).indexOf(side));
  return (question.answers ?? []).flatMap((answer, place) => (answer.right ? [place] : []));
}

/** A match question's right-hand sides as the page lists them: each once, in the order of their code points. */
function matchOptions(question: QuestionEntry): string[] {
  const all = [...new Set((question.pairs ?? []).map(([, side]) => side))];
  const points = (text: string): number[] => [...text].map((letter) => letter.codePointAt(0) ?? 0);
  return all.sort((one, other) => {
    const [a, b] = [points(one), points(other)];
    const place = a.findIndex((point, n) => point !== b[n]);
    return place < 0 ? a.length - b.length : (a[place] ?? 0) - (b[place] ?? -1);
  });
}
