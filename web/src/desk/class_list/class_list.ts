// Who is in the class: by the instructor's own list, by a platform's export, or by both.
import words from "../../../../src/coursekit/words/en/classroom/class_list.json";
import { foldAlias } from "../../shared/learner/alias";
import { addSentences, say } from "../../shared/words";
import { checkColumns, ownList } from "./own_list";
import type { Person } from "./person";
import { type PlatformFile, platformFile } from "./platform_file";
import { asInFileNames, platformName } from "./platform_names";

addSentences(words);

export interface ClassList {
  /** Each person once. */
  everyone: Person[];
  /** By each folded spelling that is one person's alone. */
  people: Map<string, Person>;
  /** Who has a folded spelling that several people have. */
  shared: Map<string, Person[]>;
  platform: PlatformFile | undefined;
  /** Who on the instructor's own list is not in the platform's export. */
  elsewhere: Person[];
}

/** The list, and the platform's export; either may be missing, and an export can be the list. */
export function classList(list = "", exported = ""): ClassList {
  const listed = platformFile(list);
  const platform = exported ? platformFile(exported) : listed;
  const own = listed ? [] : ownList(list);
  const everyone = platform ? joined(own, platform.people) : own;
  const by = new Map<string, Person[]>();
  for (const one of everyone) for (const word of spellings(one)) by.set(word, [...(by.get(word) ?? []), one]);
  const alone = [...by].flatMap(([word, [one, ...more]]) => (one && !more.length ? [[word, one] as const] : []));
  return {
    everyone,
    people: new Map(alone),
    shared: new Map([...by].filter(([, several]) => several.length > 1)),
    platform,
    elsewhere: platform && own.length ? everyone.filter(({ row }) => row === undefined) : [],
  };
}

/** By what a hand-in may call a person: of a platform's export also by name, login, number and address. */
const spellings = ({ alias, also, row, name, login, sis_id, email }: Person): string[] => {
  const more = row === undefined ? [] : [name, login, sis_id, email];
  return [...new Set([alias, ...also, ...more].map(foldAlias))].filter(Boolean);
};

/** Each person of the own list with what the platform says of them, and then who is on the platform alone. */
function joined(own: Person[], exported: Person[]): Person[] {
  const taken = new Set<Person>();
  const known = own.map((mine) => {
    const there = partners(mine, exported)[0];
    if (!there || taken.has(there)) return mine;
    taken.add(there);
    const filled = Object.entries(there).filter(([field]) => !mine[field as keyof Person]);
    return { ...mine, ...(Object.fromEntries(filled) as Partial<Person>), also: [...mine.also, ...there.also] };
  });
  return [...known, ...exported.filter((one) => !taken.has(one))];
}

const IDS = ["canvas_id", "sis_id", "login", "email"] as const;

/** Who in the export has a number, login or address of this person; if the list gives none, the person's name. */
function partners(mine: Person, exported: Person[]): Person[] {
  const fold = (text: string): string => foldAlias(text);
  const given = IDS.filter((field) => mine[field]);
  const same = (one: Person): boolean => given.some((field) => fold(one[field]) === fold(mine[field]));
  const names = (one: Person): string[] => [one.name, ...one.also].map(fold);
  return exported.filter(given.length ? same : (one) => mine.name && names(one).includes(fold(mine.name)));
}

/** Whose file it is, by the name that a platform gave it: one person, several of one name, or nobody known. */
export function byFileName({ everyone }: ClassList, path: string): Person[] {
  const found = platformName(path);
  if (!found) return [];
  if (found.platform === "canvas") return everyone.filter(({ canvas_id }) => canvas_id === found.id);
  if (everyone.some(({ participant }) => participant)) {
    return everyone.filter(({ participant }) => participant === found.id);
  }
  const name = asInFileNames(found.person);
  return everyone.filter((one) => [one.name, ...one.also].some((word) => asInFileNames(word) === name));
}

/** @throws Error with a sentence: a list by which somebody could get another person's marks, or nobody their own */
export function checkClassList(list = "", exported = ""): void {
  for (const text of [list, exported]) {
    if (text.includes("\ufffd") || text.includes("\0")) throw new Error(say("class.encoding"));
  }
  const [platform, listed] = [platformFile(exported), platformFile(list)];
  if (exported && !platform) throw new Error(say("class.no-export"));
  if (listed && platform) throw new Error(say("class.two-exports"));
  if (list && !listed) checkColumns(list);
  const there = (platform ?? listed)?.people ?? [];
  const own = list && !listed ? ownList(list) : [];
  refuse("class.twice", own, (one) => [one.alias, ...one.also].map(foldAlias));
  refuse("class.files-twice", own, ({ files }) => files);
  refuse("class.number-twice", there, (one) => [one.canvas_id, one.participant ?? ""].filter(Boolean));
  const several = own.filter((one) => partners(one, there).length > 1);
  if (several.length) throw new Error(say("class.several", { aliases: several.map(({ alias }) => alias).join(", ") }));
  refuse("class.same-person", own, (one) => partners(one, there).map(({ row }) => String(row)));
}

/** @throws Error that names whoever has something in common with another */
function refuse(why: string, all: Person[], of: (person: Person) => string[]): void {
  const by = new Map<string, Set<Person>>();
  for (const one of all) for (const word of of(one)) by.set(word, (by.get(word) ?? new Set()).add(one));
  const twice = new Set([...by.values()].filter(({ size }) => size > 1).flatMap((some) => [...some]));
  const aliases = all.filter((one) => twice.has(one)).map(({ alias }) => alias);
  if (aliases.length) throw new Error(say(why, { aliases: aliases.slice(0, 10).join(", ") }));
}
