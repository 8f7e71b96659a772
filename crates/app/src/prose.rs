//! Markdown of cases and documents as HTML. Raw HTML in it is shown as text, never passed on;
//! headings begin below those of the page around it.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// The HTML of a Markdown text that belongs to this project or to a case author.
#[must_use]
pub fn html(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).map(tamed);
    let mut out = String::with_capacity(markdown.len() * 2);
    pulldown_cmark::html::push_html(&mut out, events);
    out
}

/// The text of the first heading, and the HTML of what follows it.
#[must_use]
pub fn document(markdown: &str) -> (String, String) {
    let (first, rest) = markdown.split_once('\n').unwrap_or((markdown, ""));
    match first.strip_prefix("# ") {
        Some(title) => (title.trim().to_owned(), html(rest)),
        None => (String::new(), html(markdown)),
    }
}

fn tamed(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) => Event::Start(Tag::Heading {
            level: lower(level),
            id,
            classes,
            attrs,
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        other => other,
    }
}

/// `##` of a document is an `h2` here, `#` as well, so that a page keeps one `h1`.
fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_is_shown_and_not_run() {
        assert_eq!(
            html("a <script>alert(1)</script>\n"),
            "<p>a &lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
        );
    }

    #[test]
    fn a_document_parts_into_head_and_body() {
        let (title, body) = document("# Levels\n\nOne to five.\n");
        assert_eq!(
            (title.as_str(), body.as_str()),
            ("Levels", "<p>One to five.</p>\n")
        );
    }
}
