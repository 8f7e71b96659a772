//! What candidates go through, told once each.

use crate::browser;
use crate::page::Page;
use crate::product::{Move, Product, play, repository};
use interview::Tree;

/// The case the stories are told with.
pub(crate) const CASE: &str = "ev-charging-entry";

/// Pages a visitor without an attempt can read.
const READING: &[&str] = &[
    "/",
    "/cases",
    "/cases/ev-charging-entry",
    "/attempts",
    "/privacy",
    "/findings",
    "/findings/Q2",
    "/scoring",
    "/no-such-page",
];

/// More than any play needs; an attempt that is not over by then hangs.
const ACTIONS: usize = 80;

/// A narrow phone.
pub(crate) const PHONE: (u32, u32) = (360, 740);

#[test]
fn every_page_is_accessible_fits_a_phone_and_stays_on_this_host() {
    let Some(mut browser) = browser("pages") else {
        return;
    };
    let product = Product::start();
    let mut page = Page::open(&mut browser, &product.origin());
    for path in READING {
        for scheme in ["light", "dark"] {
            page.scheme(scheme);
            page.resize(1280, 900);
            page.go(path);
            page.accessible(&format!("{path}, {scheme}"));
            page.resize(PHONE.0, PHONE.1);
            page.fits(path);
        }
        // A browser writes the missing page's own 404 to its console as an error.
        if *path != "/no-such-page" {
            page.clean(path);
        }
    }
    assert_eq!(
        page.eval("document.cookie"),
        "",
        "reading pages needs no cookie"
    );
    assert!(
        page.storage_keys().is_empty(),
        "reading pages stores nothing"
    );
}

#[test]
fn an_interviewer_led_attempt_runs_to_its_report_and_its_rule_into_the_next() {
    let Some(mut browser) = browser("interviewer-led") else {
        return;
    };
    let product = Product::start();
    let mut page = Page::open(&mut browser, &product.origin());
    page.go("/");
    for step in [
        "nav a[href='/cases']",
        &format!("main a[href='/cases/{CASE}']"),
        "main form button[type=submit]",
    ] {
        page.click(step);
        page.loaded();
    }
    in_the_room(&mut page);
    practise(&mut page, &play(CASE, "strong"), Some("room"));
    report(&mut page, Some("report"));
    let cue = "a fee is a share of revenue";
    page.eval(&format!(
        "document.querySelector('[name=when]').value = '{cue}'"
    ));
    page.eval("document.querySelector('[name=will]').value = 'take it from the price first'");
    page.click("form[action$=rule] button[type=submit]");
    page.loaded();
    page.go(&format!("/cases/{CASE}"));
    assert!(
        page.text().contains(cue),
        "the case page shows the rule before the next attempt"
    );
    page.click("main form button[type=submit]");
    page.loaded();
    in_the_room(&mut page);
    assert!(page.text().contains(cue), "the room shows the rule");
    end_early(&mut page);
    assert!(page.text().contains(cue), "the report asks about the rule");
    page.clean("two attempts");
}

#[test]
fn a_candidate_led_attempt_runs_to_its_report_by_keyboard_alone() {
    let Some(mut browser) = browser("candidate-led") else {
        return;
    };
    let product = Product::start();
    let mut page = Page::open(&mut browser, &product.origin());
    page.go(&format!("/cases/{CASE}"));
    page.eval("document.querySelector('[name=format][value=candidate-led]').focus()");
    page.press(" ", 0);
    page.eval("document.querySelector('main form button[type=submit]').focus()");
    page.press("Enter", 0);
    page.loaded();
    in_the_room(&mut page);
    practise(&mut page, &play(CASE, "strong"), None);
    report(&mut page, None);
    page.clean("candidate-led");
}

#[test]
fn a_killed_server_and_a_reload_lose_neither_words_nor_draft() {
    let Some(mut browser) = browser("killed server") else {
        return;
    };
    let mut product = Product::start();
    let mut page = Page::open(&mut browser, &product.origin());
    begin(&mut page);
    say(
        &mut page,
        "What would the board count as a success, and by when?",
    );
    let before = transcript(&mut page);
    page.click("#draft");
    page.type_text("A draft that is not sent");
    page.until("Object.keys(localStorage).some((k) => k.startsWith('casingexpert.draft.'))");
    product.restart();
    page.eval("void setTimeout(() => location.reload())");
    page.loaded();
    in_the_room(&mut page);
    assert_eq!(
        transcript(&mut page),
        before,
        "what was said is there after a kill"
    );
    page.until("document.querySelector('#draft').value === 'A draft that is not sent'");
    page.eval("document.querySelector('#draft').select()");
    say(&mut page, "How much may be invested in total?");
    assert!(
        transcript(&mut page).starts_with(&before),
        "and the attempt goes on"
    );
}

#[test]
fn the_room_works_on_a_narrow_phone_and_is_accessible() {
    let Some(mut browser) = browser("phone") else {
        return;
    };
    let product = Product::start();
    let mut page = Page::open(&mut browser, &product.origin());
    page.resize(PHONE.0, PHONE.1);
    begin(&mut page);
    page.fits("room");
    say(&mut page, "What would the board count as a success?");
    for pane in ["exhibit", "tree", "notes", "talk"] {
        page.click(&format!(".room-tabs [data-to={pane}]"));
        page.fits(pane);
        page.accessible(&format!("room, {pane}"));
    }
    page.clean("room on a phone");
}

