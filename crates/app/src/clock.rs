//! The only wall clock of the product.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Milliseconds since 1970 in UTC.
#[must_use]
pub fn now_ms() -> i64 {
    Timestamp::now().as_millisecond()
}

/// `23 November 2026`, in UTC; empty for a time out of range.
#[must_use]
pub fn date(ms: i64) -> String {
    format(ms, "%-d %B %Y")
}

/// `23 Nov`, in UTC; empty for a time out of range.
#[must_use]
pub fn day(ms: i64) -> String {
    format(ms, "%-d %b")
}

/// `23 November 2026, 09:10`, in UTC; empty for a time out of range.
#[must_use]
pub fn date_time(ms: i64) -> String {
    format(ms, "%-d %B %Y, %H:%M")
}

fn format(ms: i64, pattern: &str) -> String {
    Timestamp::from_millisecond(ms)
        .map(|t| {
            t.to_zoned_datetime(TimeZone::UTC)
                .strftime(pattern)
                .to_string()
        })
        .unwrap_or_default()
}

/// A running clock in minutes and seconds: `13:20`.
#[must_use]
pub fn minutes(ms: u64) -> String {
    format!("{}:{:02}", ms / 60_000, ms / 1000 % 60)
}

/// A span in words: `6 min 38 s`, `38 s`, `6 min`.
#[must_use]
pub fn span(ms: u64) -> String {
    match (ms / 60_000, ms / 1000 % 60) {
        (0, s) => format!("{s}\u{a0}s"),
        (m, 0) => format!("{m}\u{a0}min"),
        (m, s) => format!("{m}\u{a0}min {s}\u{a0}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_the_look_asks() {
        assert_eq!(date(1_795_392_000_000), "23 November 2026");
        assert_eq!(day(1_795_392_000_000), "23 Nov");
        assert_eq!(date_time(1_795_425_000_000), "23 November 2026, 09:10");
        assert_eq!(minutes(800_000), "13:20");
        assert_eq!(span(398_000), "6\u{a0}min 38\u{a0}s");
        assert_eq!(span(38_000), "38\u{a0}s");
    }
}
