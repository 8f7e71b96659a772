//! A visitor without a pointer: Tab, Shift+Tab, Enter and arrows, and no focus set by script.
//! Every stop on the way is looked at.

use serde_json::Value;

use crate::page::Page;

/// More stops than any page has; whoever presses Tab more often is caught somewhere.
const STOPS: usize = 300;

const SHIFT: u8 = 8;

/// What has focus: a name for it, whether it is seen to have it, whether it matches.
const LOOK: &str = "((wanted) => {
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return null;
    const marked = (x) => {
        const s = getComputedStyle(x);
        return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
    };
    const framed = (x) => getComputedStyle(x).boxShadow !== 'none';
    const r = e.getBoundingClientRect();
    const inside = r.width > 0 && r.height > 0 && r.bottom > 0 && r.right > 0
        && r.top < innerHeight && r.left < innerWidth;
    const group = e.closest('.composer');
    e.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length);
    return {
        stop: e.dataset.stop,
        name: e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (e.name ? '[' + e.name + ']' : '')
            + ' ' + (e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40),
        ring: inside && (marked(e) || (group !== null && framed(group))),
        there: wanted !== '' && e.matches(wanted),
    };
})";

/// Presses Tab until what `selector` finds has focus.
pub(crate) fn tab_to(page: &mut Page, selector: &str) {
    reach(page, selector, 0);
}

/// The same backwards.
pub(crate) fn tab_back_to(page: &mut Page, selector: &str) {
    reach(page, selector, SHIFT);
}

fn reach(page: &mut Page, selector: &str, modifiers: u8) {
    let mut names = Vec::new();
    for _ in 0..STOPS {
        page.press("Tab", modifiers);
        let stop = look(page, selector);
        if stop.is_null() {
            continue;
        }
        names.push(stop["name"].to_string());
        assert_eq!(
            stop["ring"], true,
            "no visible focus ring on {}",
            stop["name"]
        );
        if stop["there"] == true {
            return;
        }
    }
    panic!("Tab never reaches {selector}; it stops at {names:?}");
}

/// Goes through every stop of a page forwards and half of it back: each has a ring, none holds
/// the keyboard. Returns how many stops there are.
pub(crate) fn walk(page: &mut Page, name: &str) -> usize {
    let mut stops: Vec<Value> = Vec::new();
    loop {
        page.press("Tab", 0);
        let stop = look(page, "");
        let round = stops
            .first()
            .is_some_and(|first| first["stop"] == stop["stop"]);
        if round || (stop.is_null() && !stops.is_empty()) {
            break;
        }
        if stop.is_null() {
            continue;
        }
        assert_eq!(
            stop["ring"], true,
            "{name}: no visible focus ring on {}",
            stop["name"]
        );
        let held = stops.iter().any(|known| known["stop"] == stop["stop"]);
        assert!(
            !held,
            "{name}: Tab comes back to {} too early",
            stop["name"]
        );
        stops.push(stop);
        assert!(stops.len() < STOPS, "{name}: Tab finds no end");
    }
    for expected in stops.iter().rev().take(stops.len() / 2) {
        let mut stop = Value::Null;
        // Past the last stop focus may rest on the page itself for one press.
        for _ in 0..2 {
            page.press("Tab", SHIFT);
            stop = look(page, "");
            if !stop.is_null() {
                break;
            }
        }
        if stops.last() == Some(expected) && stop["stop"] != expected["stop"] {
            continue;
        }
        assert_eq!(
            stop["stop"], expected["stop"],
            "{name}: Shift+Tab goes to {} instead of {}",
            stop["name"], expected["name"]
        );
    }
    stops.len()
}

/// Whether what has focus is seen to have it.
pub(crate) fn rings(page: &mut Page) -> bool {
    look(page, "")["ring"] == true
}

fn look(page: &mut Page, wanted: &str) -> Value {
    page.eval(&format!("{LOOK}({})", serde_json::json!(wanted)))
}
