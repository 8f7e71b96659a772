//! The product as a person uses it: its own process, a real Chromium, whole attempts.

mod devtools;
mod keyboard;
mod page;
mod product;
mod reach;
mod stories;

use devtools::Browser;

/// Set by `cargo xtask test`: nothing may be skipped.
const SKIP_NOTHING: &str = "CASINGEXPERT_SKIP_NOTHING";

#[expect(clippy::print_stdout, reason = "a story that was not told is named")]
/// A browser, or a loud notice that the story was not told.
fn browser(story: &str) -> Option<Browser> {
    let browser = Browser::start();
    if browser.is_none() {
        assert!(
            std::env::var_os(SKIP_NOTHING).is_none(),
            "{story}: Chromium is not installed"
        );
        println!("SKIPPED {story}: Chromium is not installed; `cargo xtask test` installs it");
    }
    browser
}
