// The sentences of the assign page and of the syllabus.
import words from "../../../../src/coursekit/words/en/classroom/assign.json";
import "../words";
import { addSentences } from "../../shared/words";

addSentences(words);
