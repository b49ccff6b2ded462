// One person of a class, as far as lists and platforms tell.
export interface Person {
  alias: string;
  name: string;
  canvas_id: string;
  sis_id: string;
  login: string;
  section: string;
  email: string;
  /** Moodle's number of the person in one assignment. */
  participant?: string;
  /** Other spellings of the alias that are the same person's. */
  also: string[];
  /** Names of files that are this person's, whatever alias they carry. */
  files: string[];
  /** Place of the person's row in the platform's file. */
  row?: number;
}

/** Who is on no list: only the alias is known. */
export function nobody(alias: string): Person {
  const name = alias.trim();
  const empty = { canvas_id: "", sis_id: "", section: "", also: [], files: [] };
  return { ...empty, alias: name, name, login: name, email: name.includes("@") ? name : "" };
}
