// In place of a package that the bundle does not use (see build.mjs).
export default (source: string): string => source;
