// Which of the runtime's files a package is in: for the page's Python and for the desk's.

// In loading order; a package without an entry is in every start.
const BUNDLES: Record<string, string[]> = { numpy: ["numpy"], pandas: ["numpy", "pandas"] };

/** The bundles that `packages` need. */
export const bundlesFor = (packages: string[]): string[] => [
  ...new Set(packages.flatMap((name) => BUNDLES[name] ?? [])),
];

/** The packages with bundles that a piece of code imports by name. */
export const importedPackages = (code: string): string[] =>
  Object.keys(BUNDLES).filter((name) => new RegExp(`\\b(import|from)\\b[^#\\n]*\\b${name}\\b`).test(code));