/// Begins an attempt from the case page.
pub(crate) fn begin(page: &mut Page) {
    page.go(&format!("/cases/{CASE}"));
    page.click("main form button[type=submit]");
    page.loaded();
    in_the_room(page);
}

/// Waits until the interviewer has opened.
pub(crate) fn in_the_room(page: &mut Page) {
    page.until("document.querySelector('.transcript .turn--asks')");
    page.until("document.querySelector('#draft') && !document.querySelector('#draft').disabled");
}

/// Goes through a play: in each part what the play does there, then "Done". The attempt is over
/// afterwards.
fn practise(page: &mut Page, moves: &[(String, Move)], picture: Option<&str>) {
    let mut moves = moves.iter().peekable();
    for _ in 0..ACTIONS {
        if over(page) {
            return;
        }
        let part = page.eval("document.querySelector('.rail [aria-current]')?.dataset.part ?? ''");
        while moves.next_if(|(of, _)| before(page, of, &part)).is_some() {}
        match moves.next_if(|(of, _)| part == **of) {
            Some((_, Move::Says(words))) => say(page, words),
            Some((_, Move::Presents(tree))) => present(page, tree),
            None => press(page, "done"),
        }
        if part == "exhibit" && moves.peek().is_some_and(|(of, _)| part != **of) {
            page.accessible("room in the middle of a case");
            if let Some(name) = picture {
                pictures(page, name, false);
            }
        }
    }
    panic!(
        "the attempt is not over after {ACTIONS} actions: {}",
        page.text()
    );
}

/// Whether a part lies before the current one on the rail.
fn before(page: &mut Page, part: &str, current: &serde_json::Value) -> bool {
    let order = "[...document.querySelectorAll('.rail [data-part]')].map((p) => p.dataset.part)";
    page.eval(&format!(
        "{order}.indexOf('{part}') < {order}.indexOf({current})"
    )) == true
}

/// Writes a tree in the editor by keyboard and presents it.
fn present(page: &mut Page, tree: &Tree) {
    page.eval("document.querySelector('#tree-rows input').focus()");
    for (at, branch) in tree.branches.iter().enumerate() {
        if at > 0 {
            page.press("Enter", 0);
            page.press("ArrowLeft", 1);
        }
        page.type_text(&branch.label);
        for (below, child) in branch.children.iter().enumerate() {
            page.press("Enter", 0);
            if below == 0 {
                page.press("ArrowRight", 1);
            }
            page.type_text(&child.label);
        }
    }
    press_button(page, "[data-tree=present]");
}

pub(crate) fn over(page: &mut Page) -> bool {
    page.eval("Boolean(document.querySelector('#room-over')) && !document.querySelector('#room-over').hidden") == true
}

pub(crate) fn turns(page: &mut Page) -> i64 {
    page.eval("document.querySelectorAll('.transcript li').length")
        .as_i64()
        .unwrap_or(0)
}

fn say(page: &mut Page, words: &str) {
    let before = turns(page);
    page.eval("document.querySelector('#draft').focus()");
    page.type_text(words);
    page.press("Enter", 2);
    page.until(&format!(
        "document.querySelectorAll('.transcript li').length > {before}"
    ));
    page.until("document.querySelector('#draft').value === ''");
}

fn press(page: &mut Page, what: &str) {
    press_button(page, &format!("[data-does={what}]"));
}

fn press_button(page: &mut Page, selector: &str) {
    let before = turns(page);
    page.click(selector);
    page.until(&format!(
        "document.querySelectorAll('.transcript li').length > {before} || !document.querySelector('#room-over').hidden"
    ));
}

fn transcript(page: &mut Page) -> String {
    page.eval("[...document.querySelectorAll('.transcript .turn-text')].map((p) => p.innerText).join('\\n')")
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

pub(crate) fn end_early(page: &mut Page) {
    page.click("[data-opens=leave]");
    page.click("#leave [data-does=end]");
    report(page, None);
}

/// Opens the report from the room and looks at it.
fn report(page: &mut Page, picture: Option<&str>) {
    page.until(
        "!document.querySelector('#room-over') || !document.querySelector('#room-over').hidden",
    );
    if over(page) {
        page.click("#room-over a");
        page.loaded();
    }
    page.until("document.querySelector('[name=when]')");
    page.accessible("report");
    page.resize(PHONE.0, PHONE.1);
    page.fits("report");
    page.resize(1280, 900);
    assert!(
        page.storage_keys().is_empty(),
        "what the room kept in the browser goes at the close"
    );
    if let Some(name) = picture {
        pictures(page, name, true);
    }
}

/// Pictures for the README, made on request so that a test run leaves the tree clean.
fn pictures(page: &mut Page, name: &str, tall: bool) {
    if std::env::var_os("CASINGEXPERT_PICTURES").is_none() {
        return;
    }
    let folder = repository().join("docs/pictures");
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    page.resize(1280, if tall { 1800 } else { 900 });
    for scheme in ["light", "dark"] {
        page.scheme(scheme);
        page.picture(&folder.join(format!("{name}-{scheme}.png")));
    }
    page.resize(390, 844);
    page.picture(&folder.join(format!("{name}-phone.png")));
    page.resize(1280, 900);
    page.scheme("light");
}
