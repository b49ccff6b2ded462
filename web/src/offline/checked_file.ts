// A file that is to be kept: whether it is what the build says, or why it could not be kept.

/** A file that could not be kept, and why. */
export class CacheError extends Error {
  constructor(
    readonly reason: "unreachable" | "full" | "changed",
    readonly file: string,
  ) {
    super(file);
  }
}

/** The start of the SHA-256 of `bytes`, as the build writes it for each file. */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
