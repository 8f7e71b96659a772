// The issue tree: an outline of text fields, one tab stop. Rows are kept flat, each with its
// level; what is drawn follows from them. Enter adds, Alt with arrows moves and changes the
// level, Backspace in an empty row removes it, Tab leaves the tree. The buttons do the same.
const KEEP_MS = 400;

const blank = (level = 0) => ({ text: "", level, first: false });

// The last row that belongs to the row at `at`, itself included.
export function endOf(rows, at) {
  let end = at;
  while (end + 1 < rows.length && rows[end + 1].level > rows[at].level) end += 1;
  return end;
}

// `2.1` for every row.
export function numbers(rows) {
  const counts = [];
  return rows.map((row) => {
    counts.length = row.level + 1;
    counts[row.level] = (counts[row.level] ?? 0) + 1;
    return counts.join(".");
  });
}

// What may be done to rows; each returns the row to be at, or null when it cannot be done.
export function changes(rows, most) {
  const level = (at, by) => {
    const to = rows[at].level + by;
    if (to < 0 || to >= most.levels || (by > 0 && (at === 0 || rows[at - 1].level < to - 1))) return null;
    const end = endOf(rows, at);
    if (rows.slice(at, end + 1).some((row) => row.level + by >= most.levels)) return null;
    for (let i = at; i <= end; i += 1) rows[i].level += by;
    return at;
  };
  return {
    add(at) {
      if (rows.length >= most.rows) return null;
      const end = endOf(rows, at);
      rows.splice(end + 1, 0, blank(rows[at].level));
      return end + 1;
    },
    deeper: (at) => level(at, 1),
    // Rows below on the same level become its children, as in any outline.
    higher: (at) => level(at, -1),
    up(at) {
      let above = at - 1;
      while (above >= 0 && rows[above].level > rows[at].level) above -= 1;
      if (above < 0 || rows[above].level < rows[at].level) return null;
      rows.splice(above, 0, ...rows.splice(at, endOf(rows, at) - at + 1));
      return above;
    },
    down(at) {
      const next = endOf(rows, at) + 1;
      if (next >= rows.length || rows[next].level < rows[at].level) return null;
      const moved = rows.splice(at, next - at);
      const to = endOf(rows, at) + 1;
      rows.splice(to, 0, ...moved);
      return to;
    },
    first(at) {
      const was = rows[at].first;
      for (const row of rows) row.first = false;
      rows[at].first = !was;
      return at;
    },
    remove(at) {
      for (let i = at + 1; i <= endOf(rows, at); i += 1) rows[i].level -= 1;
      rows.splice(at, 1);
      if (rows.length === 0) rows.push(blank());
      rows[0].level = 0;
      return Math.max(0, at - 1);
    },
  };
}

// As the server takes it: nested, and without empty rows.
export function nested(rows) {
  const root = { children: [] };
  const path = [root];
  for (const row of rows) {
    const branch = { label: row.text.trim(), first: row.first, children: [] };
    if (branch.label === "") continue;
    path.length = Math.min(path.length, row.level + 1);
    path.at(-1).children.push(branch);
    path.push(branch);
  }
  return { branches: root.children };
}

