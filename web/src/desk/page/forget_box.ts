// *Forget them all* asks first, and can be undone as long as the page is open.
import { say } from "../../shared/words";
import { deleteStoredMarks, restoreStoredMarks, type Stored } from "./stored_marks";

export function forgetBox(section: HTMLElement, said: (text: string) => void): void {
  const button = (name: string): HTMLButtonElement => section.querySelector(`[data-do="${name}"]`)!;
  const asking = section.querySelector<HTMLElement>(".forgetting")!;
  let dropped: Stored | undefined;
  const ask = (on: boolean): void => {
    asking.hidden = !on;
    button("forget").hidden = on;
    (on ? button("forget-no") : button("forget")).focus();
  };
  button("forget").addEventListener("click", () => ask(true));
  button("forget-no").addEventListener("click", () => ask(false));
  button("forget-yes").addEventListener("click", () => {
    void deleteStoredMarks().then((stored) => {
      dropped = stored;
      ask(false);
      button("forget-undo").hidden = !stored;
      said(say(stored ? "desk.forgotten" : "desk.forget-failed"));
    });
  });
  button("forget-undo").addEventListener("click", () => {
    if (!dropped) return;
    void restoreStoredMarks(dropped).then(() => {
      dropped = undefined;
      button("forget-undo").hidden = true;
      button("forget").focus();
      said(say("desk.forget-undone"));
    });
  });
}
