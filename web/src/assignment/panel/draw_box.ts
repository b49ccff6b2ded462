// Which of the pools' things are this learner's: drawn by the name or alias, for which the box asks.

import { element } from "../../shared/element";
import { ALIAS_KEY, foldAlias, MAX_ALIAS_LENGTH, plainAlias } from "../../shared/learner/alias";
import { put } from "../../shared/store";
import { say } from "../../shared/words";
import type { Thing } from "../course";
import { drawnFor } from "../draw";

/** The box at the head of an assignment with pools, and the learner's own things. */
export class DrawBox {
  readonly root = element("form", { className: "draw", autocomplete: "off" });
  private readonly name = element("input", {
    type: "text",
    id: "assignment-draw-alias",
    maxLength: MAX_ALIAS_LENGTH,
    autocomplete: "off",
    required: true,
  });
  private readonly told = element("p", { role: "status" });
  private last: string | undefined;

  constructor(private readonly things: Thing[]) {
    const label = element("label", { htmlFor: this.name.id }, say("hand-in.alias"));
    const button = element("button", { type: "submit" }, say("assignment.draw-button"));
    const field = element("div", { className: "field" }, label, this.name);
    this.root.append(element("p", {}, say("assignment.draw-about")), field, button, this.told);
    this.root.addEventListener("submit", (event) => {
      event.preventDefault();
      const who = plainAlias(this.name.value);
      if (who) void put(ALIAS_KEY, who).then(() => this.root.dispatchEvent(new Event("change", { bubbles: true })));
    });
  }

  /** What the learner of the name that is kept has to do; says which name that is, and that it has changed. */
  mine(kept: unknown): Thing[] {
    const who = typeof kept === "string" ? kept : "";
    if (who === this.last) return this.drawn(who);
    const before = this.last;
    this.last = who;
    if (who) this.name.value = who;
    const changed = before && foldAlias(before) !== foldAlias(who);
    const mine = this.drawn(who);
    const n = mine.filter(({ pool }) => pool !== undefined).length;
    this.told.textContent = who ? say(changed ? "assignment.drawn-anew" : "assignment.drawn", { who, n }) : "";
    return mine;
  }

  private drawn(who: string): Thing[] {
    return who ? drawnFor(this.things, who) : this.things.filter(({ pool }) => pool === undefined);
  }
}
