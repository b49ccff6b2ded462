// Sliders and progress bars of ipywidgets: what is spoken of them is the value that they show, not a place in a list.
import {
  FloatLogSliderView as FloatLogSlider,
  FloatRangeSliderView as FloatRangeSlider,
  FloatSliderView as FloatSlider,
  IntRangeSliderView as IntRangeSlider,
  IntSliderView as IntSlider,
  ProgressView as Progress,
  SelectionRangeSliderView as SelectionRangeSlider,
  SelectionSliderView as SelectionSlider,
} from "@jupyter-widgets/controls";

type Format = (value: number) => string;
interface SliderView {
  $slider: HTMLElement & {
    noUiSlider: { on(event: "update", told: (shown: unknown, handle: number, values: number[]) => void): void };
  };
  model: { get(name: string): unknown; readout_formatter: Format };
  _validate_slide_value(value: number): number;
}

/** Say at each handle what `words` makes of its value, after the slider has written its own numbers at all of them. */
function speak(view: unknown, words: (view: SliderView, value: number) => string): void {
  const slider = view as SliderView;
  slider.$slider.noUiSlider.on("update", (_shown, _handle, values) => {
    const handles = slider.$slider.querySelectorAll("[role=slider]");
    for (const [n, value] of values.entries()) handles[n]?.setAttribute("aria-valuetext", words(slider, value));
  });
}

const asShown = (view: SliderView, value: number): string =>
  view.model.readout_formatter(view._validate_slide_value(value));
const asPower = (view: SliderView, value: number): string =>
  view.model.readout_formatter(Number(view.model.get("base")) ** value);
const asOption = (view: SliderView, value: number): string =>
  (view.model.get("_options_labels") as string[])[Math.round(value)] ?? "";

export class IntSliderView extends IntSlider {
  override createSlider(): void {
    super.createSlider();
    speak(this, asShown);
  }
}

export class IntRangeSliderView extends IntRangeSlider {
  override createSlider(): void {
    super.createSlider();
    speak(this, asShown);
  }
}

export class FloatSliderView extends FloatSlider {
  override createSlider(): void {
    super.createSlider();
    speak(this, asShown);
  }
}

export class FloatRangeSliderView extends FloatRangeSlider {
  override createSlider(): void {
    super.createSlider();
    speak(this, asShown);
  }
}

export class FloatLogSliderView extends FloatLogSlider {
  override createSlider(): void {
    super.createSlider();
    speak(this, asPower);
  }
}

/** Its readout takes no typing: there is nothing behind it that would read a word. */
export class SelectionSliderView extends SelectionSlider {
  override createSlider(): void {
    super.createSlider();
    speak(this, asOption);
  }
  override update(options?: Parameters<SelectionSlider["update"]>[0]): void {
    super.update(options);
    this.readout.contentEditable = "false";
  }
}

export class SelectionRangeSliderView extends SelectionRangeSlider {
  override createSlider(): void {
    super.createSlider();
    speak(this, asOption);
  }
  override update(options?: Parameters<SelectionRangeSlider["update"]>[0]): void {
    super.update(options);
    this.readout.contentEditable = "false";
  }
}

export class ProgressView extends Progress {
  override update(): void {
    super.update();
    this.progress.setAttribute("role", "progressbar");
    for (const [told, name] of [
      ["aria-valuemin", "min"],
      ["aria-valuemax", "max"],
      ["aria-valuenow", "value"],
    ] as const)
      this.progress.setAttribute(told, String(this.model.get(name)));
  }
}
