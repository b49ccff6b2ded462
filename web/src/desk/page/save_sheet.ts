// One of the desk's files, given to the browser to save.
import { saveFile } from "../../shared/save_file";

const TYPES: Record<string, string> = {
  csv: "text/csv",
  html: "text/html",
  json: "application/json",
  jsonl: "application/jsonl",
};

export function saveSheet(name: string, text: string): void {
  const type = TYPES[name.split(".").at(-1) ?? ""] ?? "text/plain";
  saveFile(name, new Blob([text], { type: `${type};charset=utf-8` }));
}
