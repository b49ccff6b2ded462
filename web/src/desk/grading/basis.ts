// What the marks of an exercise rest on, as a short name: marks with another one are made again.

import type { Manifest } from "../../python/messages";
import { type Key, shortHash } from "../files/answer_key";
import type { EditedNotebook } from "../files/notebook_cells";

interface HowGraded {
  key: Key;
  limit_s: number | undefined;
  edited: EditedNotebook;
  runtime: string;
}

/** A short name for the Python that marks: another one may judge otherwise. */
export const runtimeName = ({ files }: Manifest): string =>
  shortHash(JSON.stringify(Object.entries(files).map(([name, { sha256 }]) => [name, sha256])));

/**
 * A short name for all that the marks of an exercise rest on, besides what was handed in: its sources, the secret that
 * its cases are drawn with, its time, and the Python that marks. Titles and points are not of it.
 */
export function basisOf({ key, limit_s, edited, runtime }: HowGraded, id: string): string | undefined {
  const entry = key.exercises.get(id);
  if (!entry) return undefined;
  const { version, subject, packages, tolerance, ordered, compared, variants, sources } = entry;
  const made = [version, subject, packages, tolerance, ordered, compared, variants, sources];
  return shortHash(JSON.stringify([made, key.secret, limit_s ?? entry.limit_s, edited, runtime]));
}
