//! Everybody gets everywhere: by keyboard alone, in three clicks, on a narrow phone, in both
//! schemes. The pages are those of the route table, so a new page is looked at by itself.

use casingexpert::table;

use crate::browser;
use crate::keyboard::{rings, tab_back_to, tab_to, walk};
use crate::page::Page;
use crate::product::Product;
use crate::stories::{CASE, PHONE, begin, end_early, in_the_room, over, turns};

/// Pages for machines, and files.
const NOT_READ: &[&str] = &[
    "/healthz",
    "/readyz",
    "/static/{*path}",
    "/attempts/{id}/room/socket",
];

/// Every page of the route table, with an attempt that is over and one that is not.
fn pages(page: &mut Page) -> Vec<String> {
    let closed = attempt(page);
    end_early(page);
    let open = attempt(page);
    let fill = |path: &str| {
        let id = if path.ends_with("/room") {
            &open
        } else {
            &closed
        };
        let path = path
            .replace("{slug}", CASE)
            .replace("{code}", "Q2")
            .replace("{id}", id);
        assert!(!path.contains('{'), "{path}: say here what to fill in");
        path
    };
    let mut pages: Vec<String> = table()
        .iter()
        .filter(|route| route.method == "GET" && !NOT_READ.contains(&route.path))
        .map(|route| fill(route.path))
        .collect();
    pages.push("/no-such-page".to_owned());
    pages
}

fn attempt(page: &mut Page) -> String {
    begin(page);
    let id = page.eval("document.querySelector('.room').dataset.attempt");
    id.as_str().expect("an attempt").to_owned()
}

#[test]
fn every_page_of_the_route_table_is_accessible_in_both_schemes_and_fits_360_px() {
    let Some(mut browser) = browser("route table") else {
        return;
    };
    let product = Product::start();
    let mut page = Page::open(&mut browser, &product.origin());
    let pages = pages(&mut page);
    assert!(pages.len() >= 13, "{pages:?}");
    for path in &pages {
        for scheme in ["light", "dark"] {
            page.scheme(scheme);
            page.resize(1280, 900);
            page.go(path);
            page.accessible(&format!("{path}, {scheme}"));
            page.resize(PHONE.0, PHONE.1);
            page.fits(path);
            page.accessible(&format!("{path} on a phone, {scheme}"));
        }
    }
}

#[test]
fn every_stop_of_the_keyboard_on_every_page_is_seen_and_none_holds_it() {
    let Some(mut browser) = browser("tab stops") else {
        return;
    };
    let product = Product::start();
    let mut page = Page::open(&mut browser, &product.origin());
    for path in pages(&mut page) {
        page.go(&path);
        let stops = walk(&mut page, &path);
        assert!(stops >= 2, "{path}: {stops} stops");
    }
}

#[test]
fn a_stop_without_a_ring_is_told_from_one_with() {
    let Some(mut browser) = browser("no ring") else {
        return;
    };
    let product = Product::start();
    let mut page = Page::open(&mut browser, &product.origin());
    page.go("/");
    page.press("Tab", 0);
    assert!(rings(&mut page));
    page.eval("document.activeElement.style.outline = 'none'");
    assert!(!rings(&mut page));
}

#[test]
fn a_guest_is_in_a_room_within_three_clicks() {
    let Some(mut browser) = browser("three clicks") else {
        return;
    };
    let product = Product::start();
    let case = format!("main a[href='/cases/{CASE}']");
    let offered = "main .plan dd a[href^='/cases/']";
    let begin = "main form[action='/attempts'] button[type=submit]";
    for way in [
        &[begin][..],
        &[offered, begin],
        &["nav a[href='/cases']", case.as_str(), begin],
    ] {
        let mut page = Page::open(&mut browser, &product.origin());
        page.go("/");
        for click in way {
            page.click(click);
            page.loaded();
        }
        in_the_room(&mut page);
        assert!(way.len() <= 3, "{} clicks", way.len());
    }
}

