//! The few marks that exhibits are made of.

use std::fmt::Write as _;

/// The narrowest figure, in pixels: a phone of 360 less its gutters. What fits here fits anywhere.
pub(super) const NARROW_PX: f64 = 320.0;
/// Mean width of a 13 px Archivo letter, on the generous side.
const LETTER_PX: f64 = 7.0;
/// A line of 13 px text.
pub(super) const LINE_PX: f64 = 16.0;

/// How much of the narrowest figure a text takes, in percent.
pub(super) fn text_pct(text: &str) -> f64 {
    pct(LETTER_PX * text.chars().count() as f64)
}

/// Pixels of the narrowest figure in percent.
pub(super) fn pct(px: f64) -> f64 {
    px / NARROW_PX * 100.0
}

/// Text safe between tags and in attributes; control characters are left out.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ if c.is_control() || is_bidi_control(c) => {}
            _ => safe.push(c),
        }
    }
    safe
}

/// Marks that turn the writing direction: they can make a figure read backwards.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// Where a text is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A drawing under way. `x` and widths are percent, `y` and heights pixels.
#[derive(Debug, Default)]
pub(super) struct Svg {
    body: String,
    /// In pixels; set when it is known.
    pub(super) height: f64,
}

impl Svg {
    pub(super) fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, class: &str) {
        let _ = writeln!(
            self.body,
            "<rect x=\"{x:.2}%\" y=\"{y:.1}\" width=\"{width:.2}%\" height=\"{height:.1}\" \
             class=\"{class}\"/>"
        );
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), class: &str) {
        let _ = writeln!(
            self.body,
            "<line x1=\"{:.2}%\" y1=\"{:.1}\" x2=\"{:.2}%\" y2=\"{:.1}\" class=\"{class}\"/>",
            from.0, from.1, to.0, to.1
        );
    }

    pub(super) fn circle(&mut self, x: f64, y: f64, radius: f64, class: &str) {
        let _ = writeln!(
            self.body,
            "<circle cx=\"{x:.2}%\" cy=\"{y:.1}\" r=\"{radius}\" class=\"{class}\"/>"
        );
    }

    /// `dx` moves the text by pixels, away from the mark it belongs to.
    pub(super) fn text(
        &mut self,
        (x, y): (f64, f64),
        anchor: Anchor,
        dx: f64,
        class: &str,
        words: &str,
    ) {
        let _ = write!(
            self.body,
            "<text x=\"{x:.2}%\" y=\"{y:.1}\" class=\"{class}\""
        );
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => self.body.push_str(" text-anchor=\"middle\""),
            Anchor::End => self.body.push_str(" text-anchor=\"end\""),
        }
        if dx != 0.0 {
            let _ = write!(self.body, " dx=\"{dx}\"");
        }
        let _ = writeln!(self.body, ">{}</text>", escape(words));
    }

    /// Lines of text below each other, the first at `y`.
    pub(super) fn lines(
        &mut self,
        (x, y): (f64, f64),
        anchor: Anchor,
        class: &str,
        lines: &[String],
    ) {
        for (at, line) in lines.iter().enumerate() {
            self.text((x, y + LINE_PX * at as f64), anchor, 0.0, class, line);
        }
    }

    /// A curve through points of 0 to 100 both ways (down is greater), stretched into a window.
    pub(super) fn curve(&mut self, window: Window, points: &[(f64, f64)], class: &str) {
        let points: Vec<_> = points
            .iter()
            .map(|(x, y)| format!("{x:.2},{y:.2}"))
            .collect();
        let Window {
            x,
            y,
            width,
            height,
        } = window;
        let _ = writeln!(
            self.body,
            "<svg x=\"{x}%\" y=\"{y}\" width=\"{width}%\" height=\"{height}\" \
             viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\">\
             <polyline points=\"{}\" class=\"{class}\"/></svg>",
            points.join(" ")
        );
    }

    /// The whole element. Title and description are escaped already.
    pub(super) fn finish(&self, number: usize, title: &str, description: &str) -> String {
        format!(
            "<svg height=\"{:.0}\" role=\"img\" aria-labelledby=\"x{number}t x{number}d\">\n\
             <title id=\"x{number}t\">{title}</title>\n\
             <desc id=\"x{number}d\">{description}</desc>\n{}</svg>\n",
            self.height, self.body
        )
    }
}

/// A part of the drawing: `x` and `width` in percent, `y` and `height` in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Window {
    /// Where a share (0 to 1) of the width lies.
    pub(super) fn across(&self, share: f64) -> f64 {
        self.x + self.width * share
    }

    /// Where a share (0 to 1) of the height lies, counted from the bottom.
    pub(super) fn up(&self, share: f64) -> f64 {
        self.y + self.height * (1.0 - share)
    }

    pub(super) fn right(&self) -> f64 {
        self.x + self.width
    }

    pub(super) fn bottom(&self) -> f64 {
        self.y + self.height
    }
}
