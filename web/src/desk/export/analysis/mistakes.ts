// What went wrong most often: for exercises by the planned mistake that the answers show, else by what marking said; for
// questions by the answer given.

import { say } from "../../../shared/words";
import { type QuestionEntry, questionAsHad } from "../../files/answer_key";
import { plainWords } from "../plain_words";
import type { Book, KeyAbout, Row } from "../points";
import { plannedWords } from "./planned";
import { counted } from "./statistics";

export interface Mistake {
  item: string;
  what: string;
  count: number;
  of: number;
  /** The planned mistakes of the exercise that the answers show: the author's names. */
  planned?: string[];
}

const EACH = 4; // of one item

/** The commonest mistakes of every item, items in their order. */
export function mistakes({ items }: Book, people: Row[], key: KeyAbout, most = EACH): Mistake[] {
  const questions = key.questions ?? {};
  return items.flatMap((item, place) => {
    const results = people.map(({ cells }) => cells[place]).filter((cell) => cell?.result && cell.outcome !== "blank");
    const failed = results.filter((cell) => cell?.result?.outcome !== "right");
    const said = new Map<string, string>(); // the first in its own words for each that is alike
    const planned = new Map<string, string[]>();
    const keys = failed.map((cell) => {
      const result = cell?.result;
      if (result?.mistakes?.length) {
        const words = plannedWords(key, item.id, result.mistakes);
        planned.set(words, result.mistakes);
        return words;
      }
      const given = result && "given" in result ? answeredAsHad(questions[item.id], result) : undefined;
      const outcome = say(`report.outcome.${result?.outcome ?? "wrong"}`);
      const words = given ?? (result?.detail.trim() ? `${outcome}: ${result.detail.trim()}` : outcome);
      const kind = given ?? alike(words);
      if (!said.has(kind)) said.set(kind, words);
      return kind;
    });
    const named = counted(keys).slice(0, most);
    return named.map(([kind, count]) => {
      const names = planned.get(kind);
      const what = said.get(kind) ?? kind;
      return { item: item.id, what, count, of: results.length, ...(names && { planned: names }) };
    });
  });
}

/** The same for two messages that differ only in numbers, and in the text they quote. */
export function alike(words: string): string {
  return words
    .replace(/-?\d+(\.\d+)?(e[+-]?\d+)?/gi, "#")
    .replace(/'[^']*'|"[^"]*"|“[^”]*”|‘[^’]*’/g, "“…”")
    .replace(/\s+/g, " ")
    .trim();
}

/** The same by the numbers that the learner had; beside a wrong number, the one that was right for them. */
function answeredAsHad(question: QuestionEntry | undefined, result: { given?: unknown; variant?: number }) {
  const had = question && questionAsHad(question, result.variant);
  const beside = question?.variants && typeof result.given === "number" ? ` (≠ ${had?.answer})` : "";
  const said = answered(had, result.given);
  return said && said + beside;
}

/** What was given, in the words of the question's answers; undefined if it is none of them. */
export function answered(question: QuestionEntry | undefined, given: unknown): string | undefined {
  if (typeof given === "number")
    return say("report.given", { what: `${given}${question?.unit ? ` ${question.unit}` : ""}` });
  if (!question || !Array.isArray(given) || !given.every((one) => Number.isInteger(one))) return undefined;
  const places = given as number[];
  const words = answers(question);
  if (!words.length || places.some((one) => words[one] === undefined)) return undefined;
  if (question.kind === "match") {
    const pairs = places.map((one, place) => `${question.pairs?.[place]?.[0] ?? ""} → ${words[one]}`);
    return say("report.given", { what: pairs.join("; ") });
  }
  const between = question.kind === "order" ? " → " : "; ";
  if (!places.length) return say("report.given-none");
  return say("report.given", { what: plainWords(places.map((one) => words[one]).join(between)) });
}

function answers(question: QuestionEntry): string[] {
  if (question.kind === "order") return question.order ?? [];
  if (question.kind === "match") return [...new Set((question.pairs ?? []).map(([, partner]) => partner))].sort();
  return (question.answers ?? []).map(({ text }) => text);
}
