// Pythons for marking: each for one hand-in, made ready ahead of it, ended after it.
import { Kernel, RUNTIME, Trouble } from "../worker/kernel";
import type { Manifest } from "../worker/messages";
import { say } from "../words";

/** The most memory of one, in pages of 64 KiB: half a gigabyte, many times what any exercise here needs. */
const PAGES = 8_192;

/** What the page's Python is made of; it is read once. */
export async function runtime(): Promise<Manifest> {
  if (location.protocol === "file:") throw new Trouble(say("python.from-disk"));
  const answer = await fetch(`${RUNTIME}manifest.json`, { cache: "no-cache" }).catch(() => undefined);
  if (!answer?.ok) throw new Trouble(say("python.unreachable", { file: "manifest.json", detail: String(answer?.status ?? "") }));
  return (await answer.json()) as Manifest;
}

/** A started Python; where a start fails for no plain reason, one more try is made. */
export async function started(manifest: Manifest, quiet = true, tries = 2): Promise<Kernel> {
  const made = new Kernel(manifest, { quiet, pages: PAGES });
  try {
    await made.ready;
    return made;
  } catch (error) {
    if (error instanceof Trouble && error.again && tries > 1) return started(manifest, quiet, tries - 1);
    throw error;
  }
}

export const end = (kernel: Kernel): void => kernel.lose({ status: "stopped" });

interface Spare {
  kernel: Promise<Kernel>;
  /** What it has, or will have once `kernel` is there. */
  bundles: string[];
}

export class Pool {
  private spares: Spare[] = [];
  private wanted: string[][] = [];
  private closed = false;

  constructor(
    private readonly manifest: Manifest,
    private readonly size: number,
  ) {}

  /** Say which bundles the next hand-ins need, the first one first: spares are made ready for them. */
  plan(needs: string[][]): void {
    this.wanted = needs.slice(0, this.size);
    this.fill();
  }

  /** A Python that nobody has used, with `bundles` loaded. */
  async take(bundles: string[]): Promise<Kernel> {
    if (this.closed) throw new Trouble(say("desk.closed"));
    const fitting = this.spares.find((one) => bundles.every((name) => one.bundles.includes(name)));
    // One that has less than is needed, rather than one with what another will need.
    const spare = fitting ?? this.spares[0] ?? this.begin(bundles);
    this.spares = this.spares.filter((one) => one !== spare);
    const kernel = await spare.kernel;
    await kernel.load(bundles);
    return kernel;
  }

  close(): void {
    this.closed = true;
    for (const { kernel } of this.spares) kernel.then(end, () => undefined);
    this.spares = [];
  }

  private fill(): void {
    if (this.closed) return;
    const free = [...this.spares];
    for (const bundles of this.wanted) {
      const place = free.findIndex((one) => bundles.length === one.bundles.length);
      if (place >= 0) free.splice(place, 1);
      else if (this.spares.length < this.size) this.spares.push(this.begin(bundles));
    }
  }

  private begin(bundles: string[]): Spare {
    const kernel = started(this.manifest).then(async (made) => {
      if (bundles.length) await made.load(bundles);
      return made;
    });
    const spare = { kernel, bundles };
    kernel.catch(() => (this.spares = this.spares.filter((one) => one !== spare)));
    return spare;
  }
}
