// What the room keeps in this browser: draft, notes and unpresented tree of one attempt, until
// it closes. A browser that forbids storage gets the room without it.
const PARTS = ["draft", "notes", "tree"];

export function keep(attempt) {
  const key = (part) => `casingexpert.${part}.${attempt}`;
  return {
    get(part) {
      try {
        return JSON.parse(localStorage.getItem(key(part)));
      } catch {
        return null;
      }
    },
    set(part, value) {
      try {
        localStorage.setItem(key(part), JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        for (const part of PARTS) localStorage.removeItem(key(part));
      } catch {
        // Nothing was kept.
      }
    },
  };
}
