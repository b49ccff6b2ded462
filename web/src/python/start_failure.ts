// Why a worker could not be begun at all: the server's doing, or a policy that the host adds, is told from a full memory.
import { POLICY } from "../shared/policy_error";
import type { FromWorker } from "./messages";

type Reason = (FromWorker & { kind: "failed" })["reason"];

let violated = "";
globalThis.document?.addEventListener("securitypolicyviolation", (event) => {
  if (/worker|script|wasm/.test(event.effectiveDirective)) violated = event.effectiveDirective;
});

/** The reason for which the script at `address` did not begin, and what to say of it. */
export async function startFailure(address: string, detail: string): Promise<{ reason: Reason; detail: string }> {
  if (violated || POLICY.test(detail)) return { reason: "policy", detail: violated || detail };
  try {
    const answer = await fetch(address, { method: "HEAD", cache: "no-cache" });
    if (!answer.ok) return { reason: "unreachable", detail: `HTTP ${answer.status}` };
    const type = answer.headers.get("content-type") ?? "";
    if (!/javascript|ecmascript/i.test(type)) return { reason: "wrong-type", detail: type || "—" };
  } catch {
    // Then nothing more can be told.
  }
  return { reason: "crashed", detail };
}
