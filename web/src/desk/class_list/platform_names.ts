// The names that Canvas and Moodle give to files when all hand-ins of an assignment are downloaded at once.
//
// Canvas (lib/content_zipper.rb): lastfirst_USER_FILE_name, or lastfirst_LATE_USER_FILE_name for a late hand-in, where
// USER is the ID of the gradebook's export. Its own reader of such names (infer_comment_context_from_filename in
// app/models/abstract_assignment.rb) takes the first two parts between underscores that are whole numbers.
// Moodle (mod/assign/classes/downloader.php): Full Name_PARTICIPANT_assignsubmission_file/name, in versions before 4.1
// with an underscore before the slash, or all of it before the file's name where folders are not wanted. PARTICIPANT
// is a number of its own for each assignment, which only the grading worksheet names.

export interface PlatformName {
  platform: "canvas" | "moodle";
  /** Canvas: the user; Moodle: the participant of the assignment. */
  id: string;
  /** Canvas: the file as it was handed in. */
  fileId: string;
  /** As the name has it: of Canvas in small letters without spaces, of Moodle as the site shows it. */
  person: string;
  /** Canvas says that it was late; Moodle's names say nothing of it. */
  late: boolean;
  /** The folder or file whose name it is, without what stands before it. */
  part: string;
  /** What stands before the learner's own name of the file. */
  prefix: string;
}

/** What a path says, by the outermost of its parts that says anything: what is further in is named by the learner. */
export function platformName(path: string): PlatformName | undefined {
  for (const part of path.split("/")) {
    const found = moodleName(part) ?? canvasName(part);
    if (found) return found;
  }
  return undefined;
}

function moodleName(part: string): PlatformName | undefined {
  const [prefix, person, id] = /^([^_]+)_(\d+)_assignsubmission_[a-z]+(?:_|$)/.exec(part) ?? [];
  if (prefix === undefined || !person || !id) return undefined;
  return { platform: "moodle", id, fileId: "", person, late: false, part, prefix };
}

function canvasName(part: string): PlatformName | undefined {
  const words = part.split("_");
  const [user, file] = words.flatMap((word, place) => (/^\d+$/.test(word) ? [place] : []));
  if (user === undefined || file !== user + 1 || user === 0 || file === words.length - 1) return undefined;
  const late = words[user - 1] === "LATE";
  const person = words.slice(0, late ? user - 1 : user).join("_");
  if (!person) return undefined;
  const prefix = `${words.slice(0, file + 1).join("_")}_`;
  return { platform: "canvas", id: words[user] ?? "", fileId: words[file] ?? "", person, late, part, prefix };
}

/** A name as Moodle leaves it in a file's name: without the signs that file systems do not take, in one case. */
export const asInFileNames = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/[\p{Cc}&<>"`|':\\/]/gu, "")
    .replace(/[_\s]+/gu, " ")
    .trim()
    .toLowerCase();
