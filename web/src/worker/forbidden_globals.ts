/** Ways out of a worker, which learner code does not have: it asks no site for anything, and keeps nothing. */
export const FORBIDDEN_GLOBALS = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "WebTransport",
  "EventSource",
  "BroadcastChannel",
  "Worker",
  "importScripts",
  "indexedDB",
  "caches",
  "postMessage",
  "close",
  "FontFace",
  "WebSocketStream",
  "SharedWorker",
];
