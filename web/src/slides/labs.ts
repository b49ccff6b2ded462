// Labs beside the slides: reveal.js takes every section in a slide for a slide below it, and a lab is a section.

/** Move each slide's lab out of it; returns the labs by their slides. Printed, each lab stands in its slide again. */
export function liftLabs(main: HTMLElement, slides: HTMLElement[]): Map<HTMLElement, HTMLElement> {
  const labs = new Map<HTMLElement, HTMLElement>();
  const homes = new Map<HTMLElement, Element>();
  for (const slide of slides) {
    const lab = slide.querySelector<HTMLElement>(".bench-of-slide");
    if (!lab?.parentElement) continue;
    homes.set(lab, lab.parentElement);
    labs.set(slide, lab);
    lab.hidden = true;
    lab.dataset.preventSwipe = ""; // a finger on a slider turns no slide
  }
  const out = (): void => main.append(...labs.values());
  const home = (): void => {
    for (const [lab, place] of homes) place.append(lab);
  };
  out();
  addEventListener("beforeprint", home);
  addEventListener("afterprint", out);
  return labs;
}

/** Show the lab of the slide that is shown, and no other. */
export function showLabs(main: HTMLElement, labs: Map<HTMLElement, HTMLElement>, slide: HTMLElement | undefined): void {
  const lab = slide && labs.get(slide);
  for (const one of labs.values()) one.hidden = one !== lab;
  main.dataset.shows = lab ? "lab" : "slide";
  if (lab) window.dispatchEvent(new Event("resize")); // its pictures fit themselves to the room they now have
}
