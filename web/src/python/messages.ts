// What page and worker say to each other.

/** One file of the runtime, as manifest.json names it. */
export interface Part {
  file: string;
  bytes: number;
  sent: number;
  sha256: string;
}

export interface Manifest {
  build: string;
  files: Record<string, Part>;
}

export type ToWorker =
  /** `quiet`: tell little of what code shows, and nothing of widgets; `pages`: the most memory, each 64 KiB. */
  | {
      kind: "start";
      root: string;
      manifest: Manifest;
      module?: WebAssembly.Module;
      keep: boolean;
      quiet?: boolean;
      pages?: number;
    }
  | { kind: "load"; bundles: string[] }
  | { kind: "run"; id: number; request: string }
  /** What `ask` wanted to know; null if there will be no answer. */
  | { kind: "answer"; id: number; text: string | null }
  /** Is Python still sound after the last run? */
  | { kind: "trial" }
  | { kind: "complete"; id: number; request: string }
  | { kind: "hear"; id: number; message: string; buffers: ArrayBuffer[] };

export type FromWorker =
  | { kind: "progress"; step: string; loaded: number; total: number }
  | { kind: "ready"; restored: boolean }
  | { kind: "module"; module: WebAssembly.Module }
  | { kind: "loaded"; bundles: string[] }
  | { kind: "began"; id: number }
  | { kind: "output"; id: number; output: string }
  | { kind: "widget"; message: string; buffers: ArrayBuffer[] }
  | { kind: "done"; id: number; outcome: string }
  /** The run waits for the learner. */
  | { kind: "ask"; id: number; prompt: string; secret: boolean }
  | { kind: "tried"; sound: boolean }
  | { kind: "completed"; id: number; names: string }
  | {
      kind: "failed";
      reason: "bad-file" | "unreachable" | "wrong-type" | "policy" | "crashed";
      file: string;
      detail: string;
    };
