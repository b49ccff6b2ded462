// One of the desk's files, given to the browser to save.
import { saveFile } from "../../shared/save_file";
import { say } from "../../shared/words";
import { type About, results, sheets, xapi } from "../export";
import { feedbackZip } from "../feedback/bundle";
import { writeMarks } from "../hand_marks/marks_file";
import type { BankComment, HandMark, Marked } from "../types";

const TYPES: Record<string, string> = {
  csv: "text/csv",
  html: "text/html",
  json: "application/json",
  jsonl: "application/jsonl",
  zip: "application/zip",
};

export function saveSheet(name: string, content: string | Uint8Array<ArrayBuffer>): void {
  const type = TYPES[name.split(".").at(-1) ?? ""] ?? "text/plain";
  const charset = typeof content === "string" ? ";charset=utf-8" : "";
  saveFile(name, new Blob([content], { type: `${type}${charset}` }));
}

/** What the file of that name holds; undefined: it is not to be had. */
export function sheetNamed(
  name: string,
  all: Marked[],
  about: About,
  hand: HandMark[],
  bank: BankComment[],
): string | Uint8Array<ArrayBuffer> | undefined {
  if (name === "marks.json") return writeMarks(hand, about.late, bank, about.sharing);
  if (name === "results.jsonl") return results(all).text;
  if (name === "xapi.json") return xapi(all, about, hand).text;
  if (name === "feedback.zip") return feedbackZip(all, about, hand);
  return sheets(all, about, hand).find((sheet) => sheet.name === name)?.text;
}

/** Why a file is not to be had, as a sentence. */
export function whyMissing(name: string): string {
  const why = {
    "shares.csv": "desk.no-shares",
    "mistakes.csv": "desk.no-mistakes",
    "conflicts.csv": "desk.no-conflicts",
  }[name];
  return say(why ?? "desk.no-filled-in");
}
