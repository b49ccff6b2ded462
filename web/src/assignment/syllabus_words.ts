// The sentences of the assign page and of the syllabus.
import words from "../../../src/coursekit/words/en/assign.json";
import "./words";
import { learn } from "../shared/words";

learn(words);
