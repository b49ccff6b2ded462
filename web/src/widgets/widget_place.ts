// Where a widget stands among a cell's outputs: shown by a script of its own, marked when its Python is gone.

import type { Mime, Output } from "../python/protocol";
import { currentChannel } from "../python/widget_channel";
import { button, element } from "../shared/element";
import { loadScript } from "../shared/load_script";
import { say } from "../shared/words";
import type { Host, WidgetRenderer } from "./host";

export const WIDGET_VIEW_TYPE = "application/vnd.jupyter.widget-view+json";
const SCRIPT = "widgets.js";

interface LivePlace {
  box: HTMLElement;
  end(): void;
}
const livePlaces = new Set<LivePlace>();

/** End the widgets' views inside `box`, which is to be emptied. */
export function releaseWidgets(box: HTMLElement): void {
  for (const one of livePlaces) {
    if (!box.contains(one.box)) continue;
    livePlaces.delete(one);
    one.end();
  }
}

/** The id of the widget in `data`, if there is one and its Python is there. */
export function widgetId(data: Mime): string | undefined {
  const view = data[WIDGET_VIEW_TYPE] as { model_id?: unknown } | undefined;
  return currentChannel() && typeof view?.model_id === "string" ? view.model_id : undefined;
}

/** An element in which the widget `id` appears; `output` takes what its callbacks print and show. */
export function widgetPlace(id: string, host: Host, output: (o: Output) => void): HTMLElement {
  const mine = currentChannel()!;
  const place = element("div", { className: "widgets-place", "data-widgets": "" }, say("widget.loading"));
  const box = element("div", { className: "widgets", "data-widgets": "loading" }, place);
  let end: (() => void) | undefined;
  let gone = false;
  const unheard = mine.onEnd(() => showDead(box, place, mine.ended ?? ""));
  const self: LivePlace = {
    box,
    end: () => {
      gone = true;
      unheard();
      end?.();
      end = undefined;
    },
  };
  livePlaces.add(self);
  const show = async (): Promise<void> => {
    try {
      await loadScript(SCRIPT);
      const shower = (window as unknown as { coursekit?: { widgets?: WidgetRenderer } }).coursekit?.widgets;
      if (!shower) throw new Error(SCRIPT);
      if (mine.ended !== undefined || gone) return;
      end = await shower.show(place, id, mine, host, output);
      if (gone) end();
      else if (box.dataset.widgets === "loading") box.dataset.widgets = "ready";
    } catch (error) {
      box.dataset.widgets = "failed";
      place.textContent = say("widget.failed", { detail: (error as Error).message });
    }
  };
  void show();
  return box;
}

/** Say that nothing moves any more, and offer to run what made it again. */
function showDead(box: HTMLElement, place: HTMLElement, reason: string): void {
  box.dataset.widgets = "dead";
  place.inert = true;
  for (const control of place.querySelectorAll<HTMLInputElement>("input, select, textarea, button"))
    control.disabled = true;
  const section = box.closest("section.cell, section.exercise");
  const note = element("p", { className: "widgets-dead" }, `${reason} ${say("widget.dead")}`.trim());
  const again = section?.querySelector<HTMLButtonElement>("button[data-do=run]");
  // One note is enough for widgets inside widgets, and one button for a cell.
  if (box.parentElement?.closest("[data-widgets=dead]")) return;
  if (again && !section?.querySelector(".widgets-dead button")) {
    note.append(
      " ",
      button(say("widget.again"), () => again.click()),
    );
  }
  box.prepend(note);
}
