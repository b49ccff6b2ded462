// The sentences that most scripts of the page say; a script with few of its own takes `say` from say.ts alone.
import exercise from "../../../src/coursekit/words/en/exercise.json";
import lab from "../../../src/coursekit/words/en/lab.json";
import memo from "../../../src/coursekit/words/en/memo.json";
import offline from "../../../src/coursekit/words/en/offline.json";
import page from "../../../src/coursekit/words/en/page.json";
import python from "../../../src/coursekit/words/en/python.json";
import question from "../../../src/coursekit/words/en/question.json";
import reflection from "../../../src/coursekit/words/en/reflection.json";
import review from "../../../src/coursekit/words/en/review.json";
import widget from "../../../src/coursekit/words/en/widget.json";
import { addSentences } from "./say";

export { addSentences, say } from "./say";

addSentences({
  ...page,
  ...offline,
  ...lab,
  ...memo,
  ...exercise,
  ...question,
  ...review,
  ...reflection,
  ...python,
  ...widget,
});
