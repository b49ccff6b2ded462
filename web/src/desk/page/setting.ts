// What a run of grading at the desk was given, besides the hand-ins.
import type { Key } from "../files/answer_key";
import type { Item } from "../types";
import type { ClassLists } from "./class_list_fields";
import type { StoredMarks } from "./stored_marks";

export interface Setting {
  key: Key;
  items: Item[] | undefined;
  lists: ClassLists;
  title: string | undefined;
  due: string | null | undefined;
  kept: StoredMarks;
  read(name: string): Promise<Uint8Array<ArrayBuffer>> | undefined;
}
