// Drops what this browser keeps of an attempt: at once on its report, which means that it is
// closed, and when its deletion is sent off.
import { keep } from "./room-store.js";

for (const place of document.querySelectorAll("[data-forgets]")) {
  const forget = () => keep(place.dataset.forgets).clear();
  if (place.matches("form")) place.addEventListener("submit", forget);
  else forget();
}
