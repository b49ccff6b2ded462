// Help with typing that never gets in the way of text that is already right: pasted, filled in, dictated, or sent by a
// script key by key, code ends up as it was sent.
import { insertNewlineAndIndent } from "@codemirror/commands";
import { type Extension, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";

const OPENING = new Set(["(", "[", "{", '"', "'"]);
// No one types more than twenty keys a second, eight keys in a row; dictation and scripts do.
const BURST_MS = 50;
const KEYS = 8;

/** Tells fast-fed text from typed text by the time between its keys. */
class TypingPace {
  private gaps: number[] = [];
  private last = 0;

  note(time: number): void {
    this.gaps.push(time - this.last);
    this.last = time;
    if (this.gaps.length > KEYS) this.gaps.shift();
  }

  isBurst(): boolean {
    if (this.gaps.length < KEYS - 3) return false;
    const sorted = [...this.gaps].sort((a, b) => a - b);
    return (sorted[Math.floor(sorted.length / 2)] ?? Infinity) < BURST_MS;
  }
}

/** The editor's help with new lines and brackets. */
export function typingAids(): Extension {
  const pace = new TypingPace();
  // Where a new line was indented by us and nothing has been typed since.
  let fresh: { from: number; to: number } | undefined;

  return [
    EditorView.domEventObservers({
      keydown: (event) => {
        if (event.key.length === 1 || event.key === "Enter") pace.note(event.timeStamp);
      },
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !update.transactions.some((t) => t.isUserEvent("input.indent"))) fresh = undefined;
    }),
    Prec.high(
      keymap.of([
        {
          key: "Enter",
          run: (view) => {
            if (pace.isBurst()) {
              view.dispatch(view.state.replaceSelection("\n"), { scrollIntoView: true, userEvent: "input" });
              return true;
            }
            if (!insertNewlineAndIndent(view)) return false;
            const { head } = view.state.selection.main;
            const line = view.state.doc.lineAt(head);
            fresh = head > line.from && !line.text.trim() ? { from: line.from, to: head } : undefined;
            return true;
          },
        },
      ]),
    ),
    Prec.highest(
      EditorView.inputHandler.of((view, from, to, text) => {
        // Who types the indent by hand, though we have made it already, gets the one they type.
        if (text === " " && fresh && from === fresh.to && to === from) {
          const { from: start } = fresh;
          view.dispatch({
            changes: { from: start, to, insert: " " },
            selection: { anchor: start + 1 },
            userEvent: "input.type",
          });
          return true;
        }
        const next = view.state.sliceDoc(to, to + 1);
        if (!OPENING.has(text) || next === text || !pace.isBurst()) return false;
        view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true, userEvent: "input.type" });
        return true;
      }),
    ),
  ];
}
