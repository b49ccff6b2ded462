// What comes from the worker may have been sent by learner code: only well-formed messages count.

import type { FromWorker } from "./messages";
import type { Completion, Outcome, Output } from "./protocol";

type Shape = Record<string, "string" | "number" | "boolean" | "object">;
const SHAPES: Record<FromWorker["kind"], Shape> = {
  progress: { step: "string", loaded: "number", total: "number" },
  ready: { restored: "boolean" },
  module: { module: "object" },
  loaded: { bundles: "object" },
  began: { id: "number" },
  output: { id: "number", output: "string" },
  widget: { message: "string", buffers: "object" },
  done: { id: "number", outcome: "string" },
  ask: { id: "number", prompt: "string", secret: "boolean" },
  tried: { sound: "boolean" },
  completed: { id: "number", names: "string" },
  failed: { reason: "string", file: "string", detail: "string" },
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

export function isFromWorker(value: unknown): value is FromWorker {
  if (!isRecord(value) || typeof value.kind !== "string" || !Object.hasOwn(SHAPES, value.kind)) return false;
  const shape = SHAPES[value.kind as FromWorker["kind"]];
  if (!Object.entries(shape).every(([key, type]) => typeof value[key] === type && value[key] !== null)) return false;
  if (value.kind === "module") return value.module instanceof WebAssembly.Module;
  if (value.kind === "loaded") return Array.isArray(value.bundles);
  if (value.kind === "widget") {
    const buffers = value.buffers;
    return (
      Array.isArray(buffers) &&
      buffers.every((one) => one instanceof ArrayBuffer) &&
      "id" in parsed(String(value.message))
    );
  }
  return true;
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** The output that `text` holds, or undefined if it is none. */
export function toOutput(text: string): Output | undefined {
  const { kind, name, message, traceback, help, data, id, update, wait, text: printed } = parsed(text);
  if (kind === "stream" && (name === "stdout" || name === "stderr") && typeof printed === "string") {
    return { kind, name, text: printed };
  }
  if (kind === "display" && isRecord(data))
    return typeof id === "string" ? { kind, data, id, update: update === true } : { kind, data };
  if (kind === "clear") return { kind, wait: wait === true };
  if (kind === "error" && [name, message, traceback].every((part) => typeof part === "string")) {
    return {
      kind,
      name: String(name),
      message: String(message),
      traceback: String(traceback),
      help: typeof help === "string" ? help : "",
    };
  }
  return undefined;
}

/** The outcome that `text` holds; "failed" if it is none. */
export function toOutcome(text: string): Outcome {
  const { status, result } = parsed(text);
  if (status === "ok" || status === "error" || status === "memory" || status === "stopped" || status === "asked") {
    return result === undefined ? { status } : { status, result };
  }
  return { status: "failed" };
}

/** The names that `text` holds, malformed ones left out. */
export function toCompletions(text: string): Completion[] {
  const { names } = parsed(text);
  const sound = (one: unknown): one is Completion =>
    isRecord(one) && typeof one.name === "string" && typeof one.kind === "string";
  return Array.isArray(names) ? names.filter(sound).slice(0, 500) : [];
}
