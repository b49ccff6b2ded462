// How many times larger than its own measures an element is shown: the projector view enlarges pictures (CSS zoom).

export function enlargement(element: HTMLElement): number {
  const shown = element.getBoundingClientRect().width;
  return shown && element.offsetWidth ? shown / element.offsetWidth : 1;
}
