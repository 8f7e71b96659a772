// The line to the server: one socket, opened again when it breaks. A turn waits here until the
// server says that it is in the journal, and goes out again after a break; its id makes a
// second arrival harmless.
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;
// The server speaks at least every 15 s; a line silent for three times that is dead.
const SILENCE_MS = 45_000;

export function wire(path, seq, on) {
  let socket = null;
  let wait = FIRST_WAIT_MS;
  let live = false;
  let ever = false;
  let ended = false;
  let quiet = 0;
  const unacked = new Map();

  const address = () => {
    const url = new URL(path, location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    return url;
  };
  const put = (frame) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };
  const heard = () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => socket?.close(), SILENCE_MS);
  };

  function take(frame) {
    if (frame.kind === "entries") {
      const fresh = frame.entries.filter((entry) => seq === null || entry.seq > seq);
      if (fresh.length && fresh[0].seq !== (seq === null ? 0 : seq + 1)) {
        put({ kind: "since", seq });
        return;
      }
      if (fresh.length) seq = fresh.at(-1).seq;
      regained();
      on.entries({ ...frame, entries: fresh });
    } else if (frame.kind === "stand") {
      if (frame.stand.seq !== null && (seq === null || frame.stand.seq > seq)) put({ kind: "since", seq });
      on.stand(frame.stand);
    } else if (frame.kind === "ack") {
      unacked.delete(frame.turn);
      on.ack(frame.turn);
    } else if (frame.kind === "error") {
      if (frame.error === "refused" || frame.error === "full") unacked.delete(frame.turn);
      if (frame.error === "too-fast") setTimeout(again, 1000);
      on.error(frame);
    } else if (frame.kind === "closed") {
      ended = true;
      on.closed();
    }
  }

  function regained() {
    if (live) return;
    live = true;
    wait = FIRST_WAIT_MS;
    on.back(ever);
    ever = true;
    again();
  }

  function again() {
    for (const frame of unacked.values()) put(frame);
  }

  function open() {
    socket = new WebSocket(address());
    socket.addEventListener("open", () => { heard(); put({ kind: "since", seq }); });
    socket.addEventListener("message", (event) => { heard(); take(JSON.parse(event.data)); });
    socket.addEventListener("close", () => {
      clearTimeout(quiet);
      if (ended) return;
      if (live || !ever) on.lost();
      live = false;
      // Not all pages of a server that was away come back in the same moment.
      setTimeout(open, wait * (0.5 + Math.random() / 2));
      wait = Math.min(2 * wait, LONGEST_WAIT_MS);
    });
  }

  addEventListener("online", () => { wait = FIRST_WAIT_MS; });
  return {
    open,
    // Something that may be pressed again when it did not arrive.
    press: put,
    // A turn, which arrives once whatever happens to the line.
    send(frame) {
      unacked.set(frame.turn, frame);
      put(frame);
    },
    turn: () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.floor(Math.random() * 1e9)}`,
  };
}
