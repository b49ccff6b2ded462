// The widgets' line to one Python: what its widgets say is kept until someone shows them, then passed on.
import type { Output } from "./protocol";

/** A message of a widget, as src/coursekit/live/comms.py sends it. */
export interface WidgetMessage {
  type: "comm_open" | "comm_msg" | "comm_close";
  id: string;
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
  buffers: ArrayBuffer[];
}

/** Whoever sends to Python hears what its code prints and shows meanwhile, and when it has done. */
export interface CallHandlers {
  output(o: Output): void;
  done(): void;
}

type Post = (message: string, buffers: ArrayBuffer[], answer: CallHandlers) => void;

export class WidgetChannel {
  /** Why the Python at the other end is no more. */
  ended: string | undefined;
  private readonly kept = new Map<string, WidgetMessage[]>();
  private readonly enders = new Set<() => void>();
  private listener: ((message: WidgetMessage) => void) | undefined;

  constructor(private readonly post: Post) {}

  /** Take a message from Python; `text` is its JSON. */
  receive(text: string, buffers: ArrayBuffer[]): void {
    const message = { ...(JSON.parse(text) as Omit<WidgetMessage, "buffers">), buffers };
    if (this.listener) this.listener(message);
    else if (message.type === "comm_close") this.kept.delete(message.id);
    else if (message.type === "comm_open") this.kept.set(message.id, [message]);
    else this.mergeState(message);
  }

  /** A change of state is laid over the state that is kept, so that widgets which nobody shows take no more room. */
  private mergeState(message: WidgetMessage): void {
    const before = this.kept.get(message.id);
    if (!before) return;
    const last = before.at(-1)!;
    const [old, now] = [last.data.state, message.data.state] as (object | undefined)[];
    if (old && now && !last.buffers.length && !message.buffers.length) last.data.state = { ...old, ...now };
    else before.push(message);
  }

  /** Pass on what was kept, then whatever comes. */
  listen(listener: (message: WidgetMessage) => void): void {
    this.listener = listener;
    for (const message of [...this.kept.values()].flat()) listener(message);
    this.kept.clear();
  }

  /** Send `data` to the widget `id`. */
  send(id: string, data: unknown, buffers: ArrayBuffer[], answer: CallHandlers): void {
    if (this.ended === undefined) this.post(JSON.stringify({ id, data }), buffers, answer);
    else answer.done();
  }

  onEnd(act: () => void): () => void {
    this.enders.add(act);
    return () => this.enders.delete(act);
  }

  end(reason: string): void {
    if (this.ended !== undefined) return;
    this.ended = reason;
    this.kept.clear();
    for (const act of [...this.enders]) act();
    this.enders.clear();
  }
}

let now: WidgetChannel | undefined;

/** The line of the Python that speaks now: what it shows is shown by it. */
export const currentChannel = (): WidgetChannel | undefined => now;
export const setCurrentChannel = (one: WidgetChannel): WidgetChannel => (now = one);
