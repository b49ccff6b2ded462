// An essay: what is written is kept in this browser while it is written.
import { button, element } from "../shared/element";
import { autosaveText, writeInto } from "../shared/text_autosave";
import { say } from "../shared/words";
import { parseText, type SavedText } from "./saved_text";

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** A text that a file brought and that was not taken: to be read, and let go. */
function showOther(field: HTMLElement, text: string, letGo: () => void): void {
  const box = element(
    "details",
    {},
    element("summary", {}, say("reflection.other")),
    element("p", { className: "other" }, text),
    button(say("reflection.let-go"), () => {
      box.remove();
      letGo();
    }),
  );
  field.after(box);
}

async function startReflection(section: HTMLElement): Promise<void> {
  const field = section.querySelector("textarea");
  if (!field) return; // its text is a memo's
  const key = `reflection/${section.id.replace(/^reflection-/, "")}`;
  const length = section.querySelector<HTMLElement>(".length");
  const status = section.querySelector<HTMLElement>(".feedback");

  const count = (): void => {
    if (length) length.textContent = say("reflection.length", { n: countWords(field.value) });
  };
  let other: string | undefined;
  const { last, changed, save } = await autosaveText<SavedText>({
    key,
    now: () => ({ text: field.value, at: new Date().toISOString(), ...(other && { other }) }),
    parse: parseText,
    show: ({ text }) => {
      writeInto(field, text);
      count();
    },
    session: () => {
      if (status) status.textContent = say("reflection.session");
    },
  });
  const typed = field.value !== ""; // before this script had come
  field.value ||= last?.text ?? "";
  other = last?.other;
  count();
  if (other)
    showOther(field, other, () => {
      other = undefined;
      void save();
    });

  field.addEventListener("input", () => {
    count();
    changed();
  });
  if (typed) void save();
  section.dataset.state = "ready";
}

for (const section of document.querySelectorAll<HTMLElement>("section.reflection")) void startReflection(section);
