// Fetch the runtime's files with progress, and accept only what has the manifest's SHA-256.
import type { Manifest, Part } from "../python/messages";

/** A file that is not as the manifest says, or that did not come at all. */
export class FileError extends Error {
  constructor(
    readonly reason: "bad-file" | "unreachable",
    readonly file: string,
    detail: string,
  ) {
    super(detail);
  }
}

// Held here: once Python runs, the worker's own fetch is shut.
const originalFetch = globalThis.fetch.bind(globalThis);

export type OnProgress = (loaded: number, total: number) => void;

/** The files of one build under one address. */
export class RuntimeFiles {
  private loaded = 0;
  private total = 0;

  constructor(
    private readonly root: string,
    private readonly manifest: Manifest,
    private readonly told: OnProgress,
  ) {}

  part(name: string): Part {
    const part = this.manifest.files[name];
    if (!part) throw new FileError("bad-file", name, "manifest.json");
    return part;
  }

  /** Where `name` is. The hash is in it: after a rebuild no cache can give the old file for the new one. */
  address(name: string): string {
    const part = this.part(name);
    return `${this.root}${part.file}?${part.sha256.slice(0, 8)}`;
  }

  /** The answer for `name`, before its content has come. */
  async request(name: string): Promise<Response> {
    const part = this.part(name);
    this.total += part.bytes;
    try {
      const answer = await originalFetch(this.address(name));
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      return answer;
    } catch (error) {
      throw new FileError("unreachable", part.file, String((error as Error).message));
    }
  }

  /** The whole content of `answer`, checked against what the manifest says of `name`. */
  async content(name: string, answer: Response): Promise<Uint8Array<ArrayBuffer>> {
    const part = this.part(name);
    const bytes = new Uint8Array(part.bytes);
    let length = 0;
    try {
      const reader = answer.body!.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        if (length + value.length <= bytes.length) bytes.set(value, length);
        length += value.length;
        this.loaded += value.length;
        this.told(this.loaded, this.total);
      }
    } catch (error) {
      throw new FileError("unreachable", part.file, String((error as Error).message));
    }
    if (length !== part.bytes) throw new FileError("bad-file", part.file, `${length} ≠ ${part.bytes}`);
    // There is no crypto.subtle on an address that is neither https nor localhost; the length was checked.
    const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
    if (subtle) {
      const found = [...new Uint8Array(await subtle.digest("SHA-256", bytes))];
      const hex = found.map((byte) => byte.toString(16).padStart(2, "0")).join("");
      if (hex !== part.sha256) throw new FileError("bad-file", part.file, `SHA-256 ${hex.slice(0, 12)}`);
    }
    return bytes;
  }

  async get(name: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.content(name, await this.request(name));
  }

  /** A bundle's zip: it travels compressed as a whole, and the browser unpacks it. */
  async bundle(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const packed = await this.get(name);
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /** Python itself, compiled while it arrives, and its bytes checked before it is used. */
  async module(name: string): Promise<WebAssembly.Module> {
    const answer = await this.request(name);
    const streams = (answer.headers.get("content-type") ?? "").startsWith("application/wasm");
    const copy = answer.clone();
    // Compiled from the answer itself: the browser then keeps the machine code for the next visit.
    const compiling = streams ? WebAssembly.compileStreaming(answer) : undefined;
    compiling?.catch(() => undefined);
    const bytes = await this.content(name, copy);
    return compiling ?? WebAssembly.compile(bytes);
  }
}
