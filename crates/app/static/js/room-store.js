// What the room keeps in this browser: draft, notes and unpresented tree of one attempt, until
// it closes. A browser that forbids storage gets the room without it.
const PARTS = ["draft", "notes", "tree"];

// What a person chose for every room, while it differs from what a room does by itself.
const CHOICES = ["keys"];

export const choices = {
  get(name) {
    try {
      return localStorage.getItem(`casingexpert.${name}`);
    } catch {
      return null;
    }
  },
  set(name, value) {
    if (!CHOICES.includes(name)) throw new Error(`no such choice: ${name}`);
    try {
      if (value === null) localStorage.removeItem(`casingexpert.${name}`);
      else localStorage.setItem(`casingexpert.${name}`, value);
    } catch {
      // It holds for this page alone.
    }
  },
};

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
