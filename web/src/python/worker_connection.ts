// The worker at the other end: begun under the page's content security policy, heard in well-formed messages only.
import { staticRoot } from "../shared/load_script";
import type { FromWorker, ToWorker } from "./messages";
import { startFailure } from "./start_failure";
import { isFromWorker } from "./validate";

export class WorkerConnection {
  private readonly worker: Worker;
  private readonly address: string;

  /**
   * @param build the site's build, so that no cache gives an older worker
   * @param receive takes each message of the worker; a worker that can't be begun, or dies, is a message of that
   */
  constructor(build: string, receive: (message: FromWorker) => void) {
    // Begun from a blob, a worker keeps the page's content security policy: no other site can be reached from it.
    const script = JSON.stringify(`${staticRoot}worker.js?${build}`);
    this.address = URL.createObjectURL(new Blob([`importScripts(${script})`], { type: "text/javascript" }));
    this.worker = new Worker(this.address);
    this.worker.onmessage = (event: MessageEvent<unknown>) => {
      if (isFromWorker(event.data)) receive(event.data);
    };
    this.worker.onerror = (event) => {
      event.preventDefault();
      void startFailure(`${staticRoot}worker.js?${build}`, event.message ?? "").then((told) => {
        if (this.worker.onmessage) receive({ kind: "failed", file: "worker.js", ...told });
      });
    };
  }

  post(message: ToWorker, moved: ArrayBuffer[] = []): void {
    this.worker.postMessage(message, moved);
  }

  /** The worker has read its script: the address of it is given back. */
  revokeAddress(): void {
    URL.revokeObjectURL(this.address);
  }

  close(): void {
    this.worker.terminate();
    this.worker.onmessage = null;
  }
}
