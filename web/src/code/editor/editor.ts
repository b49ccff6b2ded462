// bundle: editor
// The editor, loaded when an exercise comes near: CodeMirror 6 with Python's colours and help with brackets.
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { pageGlobal } from "../../shared/page_global";
import type { EditorMaker } from "../types";
import { completion } from "./completion";
import { typingAids } from "./typing";

// After Escape, the next Tab within this time leaves the editor; any other key ends the offer.
const LEAVE_MS = 60_000;

// On a phone a long line is wrapped: half of it would be out of sight.
const PHONE = "(max-width: 480px)";

const colours = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword],
    color: "var(--code-keyword)",
  },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  { tag: [tags.comment, tags.docComment], color: "var(--code-comment)", fontStyle: "italic" },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.definition(tags.variableName))],
    color: "var(--code-name)",
  },
]);

const leaveOnEscape = keymap.of([
  {
    key: "Escape",
    run: (view) => {
      view.setTabFocusMode(LEAVE_MS);
      return true;
    },
  },
]);

const editorMaker: EditorMaker = {
  create(into, { text, label, describedBy, onChange, names }) {
    const view = new EditorView({
      parent: into,
      state: EditorState.create({
        doc: text,
        extensions: [
          typingAids(),
          completion(names),
          leaveOnEscape,
          ...(matchMedia(PHONE).matches ? [EditorView.lineWrapping] : []),
          lineNumbers(),
          highlightActiveLine(),
          history(),
          EditorState.tabSize.of(4),
          indentUnit.of("    "),
          python(),
          syntaxHighlighting(colours),
          bracketMatching(),
          closeBrackets(),
          keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
          EditorView.contentAttributes.of({
            "aria-label": label,
            "aria-describedby": describedBy,
            tabindex: "0", // it is reached by Tab in any case; so checkers see it too
            autocapitalize: "off",
            autocorrect: "off",
            spellcheck: "false",
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) onChange();
          }),
        ],
      }),
    });
    return {
      value: () => view.state.doc.toString(),
      set: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
      focus: () => view.focus(),
    };
  },
};

pageGlobal<{ editor?: EditorMaker }>("coursekit", () => ({})).editor = editorMaker;
