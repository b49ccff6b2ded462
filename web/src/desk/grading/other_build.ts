// Whether the course has changed between the page on which a hand-in was made and the desk that grades it.
import { say } from "../../shared/words";
import type { Entry } from "../files/answer_key";
import type { HandIn } from "../files/submission";

/**
 * A sentence, if there is something to know; undefined if not.
 * Two editions of one course are two builds, so between them the builds say nothing: the exercises' versions do.
 */
export function otherBuild(
  site: { build: string; edition: string },
  key: { exercises: ReadonlyMap<string, Pick<Entry, "version">> },
  read: Pick<HandIn, "build" | "edition" | "exercises">,
): string | undefined {
  const { build, edition } = read;
  if (!build || !site.build || build === site.build) return undefined;
  if (!edition || !site.edition || edition === site.edition) return say("desk.other-build", { build, edition });
  const changed = [...read.exercises].some(([id, one]) => {
    const known = key.exercises.get(id);
    return one?.version && known && known.version !== one.version;
  });
  return changed ? say("desk.other-edition", { build, edition }) : undefined;
}
