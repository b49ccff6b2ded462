// The sentences of assignments and hand-ins, for the bundles that say them.
import words from "../../../src/coursekit/words/en/classroom/assignment.json";
import { addSentences } from "../shared/words";

addSentences(words);
