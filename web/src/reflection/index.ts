// bundle: none
// An essay: what is written is kept in this browser while it is written.
import { ESSAY_FIELD } from "../shared/free_text/saved_texts";
import { autosaveText } from "../shared/free_text/text_autosave";
import { say } from "../shared/words";

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

async function startReflection(section: HTMLElement): Promise<void> {
  const field = section.querySelector("textarea");
  if (!field) return; // its text is a memo's
  const length = section.querySelector<HTMLElement>(".length");
  const status = section.querySelector<HTMLElement>(".feedback");

  const count = (): void => {
    if (length) length.textContent = say("reflection.length", { n: countWords(field.value) });
  };
  const { changed } = await autosaveText({
    key: `reflection/${section.id.replace(/^reflection-/, "")}`,
    fields: new Map([[ESSAY_FIELD, field]]),
    essay: true,
    shown: count,
    tell: (sentence) => {
      if (status) status.textContent = sentence;
    },
    sessionOnly: say("reflection.session"),
  });
  field.addEventListener("input", () => {
    count();
    changed();
  });
  section.dataset.state = "ready";
}

for (const section of document.querySelectorAll<HTMLElement>("section.reflection")) void startReflection(section);
