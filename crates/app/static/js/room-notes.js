// The notes pad: nobody reads it but the candidate, and it never leaves this browser.
const PAUSE_MS = 400;

export function notes(kept, words) {
  const pad = document.getElementById("notes");
  const state = document.getElementById("notes-state");
  let pause = 0;

  function keepNow() {
    clearTimeout(pause);
    const at = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    if (kept.set("notes", pad.value)) state.textContent = words("room-js-saved", { at });
  }

  pad.value = kept.get("notes") ?? "";
  pad.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(keepNow, PAUSE_MS);
  });
  const leave = () => { if (pad.value) keepNow(); };
  addEventListener("pagehide", leave);
  return {
    close() {
      removeEventListener("pagehide", leave);
      clearTimeout(pause);
    },
  };
}
