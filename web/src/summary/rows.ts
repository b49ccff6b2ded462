// What the summary says of each chapter, reckoned from what this browser keeps.
import type { Course } from "../assignment/course";
import { type CourseContents, isDone, type PageProgress, pageProgress } from "../progress/reckoning";
import { ESSAY_FIELD, parseTexts } from "../shared/free_text/saved_texts";

export interface ChapterRow {
  number: number;
  title: string;
  progress: PageProgress;
  /** Questions that were right at the first try. */
  firstTry: number;
  /** Titles of the exercises that passed their check. */
  solved: string[];
  /** Words of the chapter's essay. */
  words: number;
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;

/** Words of an essay; of one that is written as a memo, those of the memo's answers. */
function essayWords(essay: { id: string; memo?: string }, kept: Map<string, unknown>): number {
  const memo = essay.memo ? kept.get(`memo/${essay.memo}`) : undefined;
  const answers = (memo as { answers?: Record<string, unknown> } | undefined)?.answers;
  if (answers) return Object.values(answers).reduce<number>((sum, text) => sum + wordsIn(String(text)), 0);
  return wordsIn(parseTexts(kept.get(`reflection/${essay.id}`))?.texts[ESSAY_FIELD] ?? "");
}

/** A row for each chapter, in the order of the book. */
export function chapterRows(
  contents: CourseContents,
  course: Pick<Course, "exercises" | "reflections">,
  kept: Map<string, unknown>,
): ChapterRow[] {
  return Object.entries(contents).flatMap(([path, page]) => {
    if (!page.number) return [];
    const right = page.questions.filter((id) => {
      const answer = kept.get(`question/${id}`) as { right?: unknown; tries?: unknown } | undefined;
      return answer?.right === true && answer.tries === 1;
    });
    const solved = course.exercises.filter(({ id, page: where }) => where === path && isDone("exercises", id, kept));
    const essays = course.reflections.filter((essay) => essay.page === path);
    return [
      {
        number: page.number,
        title: page.title,
        progress: pageProgress(page, kept),
        firstTry: right.length,
        solved: solved.map(({ title }) => title),
        words: essays.reduce((sum, essay) => sum + essayWords(essay, kept), 0),
      },
    ];
  });
}
