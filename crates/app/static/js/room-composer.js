// The draft and the buttons under it. A draft is kept on every pause and at least every five
// seconds, and until the server has the turn that was made of it.
const PAUSE_MS = 400;
const AT_LEAST_MS = 5_000;

const face = (ms) => {
  const left = Math.ceil(ms / 1000);
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
};

export function composer(line, kept, words, tell, start) {
  const form = document.getElementById("composer");
  const draft = form.querySelector("textarea");
  const state = document.getElementById("composer-state");
  const ready = state.textContent;
  const most = Number(draft.dataset.bytes);
  const button = (does) => document.querySelector(`[data-does="${does}"]`);
  const label = (b, text) => { b.firstChild.textContent = `${text} `; };
  const hintLabel = button("hint")?.firstChild.textContent.trim();
  let stand = start.stand;
  let turn = null;
  let lost = false;
  let pause = 0;
  let keptAt = 0;

  function keepNow() {
    clearTimeout(pause);
    keptAt = Date.now();
    kept.set("draft", { text: draft.value, turn });
  }

  function busy() {
    draft.readOnly = turn !== null;
    button("say").setAttribute("aria-busy", String(turn !== null && !lost));
    if (turn !== null) state.textContent = words("room-js-sending");
    else if (stand.minute_left_ms === null) state.textContent = ready;
  }

  function say() {
    const text = draft.value.trim();
    const bytes = new TextEncoder().encode(text).length;
    if (turn !== null) return;
    if (text === "") { draft.focus(); return; }
    if (bytes > most) { tell(words("room-js-long", { bytes, most })); return; }
    turn = line.turn();
    keepNow();
    busy();
    line.send({ kind: "said", turn, text });
  }

  const does = {
    say,
    minute: () => line.press({ kind: "minute" }),
    hint: () => line.press({ kind: "hint", rung: stand.rung }),
    done: () => line.press({ kind: "done", segment: stand.segment }),
    end: () => line.press({ kind: "end" }),
  };

  draft.addEventListener("input", () => {
    clearTimeout(pause);
    if (Date.now() - keptAt > AT_LEAST_MS) keepNow();
    else pause = setTimeout(keepNow, PAUSE_MS);
  });
  addEventListener("pagehide", keepNow);
  draft.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); say(); }
    if (event.key === "Escape") draft.blur();
  });
  for (const b of document.querySelectorAll("[data-does]")) {
    b.closest("form").addEventListener("submit", (event) => {
      event.preventDefault();
      const pressed = event.submitter?.dataset.does;
      if (pressed !== b.dataset.does) return;
      does[pressed]();
      b.closest("dialog")?.close();
    });
  }

  const before = kept.get("draft");
  if (before?.text && draft.value === "") draft.value = before.text;
  if (before?.turn && before.text) {
    // Sent, but the page was closed before the server said that it has it.
    turn = before.turn;
    line.send({ kind: "said", turn, text: before.text.trim() });
  }
  busy();

  return {
    does,
    focus: () => draft.focus(),
    take(next) {
      stand = next;
      button("minute").disabled = next.minute_left_ms !== null;
      const hint = button("hint");
      if (hint) {
        hint.disabled = !next.hint;
        const rung = next.rung + 1;
        label(hint, next.hint && next.rung ? words("room-js-hint-next", { rung }) : next.hint ? hintLabel : words("room-js-hint-used"));
      }
    },
    acked(which) {
      if (which !== turn) return;
      turn = null;
      draft.value = "";
      keepNow();
      tell("");
      busy();
    },
    refused(frame) {
      if (frame.turn !== turn || (frame.error !== "refused" && frame.error !== "full")) return;
      turn = null;
      keepNow();
      busy();
    },
    lost(is) {
      lost = is;
      busy();
    },
    minute(left) {
      if (left !== null && turn === null) state.textContent = words("room-js-minute", { left: face(left) });
      else if (turn === null && state.textContent !== ready) state.textContent = ready;
    },
    close() {
      draft.value = "";
      removeEventListener("pagehide", keepNow);
      clearTimeout(pause);
      const over = document.getElementById("room-over");
      const writing = form.contains(document.activeElement);
      form.hidden = true;
      over.hidden = false;
      if (writing) over.querySelector("a").focus();
    },
  };
}
