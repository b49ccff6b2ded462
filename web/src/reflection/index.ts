// An essay: what is written is kept in this browser while it is written.
import { dropSlip, get, leaveSlip, put, takeSlips } from "../store";
import { say } from "../words";
import { soundText, type Text } from "./text";

const REST = 400; // ms of quiet before what is written is put away

const words = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

async function start(section: HTMLElement): Promise<void> {
  const field = section.querySelector("textarea");
  if (!field) return; // its text is a memo's
  const key = `reflection/${section.id.replace(/^reflection-/, "")}`;
  const length = section.querySelector<HTMLElement>(".length");
  const status = section.querySelector<HTMLElement>(".feedback");
  let timer: number | undefined;

  const count = (): void => void (length && (length.textContent = say("reflection.length", { n: words(field.value) })));
  const now = (): Text => ({ text: field.value, at: new Date().toISOString() });
  const keep = async (): Promise<void> => {
    window.clearTimeout(timer);
    timer = undefined;
    const where = await put(key, now());
    if (where === "session" && status) status.textContent = say("reflection.session");
    dropSlip(key);
  };

  // What another tab left as it ended may be newer than what was put away.
  const stored = [soundText(await get(key)), ...takeSlips(key).map(soundText)].filter((one) => one !== undefined);
  const newest = stored.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  field.value ||= newest?.text ?? "";
  count();

  field.addEventListener("input", () => {
    count();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void keep(), REST);
  });
  addEventListener("pagehide", () => {
    if (timer !== undefined) leaveSlip(key, now());
  });
  section.dataset["state"] = "ready";
}

for (const section of document.querySelectorAll<HTMLElement>("section.reflection")) void start(section);
