// The list of names that the editor offers. It opens while a name or an attribute is being written, or on Ctrl + Space;
// nothing is taken from it unless it was chosen, so that Enter and Tab go on meaning what they meant.
import {
  acceptCompletion,
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  closeCompletion,
  completionKeymap,
  completionStatus,
  selectedCompletion,
} from "@codemirror/autocomplete";
import { pythonLanguage } from "@codemirror/lang-python";
import { syntaxTree } from "@codemirror/language";
import { type Extension, Prec } from "@codemirror/state";
import { EditorView, keymap, type Rect, tooltips } from "@codemirror/view";
import type { CompletionSource } from "../types";
import { definedNames } from "./defined_names";

/** Characters before the cursor that Python is told of. */
const CONTEXT_LENGTH = 2000;
const WORD = /[\p{L}\p{N}_]*$/u;
const KEY = /\[(['"])([^'"\\\n]*)$/u;

async function complete(context: CompletionContext, names: CompletionSource): Promise<CompletionResult | null> {
  const before = context.state.sliceDoc(Math.max(0, context.pos - CONTEXT_LENGTH), context.pos);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const key = KEY.exec(line);
  const inside = syntaxTree(context.state).resolveInner(context.pos, -1).name;
  if (inside === "Comment" || (!key && /String/.test(inside))) return null;
  const begun = key ? (key[2] ?? "") : (WORD.exec(line)?.[0] ?? "");
  const attribute = !key && line.at(-begun.length - 1) === ".";
  if (!context.explicit && !begun && !attribute && !key) return null;
  if (/^\d/.test(begun)) return null;
  const made = attribute || key ? [] : definedNames(names.before());
  const known = new Map(made.map((one) => [one.name, one.kind]));
  for (const one of await names.ask(before)) known.set(one.name, one.kind);
  if (!known.size || context.aborted) return null;
  return {
    from: context.pos - begun.length,
    options: [...known].map(([label, type]) => ({ label, type })),
    validFor: key ? /^[^'"\\\n]*$/u : /^[\p{L}\p{N}_]*$/u,
  };
}

// In the page's own colours, light and dark.
const theme = EditorView.theme({
  ".cm-tooltip.cm-tooltip-autocomplete": {
    background: "var(--card)",
    color: "var(--ink)",
    border: "1px solid var(--soft)",
    borderRadius: "6px",
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", fontSize: "0.9rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "4px 10px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    background: "var(--tangible)",
    color: "var(--paper)",
  },
});

/** Where the list may lie: in the window, above the buttons that stand below the field. */
function listSpace(view: EditorView): Rect {
  const page = document.documentElement;
  const bar = view.dom.closest("section")?.querySelector("button[data-do=stop]")?.closest(".bar");
  const buttons = bar?.getBoundingClientRect().top ?? page.clientHeight;
  return { top: 0, left: 0, right: page.clientWidth, bottom: Math.min(page.clientHeight, buttons) };
}

/** The editor's help with names. */
export function completion(names: CompletionSource | undefined): Extension {
  return [
    theme,
    tooltips({ tooltipSpace: listSpace }),
    autocompletion({ selectOnOpen: false, defaultKeymap: false, icons: false, activateOnTypingDelay: 150 }),
    names ? pythonLanguage.data.of({ autocomplete: (context: CompletionContext) => complete(context, names) }) : [],
    Prec.highest(
      keymap.of([
        {
          key: "Escape",
          run: (view) => {
            const open = completionStatus(view.state) === "active";
            closeCompletion(view);
            return open; // a list that is open is closed first; only then does Escape leave the editor
          },
        },
        { key: "Tab", run: (view) => (selectedCompletion(view.state) ? acceptCompletion(view) : false) },
        ...completionKeymap.filter((binding) => binding.key !== "Escape"),
      ]),
    ),
  ];
}
