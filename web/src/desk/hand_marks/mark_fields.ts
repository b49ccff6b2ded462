// What each field of a mark in marks.json may hold.
import { isRecord } from "../files/answer_key";
import type { CriterionMark } from "../types";
import { sumOf } from "./criteria";

const MOST_POINTS = 1000;
const MOST_CRITERIA = 50;
const [LONG_NAME, LONG_COMMENT, LONG_REASON] = [80, 10_000, 2000];

const short = (value: unknown, most: number): boolean => typeof value === "string" && value.length <= most;
const isPoints = (value: unknown): value is number => typeof value === "number" && value >= 0 && value <= MOST_POINTS;

/** The first field of an entry that is not as it should be. */
export function faultOfMark(entry: unknown): string | undefined {
  if (!isRecord(entry)) return "marks";
  const { points, at = "", criteria, of, reason } = entry;
  const overrides = typeof reason === "string" && reason.trim() !== "";
  // Marks for anything but free text are given by marking itself; a person's takes its place only with a reason.
  const kinds = overrides ? "(reflection|exercise|question)" : "reflection";
  const sound: Record<string, boolean> = {
    hand_in: typeof entry.hand_in === "string" && /^[0-9a-f]{64}$/.test(entry.hand_in),
    item: typeof entry.item === "string" && new RegExp(`^${kinds}/[\\w.-]{1,120}$`).test(entry.item),
    points: points === null || isPoints(points),
    grader: short(entry.grader ?? "", LONG_NAME),
    at: typeof at === "string" && (at === "" || !Number.isNaN(Date.parse(at))),
    comment: short(entry.comment ?? "", LONG_COMMENT),
    criteria: criteria === undefined || areCriteria(criteria),
    of: criteria === undefined ? of === undefined : isPoints(of),
    reason: reason === undefined || (overrides && short(reason, LONG_REASON)),
    decides: entry.decides === undefined || typeof entry.decides === "boolean",
  };
  const odd = Object.keys(entry).find((field) => !(field in sound));
  const wrong = odd ?? Object.keys(sound).find((field) => !sound[field]);
  if (wrong) return wrong;
  // Points that are not the sum of their criteria would be an override without a reason.
  const summed = criteria === undefined || overrides || sumOf(criteria as CriterionMark[], of as number) === points;
  return summed ? undefined : "points";
}

function areCriteria(value: unknown): boolean {
  if (!Array.isArray(value) || !value.length || value.length > MOST_CRITERIA) return false;
  const names = new Set(value.map((one: unknown) => (isRecord(one) ? one.name : undefined)));
  return names.size === value.length && value.every(isCriterion);
}

function isCriterion(one: unknown): boolean {
  if (!isRecord(one) || !Object.keys(one).every((field) => ["name", "points", "of", "comment"].includes(field))) {
    return false;
  }
  const { name, points, of, comment = "" } = one;
  const within = points === null || (isPoints(points) && isPoints(of) && points <= of);
  return short(name, 210) && name !== "" && isPoints(of) && within && short(comment, LONG_COMMENT);
}
