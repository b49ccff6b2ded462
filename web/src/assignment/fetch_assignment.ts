// What a short link names: an assignment that lies beside the site's pages as assignments/NAME.json.
import { BadAssignment } from "./bad_assignment";
import { type Assignment, fromContent } from "./format";
import { filePath } from "./link";
import { siteUrl } from "./site";

const MAX_FILE_LENGTH = 40_000; // characters

/** The assignment in the site's file of that name. Throws BadAssignment. */
export async function fetchAssignment(name: string): Promise<Assignment> {
  if (location.protocol === "file:") throw new BadAssignment("assignment.bad-folder");
  let text: string;
  try {
    // Of this site alone, whatever the file says of where it has gone; as it is now, not as it was.
    const how: RequestInit = { mode: "same-origin", credentials: "omit", redirect: "error", cache: "no-cache" };
    const answer = await fetch(siteUrl(filePath(name)), how);
    if (!answer.ok) throw new Error(String(answer.status));
    text = await answer.text();
  } catch {
    throw new BadAssignment("assignment.bad-no-file", { value: name });
  }
  if (text.length > MAX_FILE_LENGTH) throw new BadAssignment("assignment.bad-long");
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new BadAssignment("assignment.bad-no-json", { value: name });
  }
  return fromContent(data);
}
