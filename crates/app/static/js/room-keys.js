// Single keys, while no field has focus: M minute, H hint, D done, 1 to 3 exhibit, tree, notes.
// Whoever speaks to the browser, or strikes keys by accident, switches them off.
import { choices } from "./room-store.js";

export function keys(room, write, papers) {
  const press = (does) => {
    const b = document.querySelector(`[data-does="${does}"]`);
    if (b && !b.disabled && !b.closest("[hidden]")) write.does[does]();
  };
  const goes = {
    m: () => press("minute"),
    h: () => press("hint"),
    d: () => press("done"),
    1: () => { papers.show("exhibit"); document.getElementById("exhibits").focus(); },
    2: () => { papers.show("tree"); document.querySelector("#tree-rows input[tabindex='0']")?.focus(); },
    3: () => { papers.show("notes"); document.getElementById("notes").focus(); },
  };
  const choice = document.getElementById("single-keys");
  const follow = () => { room.dataset.keys = choice.checked ? "on" : "off"; };
  choice.checked = choices.get("keys") !== "off";
  choice.addEventListener("change", () => {
    choices.set("keys", choice.checked ? null : "off");
    follow();
  });
  follow();
  document.addEventListener("keydown", (event) => {
    if (!choice.checked) return;
    const field = event.target.closest("input, textarea, select, button, a, dialog, [contenteditable]");
    if (field || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const go = goes[event.key.toLowerCase()];
    if (!go || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    go();
  });
}
