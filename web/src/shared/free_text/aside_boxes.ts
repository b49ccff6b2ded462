// Texts that another took the place of: each stands below its field, to be read and let go.
import { button, element } from "../element";
import { say } from "../words";

export interface AsideBoxes {
  /** Show these texts, by field. Returns whether one of them is new here. */
  show(aside: Record<string, string[]>): boolean;
}

/**
 * Boxes below `fields`.
 *
 * @param letGo called with the field's name and the text when the learner lets one go
 */
export function asideBoxes(fields: Map<string, HTMLElement>, letGo: (name: string, text: string) => void): AsideBoxes {
  const boxes = new Map<string, HTMLElement>();
  const gone = new Set<string>();
  const show = (aside: Record<string, string[]>): boolean => {
    const wanted = new Map(
      [...fields].flatMap(([name, field]) =>
        (aside[name] ?? []).map((text) => [`${name}/${text}`, { name, field, text }]),
      ),
    );
    for (const [id, box] of boxes) {
      if (wanted.has(id)) continue;
      box.remove();
      boxes.delete(id);
    }
    let isNew = false;
    for (const [id, { name, field, text }] of wanted) {
      if (boxes.has(id) || gone.has(id)) continue;
      const letItGo = button(say("reflection.let-go"), () => {
        gone.add(id);
        box.remove();
        boxes.delete(id);
        letGo(name, text);
      });
      const box = element(
        "details",
        {},
        element("summary", {}, say("reflection.other")),
        element("p", { className: "other" }, text),
        letItGo,
      );
      field.after(box);
      boxes.set(id, box);
      isNew = true;
    }
    return isNew;
  };
  return { show };
}
