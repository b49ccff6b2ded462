// A hand-in whose own stamp lies in the future: its learner's clock was wrong, or the stamp was changed.
import words from "../../../../src/coursekit/words/en/classroom/late.json";
import { addSentences, say } from "../../shared/words";

addSentences(words);

/** By how much a learner's clock may be ahead and nothing is said. */
const CLOCKS_APART_MS = 15 * 60_000;

/** Sentences about it; none if the stamp is in the past or there is none. */
export const futureStamp = (saved: string, now: number): string[] =>
  Date.parse(saved) > now + CLOCKS_APART_MS ? [say("late.future", { saved })] : [];
