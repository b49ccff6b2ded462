// An element with its properties and what is in it.

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  put: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), put);
  made.append(...children);
  return made;
}
