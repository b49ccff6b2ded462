// The way back to nothing, by choice: which kinds of what this browser keeps are deleted is the learner's to say.
import { button, element } from "../shared/element";
import { say } from "../shared/say";
import { deleteWork } from "../shared/store";
import { LAST_PLACE_KEY } from "./last_place";
import { SEEN_KEY } from "./seen";

/** What can be deleted, and which keys belong to it. */
export const GROUPS = {
  seen: new RegExp(`^(?:${SEEN_KEY}|${LAST_PLACE_KEY})$`),
  guesses: /^(?:prediction|scene)\//,
  questions: /^(?:question|review)\//,
  code: /^(?:exercise|cell)\//,
  texts: /^(?:memo|reflection)\//,
} as const;
export type Group = keyof typeof GROUPS;

/** Whether what is kept under `key` belongs to one of the groups. */
export const belongs = (key: string, groups: Group[]): boolean => groups.some((group) => GROUPS[group].test(key));

/** The form: a box for each group, of which none is ticked, and a second press before anything goes. */
export function resetForm(): HTMLElement {
  const boxes = (Object.keys(GROUPS) as Group[]).map((group) => {
    const box = element("input", { type: "checkbox", name: group });
    return element("label", {}, box, " ", say(`progress.reset.${group}`));
  });
  const status = element("p", { role: "status" });
  let sure = false;
  const act = button(say("progress.reset.delete"), () => {
    const groups = [...form.querySelectorAll<HTMLInputElement>("input:checked")].map(({ name }) => name as Group);
    if (!groups.length) status.textContent = say("progress.reset.nothing");
    else if (!sure) {
      sure = true;
      status.textContent = say("progress.reset.sure");
      act.textContent = say("progress.reset.yes");
    } else void deleteWork((key) => belongs(key, groups)).then(() => location.reload());
  });
  const form = element(
    "form",
    { className: "reset" },
    element("fieldset", {}, element("legend", {}, say("progress.reset.which")), ...boxes),
    element("div", { className: "bar" }, act),
    status,
  );
  form.addEventListener("change", () => {
    sure = false;
    status.textContent = "";
    act.textContent = say("progress.reset.delete");
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  return element("details", {}, element("summary", {}, say("progress.reset.title")), form);
}
