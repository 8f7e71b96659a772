// The room: puts its parts together. The page is whole without it; forms then do the same.
import { keep } from "./room-store.js";
import { wire } from "./room-wire.js";
import { clocks } from "./room-clocks.js";
import { composer } from "./room-composer.js";
import { desk } from "./room-desk.js";
import { keys } from "./room-keys.js";
import { notes } from "./room-notes.js";
import { tree } from "./room-tree.js";

const room = document.querySelector(".room");
const start = JSON.parse(document.getElementById("room-start").textContent);
const words = (key, filled = {}) =>
  (start.words[key] ?? key).replace(/\{\s*\$(\w+)\s*\}/g, (_, name) => filled[name] ?? "");
const kept = keep(room.dataset.attempt);

const log = document.querySelector(".talk-scroll");
const turns = log.querySelector(".transcript");
const said = document.getElementById("room-said");
const notice = document.getElementById("room-notice");
const NEAR_END_PX = 48;
const toEnd = () => { log.scrollTop = log.scrollHeight; };
let atEnd = true;
log.addEventListener("scroll", () => {
  atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
});
// A growing draft or a notice must not cover the last turn.
new ResizeObserver(() => { if (atEnd) toEnd(); }).observe(log);

function tell(text) {
  notice.textContent = text;
  notice.hidden = text === "";
}

function append(entries) {
  for (const entry of entries) {
    if (entry.html) {
      log.querySelector(".transcript-empty")?.remove();
      turns.insertAdjacentHTML("beforeend", entry.html);
    }
    if (entry.said) said.textContent = entry.said;
  }
  toEnd();
}

function over() {
  kept.clear();
  write.close();
  panes.close();
  pad.close();
  clock.stop();
  tell("");
  said.textContent = document.querySelector("#room-over p").textContent;
}

const clock = clocks(start.stand, words);
const papers = desk(room, words);
const line = wire(`/attempts/${room.dataset.attempt}/room/socket`, start.stand.seq, {
  entries(frame) {
    append(frame.entries);
    papers.lay(frame.exhibits);
    this.stand(frame.stand);
  },
  stand(stand) {
    clock.take(stand);
    write.take(stand);
  },
  ack(turn) {
    write.acked(turn);
    panes.acked(turn);
  },
  error(frame) {
    tell(frame.words);
    write.refused(frame);
    panes.refused(frame);
  },
  closed: over,
  lost() {
    clock.stand();
    write.lost(true);
    tell(words("room-js-lost"));
  },
  back(again) {
    write.lost(false);
    tell(again ? words("room-js-back") : "");
  },
});
const write = composer(line, kept, words, tell, start);
const panes = tree(line, kept, words);
const pad = notes(kept, words);
keys(room, write, papers);
clock.whileMinute((left) => write.minute(left));
if (!location.hash) toEnd();
line.open();
