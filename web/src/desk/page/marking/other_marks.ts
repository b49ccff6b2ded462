// What other graders gave for the same item, and the button that ends a disagreement.
import { element } from "../../../shared/element";
import { say } from "../../../shared/words";
import { explainCriteria, graderOf } from "../../hand_marks/explain";
import { settle } from "../../hand_marks/marks";
import type { MarkKeeper } from "./mark_keeper";

/** The list, and what shows it anew; `decide` is called when the mark given here is to end the disagreement. */
export function otherMarks(
  text: string,
  keeper: MarkKeeper,
  decide: () => void,
): { element: HTMLElement; show(): void } {
  const list = element("ul");
  const disagree = element("p", { className: "wrong" }, say("desk.disagree"));
  // The button stays the same element: leaving the field of points shows the marks anew before a press is over.
  const end = element("button", { type: "button" }, say("desk.decide"));
  end.addEventListener("click", decide);
  const show = (): void => {
    const settled = settle(keeper.marks(text));
    const lines = keeper
      .marks(text)
      .filter((mark) => mark !== keeper.mine(text) && mark.points !== null)
      .map((mark) => {
        const values = { grader: graderOf(mark), points: mark.points ?? "", comment: mark.comment ?? "" };
        const line = say(mark.comment ? "desk.other-mark-comment" : "desk.other-mark", values);
        const criteria = mark.criteria ? explainCriteria(graderOf(mark), mark.criteria) : "";
        return element("li", {}, [line, criteria, mark.reason ?? ""].filter(Boolean).join(" "));
      });
    list.replaceChildren(...lines);
    list.hidden = !lines.length;
    disagree.hidden = end.hidden = !settled || settled.points !== undefined;
  };
  show();
  return { element: element("div", { className: "others" }, list, disagree, end), show };
}
