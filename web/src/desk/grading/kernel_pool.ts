// Pythons for marking: each for one hand-in, made ready ahead of it, ended after it.
import { Kernel } from "../../python/kernel";
import type { Manifest } from "../../python/messages";
import { PythonUnavailable } from "../../python/runtime";
import { say } from "../../shared/words";

/** The most memory of one, in pages of 64 KiB: 400 MB, of which Python with pandas takes a quarter. */
const MEMORY_PAGES = 6_144;

/** A started Python; where a start fails for no plain reason, one more try is made. */
export async function startKernel(manifest: Manifest, quiet = true, tries = 2): Promise<Kernel> {
  const made = new Kernel(manifest, { quiet, pages: MEMORY_PAGES });
  try {
    await made.ready;
    return made;
  } catch (error) {
    if (error instanceof PythonUnavailable && error.again && tries > 1) return startKernel(manifest, quiet, tries - 1);
    throw error;
  }
}

export const endKernel = (kernel: Kernel): void => kernel.terminate({ status: "stopped" });

interface Spare {
  kernel: Promise<Kernel>;
  /** What it has, or will have once `kernel` is there. */
  bundles: string[];
}

/**
 * Never more at once than there are hand-ins side by side: of those each is either being made ready or at work, which
 * keeps every core busy. One more is made ahead only where all are small (one with pandas takes 250 MB).
 */
export class KernelPool {
  private spares: Spare[] = [];
  private wanted: string[][] = [];
  private out = 0;
  private closed = false;

  constructor(
    private readonly manifest: Manifest,
    private readonly size: number,
  ) {}

  /** Say which bundles the next hand-ins need, the first one first: spares are made ready for them. */
  plan(needs: string[][]): void {
    this.wanted = needs;
    this.fill();
  }

  /** A Python that nobody has used, with `bundles` loaded; `ended` must be called for it, whatever comes of it. */
  async take(bundles: string[]): Promise<Kernel> {
    if (this.closed) throw new PythonUnavailable(say("desk.closed"));
    // One with just what is needed, rather than one with what another will need.
    const fitting = this.spares.find((one) => one.bundles.length === bundles.length);
    const spare = fitting ?? this.spares[0] ?? this.begin(bundles);
    this.spares = this.spares.filter((one) => one !== spare);
    this.out += 1;
    try {
      const kernel = await spare.kernel;
      await kernel.load(bundles);
      return kernel;
    } catch (error) {
      this.ended();
      throw error;
    }
  }

  /** One that was taken is no more. */
  ended(): void {
    this.out -= 1;
    this.fill();
  }

  close(): void {
    this.closed = true;
    for (const { kernel } of this.spares) kernel.then(endKernel, () => undefined);
    this.spares = [];
  }

  private fill(): void {
    const next = this.wanted[this.spares.length];
    const room = this.size + (this.wanted.every((bundles) => !bundles.length) ? 1 : 0);
    if (this.closed || !next || this.out + this.spares.length >= room) return;
    this.spares.push(this.begin(next));
    this.fill();
  }

  private begin(bundles: string[]): Spare {
    const kernel = startKernel(this.manifest).then(async (made) => {
      if (bundles.length) await made.load(bundles);
      return made;
    });
    const spare = { kernel, bundles };
    kernel.catch(() => (this.spares = this.spares.filter((one) => one !== spare)));
    return spare;
  }
}