#[test]
fn a_whole_attempt_goes_by_keyboard_alone_from_the_front_page_to_the_rule() {
    let Some(mut browser) = browser("keyboard alone") else {
        return;
    };
    let product = Product::start();
    let mut page = Page::open(&mut browser, &product.origin());
    page.go("/");
    tab_to(&mut page, "nav a[href='/cases']");
    enter(&mut page);
    tab_to(&mut page, &format!("main a[href='/cases/{CASE}']"));
    enter(&mut page);
    plan(&mut page);
    in_the_room(&mut page);
    converse(&mut page);
    draw_a_tree(&mut page);
    tab_to(&mut page, "#notes");
    page.type_text("Use times price is not margin.");
    tab_back_to(&mut page, "[data-opens=leave]");
    page.press("Enter", 0);
    page.until("document.querySelector('#leave').open");
    tab_to(&mut page, "#leave [data-does=end]");
    page.press("Enter", 0);
    page.until("!document.querySelector('#room-over').hidden");
    assert!(over(&mut page));
    tab_to(&mut page, "#room-over a");
    enter(&mut page);
    tab_to(&mut page, "[name=when]");
    page.type_text("a fee is a share of revenue");
    tab_to(&mut page, "[name=will]");
    page.type_text("take it from the price first");
    tab_to(&mut page, "form[action$=rule] button[type=submit]");
    enter(&mut page);
    page.go(&format!("/cases/{CASE}"));
    assert!(page.text().contains("a fee is a share of revenue"));
    page.clean("keyboard alone");
}

#[test]
fn single_keys_can_be_switched_off_and_stay_off() {
    let Some(mut browser) = browser("single keys") else {
        return;
    };
    let product = Product::start();
    let mut page = Page::open(&mut browser, &product.origin());
    begin(&mut page);
    let before = turns(&mut page);
    page.press("m", 0);
    page.until(&format!(
        "document.querySelectorAll('.transcript li').length > {before}"
    ));
    page.click("#single-keys");
    assert_eq!(
        page.eval("document.querySelector('#single-keys').checked"),
        false
    );
    page.eval("void setTimeout(() => location.reload())");
    page.loaded();
    in_the_room(&mut page);
    assert_eq!(
        page.storage_keys()
            .iter()
            .filter(|key| *key == "casingexpert.keys")
            .count(),
        1
    );
    assert_eq!(
        page.eval("document.querySelector('#single-keys').checked"),
        false
    );
    page.press("3", 0);
    assert_eq!(
        page.eval("document.activeElement.id"),
        "",
        "no single key works"
    );
    page.click("#single-keys");
    page.eval("document.activeElement.blur()");
    page.press("3", 0);
    assert_eq!(page.eval("document.activeElement.id"), "notes");
    assert!(
        !page
            .storage_keys()
            .contains(&"casingexpert.keys".to_owned())
    );
}

/// Presses Enter on a link or a button that leads to another page.
fn enter(page: &mut Page) {
    page.press("Enter", 0);
    page.loaded();
}

/// Says what to practise, chooses the other format with an arrow and begins.
fn plan(page: &mut Page) {
    tab_to(page, "#objective");
    page.type_text("Say the structure before the numbers.");
    tab_to(page, "#target");
    page.press("ArrowDown", 0);
    tab_to(page, "[name=format]");
    let was = page.eval("document.querySelector('[name=format]:checked').value");
    page.press("ArrowDown", 0);
    let is = page.eval("document.querySelector('[name=format]:checked').value");
    assert_ne!(was, is, "an arrow chooses the next of a group");
    page.press("ArrowUp", 0);
    tab_to(page, "main form button[type=submit]");
    enter(page);
}

/// A turn, a hint, and the end of a part.
fn converse(page: &mut Page) {
    tab_to(page, "#draft");
    let before = turns(page);
    page.type_text("What would the board count as a success, and by when?");
    page.press("Enter", 2);
    page.until(&format!(
        "document.querySelectorAll('.transcript li').length > {before} && document.querySelector('#draft').value === ''"
    ));
    for does in ["hint", "done"] {
        let before = turns(page);
        tab_to(page, &format!("[data-does={does}]"));
        page.press("Enter", 0);
        page.until(&format!(
            "document.querySelectorAll('.transcript li').length > {before}"
        ));
    }
}

/// Writes two levels in the editor and presents them.
fn draw_a_tree(page: &mut Page) {
    let before = turns(page);
    tab_to(page, "#tree-rows input");
    page.type_text("Demand at the site");
    page.press("Enter", 0);
    page.press("ArrowRight", 1);
    page.type_text("Use an hour");
    page.press("ArrowUp", 0);
    assert_eq!(
        page.eval("document.activeElement.value"),
        "Demand at the site",
        "arrows go from branch to branch"
    );
    tab_to(page, "[data-tree=present]");
    page.press("Enter", 0);
    page.until(&format!(
        "document.querySelectorAll('.transcript li').length > {before}"
    ));
    assert_eq!(
        page.eval("document.querySelectorAll('#tree-rows ol ol, #tree-rows li ol').length > 0"),
        true,
        "the second branch lies under the first"
    );
}