export function tree(line, kept, words) {
  const box = document.getElementById("tree");
  const list = document.getElementById("tree-rows");
  const said = document.getElementById("tree-said");
  const most = { rows: Number(box.dataset.rows), levels: Number(box.dataset.levels) };
  const rows = (kept.get("tree") ?? []).filter((row) => typeof row?.text === "string" && row.level >= 0 && row.level < most.levels);
  if (rows.length === 0) rows.push(blank());
  rows[0].level = 0;
  const can = changes(rows, most);
  let at = 0;
  let turn = null;
  let later = 0;

  const keepNow = () => { clearTimeout(later); kept.set("tree", rows); };
  const input = (n) => list.querySelector(`input[data-row="${n}"]`);

  function field(row, n, number) {
    const line = document.createElement("div");
    line.className = "tree-row";
    const no = document.createElement("span");
    no.className = "tree-no";
    no.textContent = number;
    no.ariaHidden = "true";
    const text = document.createElement("input");
    text.value = row.text;
    text.maxLength = 120;
    if (rows.length === 1) text.placeholder = box.dataset.example;
    text.dataset.row = n;
    text.tabIndex = n === at ? 0 : -1;
    text.setAttribute("aria-label", words(row.first ? "room-js-branch-first" : "room-js-branch", { number }));
    line.append(no, text);
    if (row.first) {
      const mark = document.createElement("span");
      mark.className = "tree-first";
      mark.textContent = box.querySelector('[data-tree="first"]').textContent;
      mark.ariaHidden = "true";
      line.append(mark);
    }
    return line;
  }

  function draw(focus) {
    const named = numbers(rows);
    const levels = [list];
    list.replaceChildren();
    rows.forEach((row, n) => {
      while (levels.length > row.level + 1) levels.pop();
      while (levels.length < row.level + 1) {
        const inner = document.createElement("ol");
        (levels.at(-1).lastElementChild ?? levels.at(-1)).append(inner);
        levels.push(inner);
      }
      const item = document.createElement("li");
      item.append(field(row, n, named[n]));
      levels.at(-1).append(item);
    });
    marks();
    if (focus) input(at).focus();
  }

  function marks() {
    box.querySelector('[data-tree="first"]').setAttribute("aria-pressed", String(rows[at].first));
  }

  function goTo(n) {
    if (n < 0 || n >= rows.length) return;
    input(at).tabIndex = -1;
    at = n;
    input(at).tabIndex = 0;
    marks();
    input(at).focus();
  }

  function change(what) {
    const to = can[what](at);
    if (to === null) {
      said.textContent = what === "add" ? words("room-js-tree-full", most) : words("room-js-cannot");
      return;
    }
    at = to;
    draw(true);
    keepNow();
    const number = numbers(rows)[at];
    const key = { add: "room-js-added", remove: "room-js-removed", first: rows[at].first ? "room-js-marked" : "room-js-unmarked" };
    said.textContent = words(key[what] ?? "room-js-moved", { number });
  }

  function present() {
    const told = nested(rows);
    if (turn !== null) return;
    if (told.branches.length === 0) { input(at).focus(); return; }
    turn = line.turn();
    keepNow();
    busy();
    line.send({ kind: "presented", turn, tree: told });
  }

  function busy() {
    const b = box.querySelector('[data-tree="present"]');
    b.setAttribute("aria-busy", String(turn !== null));
  }

  const alt = { ArrowRight: "deeper", ArrowLeft: "higher", ArrowUp: "up", ArrowDown: "down", Enter: "first" };
  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    let does = null;
    if (event.altKey) does = alt[event.key];
    else if (event.key === "Enter") does = "add";
    else if (event.key === "Backspace" && event.target.value === "" && rows.length > 1) does = "remove";
    if (does) {
      event.preventDefault();
      change(does);
    } else if (!event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      goTo(at + (event.key === "ArrowUp" ? -1 : 1));
    }
  });
  list.addEventListener("focusin", (event) => {
    const n = Number(event.target.dataset.row);
    if (n === at) return;
    input(at).tabIndex = -1;
    at = n;
    input(at).tabIndex = 0;
    marks();
  });
  list.addEventListener("input", (event) => {
    rows[Number(event.target.dataset.row)].text = event.target.value;
    clearTimeout(later);
    later = setTimeout(keepNow, KEEP_MS);
  });
  box.addEventListener("click", (event) => {
    const does = event.target.closest("[data-tree]")?.dataset.tree;
    if (does === "present") present();
    else if (does) change(does);
  });
  addEventListener("pagehide", keepNow);
  draw(false);

  return {
    acked(which) {
      if (which !== turn) return;
      turn = null;
      busy();
      said.textContent = words("room-js-presented");
    },
    refused(frame) {
      if (frame.turn !== turn || (frame.error !== "refused" && frame.error !== "full")) return;
      turn = null;
      busy();
    },
    close() {
      removeEventListener("pagehide", keepNow);
      clearTimeout(later);
      for (const field of box.querySelectorAll("input, button")) field.disabled = true;
    },
  };
}
