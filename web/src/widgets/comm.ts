// One widget's channel to its Python, as the widgets' own code expects it.
import { uuid } from "@jupyter-widgets/base";
import type { Output } from "../python/protocol";
import type { WidgetChannel } from "../python/widget_channel";

export interface CommCallbacks {
  place?: ((o: Output) => void) | undefined;
  status?: (message: unknown) => void;
}
type Handler = (message: unknown) => void;
const IDLE = { header: { msg_type: "status" }, content: { execution_state: "idle" } };

export class Comm {
  readonly target_name = "jupyter.widget";
  private onMessage: Handler = () => undefined;
  private onClose: Handler = () => undefined;

  constructor(
    readonly comm_id: string,
    private readonly line: WidgetChannel,
  ) {}

  send(
    data: unknown,
    callbacks?: { iopub?: CommCallbacks },
    _metadata?: unknown,
    buffers: (ArrayBuffer | ArrayBufferView)[] = [],
  ): string {
    const copies = buffers.map((one) => {
      const view = ArrayBuffer.isView(one)
        ? new Uint8Array(one.buffer, one.byteOffset, one.byteLength)
        : new Uint8Array(one);
      return view.slice().buffer as ArrayBuffer;
    });
    const { place, status } = callbacks?.iopub ?? {};
    this.line.send(this.comm_id, data, copies, {
      output: (output) => place?.(output),
      done: () => status?.(IDLE), // without it the widgets' throttle waits for ever
    });
    return uuid();
  }

  open(): string {
    return "";
  }

  /** A view's end is no business of Python's, which ends its widgets itself. */
  close(): string {
    return "";
  }

  on_msg(handler: Handler): void {
    this.onMessage = handler;
  }

  on_close(handler: Handler): void {
    this.onClose = handler;
  }

  receive(message: unknown): void {
    this.onMessage(message);
  }

  receiveClose(message: unknown): void {
    this.onClose(message);
  }
}
