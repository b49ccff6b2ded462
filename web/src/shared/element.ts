// Elements of the page, made without a string of HTML: what is put in as text can be nothing else.

type Attributes = { [name: `aria-${string}` | `data-${string}`]: string };
type Properties<K extends keyof HTMLElementTagNameMap> = Omit<Partial<HTMLElementTagNameMap[K]>, "children"> &
  Attributes;

/**
 * An element with its properties and what is in it.
 * @param properties of the element (`className`, `textContent`, `htmlFor` …); names with a hyphen are attributes
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties = {} as Properties<K>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-")) made.setAttribute(key, String(value));
    else (made as unknown as Record<string, unknown>)[key] = value;
  }
  made.append(...children);
  return made;
}

/** A button that does `act` when it is pressed; `className` as for any element. */
export function button(label: string, act: () => void, className = ""): HTMLButtonElement {
  const made = element("button", { type: "button", ...(className && { className }) }, label);
  made.addEventListener("click", act);
  return made;
}

/** Put a button into use or out of use. Out of use it keeps the focus, which `disabled` would let fall off the page. */
export function setEnabled(button: HTMLButtonElement, is: boolean): void {
  button.disabled = false;
  if (is) button.removeAttribute("aria-disabled");
  else button.setAttribute("aria-disabled", "true");
}

/** Whether pressing it shall do anything. */
export const isEnabled = (button: Element): boolean => button.getAttribute("aria-disabled") !== "true";

/** What the course's own build wrote as HTML, as nodes; never for what a learner or a file has written. */
export function builtHtml(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, "text/html"); // a script in it does not run
  const made = document.createDocumentFragment();
  made.append(...parsed.body.childNodes);
  return made;
}
