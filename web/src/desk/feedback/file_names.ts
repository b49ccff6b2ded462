// What a learner's feedback is called in the ZIP, so that the platform knows whose it is when the ZIP is uploaded.
//
// Moodle (mod/assign/feedback/file/importziplib.php): a folder called like the one of the download, or a file whose name
// begins like it. Canvas (infer_comment_context_from_filename in app/models/abstract_assignment.rb): the first two whole
// numbers between underscores are the person and the file that was handed in.
import { platformName } from "../class_list/platform_names";

/** The path for feedback on the hand-in `file` of `alias`. */
function pathFor(file: string, alias: string): string {
  const name = platformName(file);
  if (!name) return `${plain(alias) || plain(file.split("/").at(-1) ?? "") || "hand-in"}.html`;
  const folder = name.platform === "moodle" && !file.endsWith(name.part);
  return folder ? `${inOneFolder(name.part)}/feedback.html` : `${inOneFolder(name.prefix)}feedback.html`;
}

/** Without signs that no platform writes and that a system may take for a way into another folder, or not at all. */
const inOneFolder = (part: string): string => part.replace(/[\p{Cc}<>:"|?*\\]/gu, "_");

const plain = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N} ._-]/gu, "_")
    .replace(/^[. ]+|[. ]+$/g, "")
    .slice(0, 80);

/** A path for each, no two the same in any case. */
export function feedbackPaths(all: { file: string; alias: string }[]): string[] {
  const taken = new Set<string>();
  return all.map(({ file, alias }) => {
    const path = pathFor(file, alias);
    let [found, n] = [path, 2];
    while (taken.has(found.toLowerCase())) found = path.replace(/(\.html)$/, ` (${n++})$1`);
    taken.add(found.toLowerCase());
    return found;
  });
}
