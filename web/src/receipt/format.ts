// What a receipt is (src/coursekit/classroom/receipt.schema.json), and where it stands in a file.

import { COURSE_ID, fileFormat } from "../shared/course";

export const FORMAT = fileFormat("receipt");
export const WORK_FORMAT = fileFormat("work");
/** A notebook's metadata hold the receipt under this name. */
export const NOTEBOOK_METADATA_KEY = COURSE_ID.replaceAll("-", "_");
/** Bytes of one receipt. */
export const MAX_BYTES = 2_000_000;
export const MAX_CODE_LENGTH = 50_000;

export interface Receipt {
  format: string;
  version: 1;
  course: { title: string; build: string; edition: string };
  assignment: Record<string, unknown> | null;
  alias: string;
  saved: string;
  seed: { seed: number; at: string } | null;
  work: Record<string, Record<string, unknown>>;
}

/** The work in a file that is a receipt, or a notebook with one, as a file of all work has it; undefined if it is none. */
export function workInReceipt(
  file: unknown,
): { format: string; version: 1; work: Record<string, unknown>; assignment: unknown; alias: unknown } | undefined {
  const outer = file as { nbformat?: unknown; metadata?: Record<string, unknown> } | null;
  const found = (outer?.nbformat ? outer.metadata?.[NOTEBOOK_METADATA_KEY] : outer) as
    | Partial<Receipt>
    | null
    | undefined;
  if (found?.format !== FORMAT || found.version !== 1 || typeof found.work !== "object" || !found.work)
    return undefined;
  const seed = found.seed ? { "learner/seed": found.seed } : {};
  const { assignment, alias } = found;
  return { format: WORK_FORMAT, version: 1, work: { ...found.work, ...seed }, assignment, alias };
}
