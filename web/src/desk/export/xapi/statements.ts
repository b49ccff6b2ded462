// What came of grading as xAPI statements (version 1.0.3), a list as a learning record store takes it.
// A learner is an account of the course, named by the alias: no e-mail address, no real name.
import { COURSE_ID } from "../../../shared/course";
import type { Item, Row } from "../../types";
import { plainWords } from "../plain_words";
import type { About, Book, CourseAbout } from "../points";
import { uuidOf } from "./uuid";

/** Verbs and kinds of activities of the ADL vocabulary. */
const ADL = "http://adlnet.gov/expapi";
const KINDS = { exercise: "performance", question: "question", reflection: "question", prediction: "question" };
const VERBS = { exercise: "attempted", question: "answered", reflection: "responded", prediction: "responded" };
type Kind = keyof typeof KINDS;
type Part = Record<string, unknown>;

/** The statements: one for each item that a learner did, each guess, and each total; of a person's newest hand-in. */
export function statements(book: Book, about: About): Part[] {
  const made = book.who.newest.flatMap((row) => ofRow(row, book, about));
  return made.map((one) => ({ id: uuidOf(JSON.stringify(one)), ...one }));
}

function ofRow(row: Row, { items, outOf }: Book, about: About): Part[] {
  const { marked, cells, total } = row;
  if (marked.status !== "read" || !marked.alias.trim()) return [];
  const about_ = { ...stamp(marked.saved), context: contextOf(about) };
  const state = (verb: string, object: Part, result: Part): Part => ({
    actor: actorOf(marked.alias, about.address),
    verb: { id: `${ADL}/verbs/${verb}`, display: { en: verb } },
    object,
    ...(Object.keys(result).length && { result }),
    ...about_,
  });
  const done = items.flatMap((item, place): Part[] => {
    const cell = cells[place];
    if (!cell || ["blank", "undrawn", "malformed"].includes(cell.outcome)) return [];
    const given = marked.questions[item.id]?.given;
    const response = item.kind === "question" && given !== undefined ? { response: JSON.stringify(given) } : {};
    const score = cell.points === undefined ? {} : scored(cell.points, item.points);
    const success =
      cell.points === undefined || item.kind === "reflection" ? {} : { success: isFull(cell.points, item) };
    return [state(VERBS[item.kind], activity(item.kind, item.id, about), { ...score, ...success, ...response })];
  });
  const guesses = Object.entries(marked.predictions).flatMap(([id, { guess }]) =>
    guess === null ? [] : [state(VERBS.prediction, activity("prediction", id, about), { response: guess })],
  );
  const whole = total === undefined || !items.length ? [] : [state("scored", assignment(about), scored(total, outOf))];
  return [...done, ...guesses, ...whole];
}

const isFull = (points: number, { points: most }: Item): boolean => points >= most;

/** Points as xAPI has them: raw within min and max, scaled from 0 to 1. */
function scored(points: number, most: number): Part {
  const raw = Math.max(0, points);
  const max = Math.max(most, raw);
  return { score: { ...(max && { scaled: Math.min(1, raw / max) }), raw, min: 0, max } };
}

function actorOf(alias: string, address: string | undefined): Part {
  // Where the course has no address, one that by RFC 2606 never will be anybody's.
  const homePage = address ?? `https://${COURSE_ID}.invalid/`;
  return { objectType: "Agent", account: { homePage, name: alias } };
}

/** A time with its zone, as the file claims it. */
function stamp(saved: string): Part {
  const time = /T.*(Z|[+-]\d\d:?\d\d)$/.test(saved) ? new Date(saved).getTime() : Number.NaN;
  return Number.isNaN(time) ? {} : { timestamp: new Date(time).toISOString() };
}

const named = (id: string, kind: string, name: string): Part => ({
  objectType: "Activity",
  id,
  definition: { type: `${ADL}/activities/${kind}`, name: { en: name } },
});

/** The thing's address in the course; where the course or its page is not known, a name that is the same everywhere. */
function activity(kind: Kind, id: string, about: About): Part {
  const page = pageOf(kind, id, about.course);
  const place =
    about.address && page ? `${about.address}${encodeURI(page)}#${kind}-${encodeURIComponent(id)}` : undefined;
  return named(place ?? urn(`${kind}/${id}`), KINDS[kind], plainWords(titleOf(kind, id, about)));
}

const urn = (name: string): string => `urn:uuid:${uuidOf(`${COURSE_ID}/${name}`)}`;

function pageOf(kind: Kind, id: string, course: CourseAbout | undefined): string | undefined {
  const lists = { exercise: "exercises", question: "questions", reflection: "reflections", prediction: "predictions" };
  const all = course?.[lists[kind] as "exercises"];
  return all?.find((one) => one.id === id)?.page;
}

function titleOf(kind: Kind, id: string, { key, course }: About): string {
  if (kind === "exercise") return key.exercises?.find((one) => one.id === id)?.title ?? id;
  if (kind === "question") return key.questions?.[id]?.prompt ?? id;
  if (kind === "reflection") return key.reflections?.[id]?.prompt ?? id;
  return course?.predictions?.find((one) => one.id === id)?.question ?? id;
}

const assignment = ({ title, address }: About): Part =>
  title ? named(urn(`assignment/${title}`), "assessment", title) : named(address ?? urn(""), "course", COURSE_ID);

const contextOf = ({ title, address }: About): Part => ({
  platform: COURSE_ID,
  contextActivities: {
    ...(title && { parent: [assignment({ title, address } as About)] }),
    grouping: [named(address ?? urn(""), "course", COURSE_ID)],
  },
});
