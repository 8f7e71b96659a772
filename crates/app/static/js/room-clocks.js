// The clocks and the rail. The server owns the time: it says where the clocks stood and whether
// they run, and the page draws on from there.
const WARN_MS = 60_000;
const DRAW_EVERY_MS = 250;

const face = (ms) => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`;
const spoken = (ms) => `${Math.floor(ms / 60_000)} min ${Math.floor(ms / 1000) % 60} s`;

export function clocks(first, words) {
  const part = document.getElementById("clock-part");
  const whole = document.getElementById("clock-case");
  const items = new Map([...document.querySelectorAll(".rail [data-part]")].map((li) => [li.dataset.part, li]));
  let stand = first;
  let since = null;
  let onMinute = () => {};

  const gone = () => (since === null ? 0 : performance.now() - since);

  function clock(box, name, used, budget) {
    const left = budget - used;
    let state = "running";
    if (stand.timed && left <= 0) state = "over";
    else if (since === null) state = "paused";
    else if (stand.timed && left <= WARN_MS) state = "warn";
    box.dataset.state = state;
    const shown = state === "over" ? words("room-clock-over", { name }) : name;
    box.querySelector(".clock-name").firstElementChild.textContent = shown;
    box.querySelector(".clock-of").textContent = stand.timed ? words("room-clock-of", { budget: face(budget) }) : "";
    box.querySelector(".clock-face").textContent = face(used);
    const key = stand.timed ? "room-clock-spoken" : "room-clock-spoken-untimed";
    box.setAttribute("aria-label", words(key, { name: shown, used: spoken(used), budget: spoken(budget) }));
  }

  function rail(current, used) {
    for (const one of stand.parts) {
      const li = items.get(one.id);
      if (!li) continue;
      const here = one === current;
      const spent = here ? used : one.used_ms;
      const over = stand.timed && spent > one.budget_ms;
      if (here) li.setAttribute("aria-current", "step");
      else li.removeAttribute("aria-current");
      if (over) li.dataset.state = "over";
      else if (one.state === "done") li.dataset.state = "done";
      else delete li.dataset.state;
      li.style.setProperty("--used", Math.min(1, spent / Math.max(1, one.budget_ms)).toFixed(3));
      li.querySelector(".num").textContent = face(one.state === "done" || over ? spent : one.budget_ms);
      const key = over ? "room-rail-over" : one.state === "coming" ? "room-rail-coming" : "room-rail";
      li.querySelector(".sr").textContent = words(key, { used: face(spent), budget: face(one.budget_ms) });
    }
  }

  function draw() {
    const more = gone();
    const current = stand.parts.find((one) => one.state === "current");
    const used = (current?.used_ms ?? 0) + more;
    const all = stand.used_ms + more;
    if (current) clock(part, current.name, used, current.budget_ms);
    else part.dataset.state = "paused";
    clock(whole, words("room-whole-case"), all, stand.budget_ms);
    const wholeFirst = current && stand.budget_ms - all < current.budget_ms - used;
    part.toggleAttribute("data-first", stand.timed && !wholeFirst);
    whole.toggleAttribute("data-first", stand.timed && Boolean(wholeFirst));
    rail(current, used);
    onMinute(stand.minute_left_ms === null ? null : Math.max(0, stand.minute_left_ms - more));
  }

  let ticking = setInterval(draw, DRAW_EVERY_MS);
  draw();
  return {
    take(next) {
      stand = next;
      since = next.running ? performance.now() : null;
      draw();
    },
    // The line is lost: what was drawn stays, and nothing runs.
    stand() {
      const more = gone();
      since = null;
      const current = stand.parts.find((one) => one.state === "current");
      if (current) current.used_ms += more;
      stand.used_ms += more;
      draw();
    },
    stop() {
      this.stand();
      clearInterval(ticking);
      ticking = null;
    },
    whileMinute(then) {
      onMinute = then;
      draw();
    },
  };
}
