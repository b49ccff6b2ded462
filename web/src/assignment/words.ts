// The sentences of assignments and hand-ins, for the bundles that say them.
import words from "../../../src/coursekit/words/en/assignment.json";
import { learn } from "../shared/words";

learn(words);
