// The desk: exhibits as they are handed over, one shown at a time, and the panes of a phone.
export function desk(room, words) {
  const box = document.getElementById("exhibits");
  const picks = box.querySelector(".exhibit-picks");
  const tabs = [...document.querySelectorAll(".room-tabs button")];
  const slots = () => [...box.querySelectorAll(".exhibit-slot")];

  function pick(id) {
    for (const slot of slots()) slot.hidden = slot.dataset.exhibit !== id;
    for (const b of picks.children) b.setAttribute("aria-pressed", String(b.dataset.picks === id));
  }

  function offer() {
    const all = slots();
    box.querySelector(".desk-empty").hidden = all.length > 0;
    picks.hidden = all.length < 2;
    picks.replaceChildren(...all.map((slot, n) => {
      const b = document.createElement("button");
      b.type = "button";
      b.className = "btn btn--slim";
      b.dataset.picks = slot.dataset.exhibit;
      b.textContent = words("room-js-exhibit", { n: n + 1 });
      b.addEventListener("click", () => pick(slot.dataset.exhibit));
      return b;
    }));
    if (all.length) pick(all.at(-1).dataset.exhibit);
  }

  function show(pane) {
    room.dataset.pane = pane;
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.to === pane));
  }

  for (const tab of tabs) tab.addEventListener("click", () => show(tab.dataset.to));
  for (const opener of document.querySelectorAll("[data-opens]")) {
    opener.addEventListener("click", () => document.getElementById(opener.dataset.opens).showModal());
  }
  for (const closer of document.querySelectorAll("[data-closes]")) {
    closer.addEventListener("click", () => closer.closest("dialog").close());
  }
  offer();
  return {
    show,
    lay(exhibits) {
      const have = new Set(slots().map((slot) => slot.dataset.exhibit));
      const fresh = exhibits.filter((exhibit) => !have.has(exhibit.id));
      for (const exhibit of fresh) {
        const slot = document.createElement("div");
        slot.className = "exhibit-slot";
        slot.dataset.exhibit = exhibit.id;
        slot.innerHTML = exhibit.html;
        box.append(slot);
      }
      if (fresh.length) offer();
    },
  };
}
