//! Exhibits by small expected fragments, and the laws that every chart keeps.

use casebook::{Cell, Chart, ChartKind, Column, Exhibit, Reads, Row};
use interview::At;

use super::svg::NARROW_PX;
use super::{Style, exhibit_html};

const KINDS: [ChartKind; 6] = [
    ChartKind::Bar,
    ChartKind::Stacked,
    ChartKind::Waterfall,
    ChartKind::Line,
    ChartKind::Scatter,
    ChartKind::Mekko,
];

/// `columns` is `label/unit/places` by `;`, `rows` is a line a row: name, then cells, by `;`.
fn exhibit(
    kind: ChartKind,
    columns: &str,
    rows: &str,
    highlight: Option<(usize, usize)>,
) -> Exhibit {
    let columns = columns
        .split(';')
        .map(|column| {
            let parts: Vec<_> = column.trim().split('/').collect();
            Column {
                label: parts[0].into(),
                unit: parts[1].into(),
                places: parts[2].parse().expect("places"),
            }
        })
        .collect();
    let rows = rows
        .lines()
        .map(|line| {
            let mut parts = line.split(';').map(str::trim);
            let label = parts.next().expect("a name").into();
            Row {
                label,
                cells: parts.map(cell).collect(),
            }
        })
        .collect();
    Exhibit {
        id: "e1".into(),
        title: "Four types of location".into(),
        action_title: "Only supermarkets pay back".into(),
        units: "One site".into(),
        source: "Planning team".into(),
        note: String::new(),
        chart: Chart {
            kind,
            series: Vec::new(),
            highlight,
        },
        columns,
        rows,
        question: String::new(),
        insights: Vec::new(),
        reads: Reads::default(),
    }
}

fn cell(text: &str) -> Cell {
    match text {
        "" => Cell::Empty,
        _ => text
            .parse()
            .map_or_else(|_| Cell::Text(text.into()), Cell::Number),
    }
}

fn payback(kind: ChartKind) -> Exhibit {
    let rows = "Motorway; 9.5\nSupermarket; 5.9\nCity hub; 10.5\nRural road; 14.3";
    exhibit(kind, "Payback/years/1", rows, Some((1, 0)))
}

fn report(exhibit: &Exhibit) -> String {
    exhibit_html(exhibit, 1, Style::Report, None)
}

fn check(html: &str, fragments: &[&str]) {
    for fragment in fragments {
        assert!(html.contains(fragment), "no {fragment} in\n{html}");
    }
}

#[test]
fn the_room_is_neutral_and_the_report_speaks() {
    let bars = payback(ChartKind::Bar);
    let room = exhibit_html(&bars, 2, Style::Room, Some(At(1_100_000)));
    check(
        &room,
        &[
            "<p class=\"exhibit-no\">Exhibit 2, handed over at 18:20</p>",
            "<h2 class=\"exhibit-title\">Four types of location</h2>",
        ],
    );
    assert!(
        !room.contains("x-hi") && !room.contains("supermarkets pay"),
        "{room}"
    );
    let report = report(&bars);
    check(
        &report,
        &["<h3 class=\"exhibit-title\">Only supermarkets pay back</h3>"],
    );
    assert_eq!(report.matches("class=\"x-hi\"").count(), 1, "{report}");
}

#[test]
fn a_chart_says_itself_in_words_and_has_its_numbers_behind_it() {
    check(
        &report(&payback(ChartKind::Bar)),
        &[
            "role=\"img\" aria-labelledby=\"x1t x1d\"",
            "<title id=\"x1t\">Only supermarkets pay back</title>",
            "<desc id=\"x1d\">Horizontal bars. Payback, years. Motorway 9.5; Supermarket 5.9; \
             City hub 10.5; Rural road 14.3.</desc>",
            "<summary>Data as a table</summary>",
            "<tr><th scope=\"row\">Supermarket</th><td class=\"n\">5.9</td></tr>",
            "Source: Planning team",
        ],
    );
}

#[test]
fn a_table_puts_measures_down_and_options_across() {
    let table = exhibit(
        ChartKind::Table,
        "Price/euros per kWh/2; Sites//0; Rival//0",
        "Motorway; 0.69; 1200; none\nSupermarket; 0.5; 210;",
        Some((1, 0)),
    );
    check(
        &report(&table),
        &[
            "<th scope=\"col\" class=\"n\">Motor\u{ad}way</th><th scope=\"col\" class=\"n hi\">Super\u{ad}market</th>",
            "<tr><th scope=\"row\">Price<small>euros per kWh</small></th>\
             <td class=\"n\">0.69</td><td class=\"n hi\">0.50</td></tr>",
            "<td class=\"n\">1,200</td>",
            "<td class=\"n\">none</td><td class=\"n\">–</td>",
        ],
    );
}

#[test]
fn a_waterfall_floats_between_start_and_end() {
    let rows = "Revenue; 744\nEnergy; -391\nOwner; -74\nFixed cost; -110\nCash; 169";
    let html = report(&exhibit(
        ChartKind::Waterfall,
        "Amount/thousand euros/0",
        rows,
        Some((4, 0)),
    ));
    check(
        &html,
        &[
            "<rect x=\"3.00%\" y=\"24.0\" width=\"14.00%\" height=\"206.0\" class=\"x-1\"/>",
            "<rect x=\"23.00%\" y=\"24.0\" width=\"14.00%\" height=\"108.3\" class=\"x-2\"/>",
            ">−391</text>",
            "class=\"x-hi\"",
        ],
    );
}

#[test]
fn what_a_form_cannot_show_is_a_table() {
    for kind in KINDS {
        let words = exhibit(kind, "Rival//0", "Ferrona; open to all\nGalvia; none", None);
        let html = report(&words);
        assert!(
            html.contains("<table class=\"x-table") && !html.contains("<svg"),
            "{kind:?}"
        );
    }
    let debt = exhibit(
        ChartKind::Stacked,
        "A/EUR/0; B/EUR/0",
        "X; 3; -1\nY; 2; 2",
        None,
    );
    assert!(!report(&debt).contains("<svg"));
}

#[test]
fn panels_with_one_unit_share_a_scale_and_another_unit_has_its_own() {
    let rows = "Morning; 1000; 800; 30\nEvening; 500; 200; 60";
    let html = report(&exhibit(
        ChartKind::Bar,
        "Offered/tonnes/0; Fetched/tonnes/0; Wish/people/0",
        rows,
        None,
    ));
    let widths = attributes(&html, "<rect ", "width");
    let ratio = |a: usize, b: usize| (widths[a] / widths[b] * 100.0).round();
    assert_eq!(ratio(2, 0), 80.0, "fetched against offered: {widths:?}");
    assert_eq!(ratio(4, 5), 50.0, "one wish against the other: {widths:?}");
    assert!(ratio(5, 0) > 90.0, "the longest wish: {widths:?}");
}

#[test]
fn a_negative_bar_has_its_number_on_the_far_side_of_nought() {
    let html = report(&exhibit(
        ChartKind::Bar,
        "Gap/USD/1; Given/USD/1; Open/USD/1",
        "Fuel; 3.1; 0.4; 2.7\nAdditives; -0.6; 0; -0.6",
        None,
    ));
    let widths = attributes(&html, "<rect ", "width");
    assert!(widths[0] > 8.0, "{widths:?}");
    let (left, bar) = (attributes(&html, "<rect ", "x")[1], widths[1]);
    let nought = format!("<text x=\"{:.2}%\"", left + bar);
    let number = html.split(&nought).nth(1).expect("a number at nought");
    assert!(number.contains(">−0.6</text>"), "{html}");
}

#[test]
fn a_note_stands_under_chart_and_table_alike() {
    for kind in [ChartKind::Bar, ChartKind::Table] {
        let mut noted = payback(kind);
        noted.note = "The index is 100 two years ago.".into();
        check(
            &exhibit_html(&noted, 1, Style::Room, None),
            &["<p class=\"exhibit-note\">The index is 100 two years ago.</p>\n<figcaption"],
        );
    }
}

#[test]
fn hostile_text_stays_text() {
    for kind in KINDS.into_iter().chain([ChartKind::Table]) {
        let mut hostile = payback(kind);
        let words = "<script>alert('x')</script>\u{202e}\u{7}\"&";
        hostile.title = words.into();
        hostile.action_title = words.into();
        hostile.units = words.into();
        hostile.source = words.into();
        hostile.note = words.into();
        hostile.rows[0].label = words.into();
        hostile.columns[0].label = words.into();
        for html in [
            report(&hostile),
            exhibit_html(&hostile, 1, Style::Room, None),
        ] {
            assert!(
                !html.contains("<script") && !html.contains('\u{202e}'),
                "{html}"
            );
            assert!(!html.contains('\u{7}') && !html.contains("('x')"), "{html}");
        }
    }
}

#[test]
fn the_parts_of_a_stack_fill_it_and_sums_are_drawn_to_scale() {
    let rows = "Motorway; 31; 20.8; 17.2\nRural; 31; 21.2; 2.8\nTotal; 62; 42; 20";
    let html = report(&exhibit(
        ChartKind::Stacked,
        "Energy/cents/1; Kept/cents/1; Owner/cents/1",
        rows,
        None,
    ));
    let widths = attributes(&html, "<rect ", "width");
    let sum = |range: std::ops::Range<usize>| widths[range].iter().sum::<f64>();
    assert_eq!(widths.len(), 6, "the total is no row of bars");
    assert!(
        (sum(0..3) / sum(3..6) - 69.0 / 55.0).abs() < 0.01,
        "{widths:?}"
    );
    check(&html, &[">69.0</text>", ">55.0</text>"]);
}

#[test]
fn the_columns_of_a_mekko_fill_its_width_and_their_parts_its_height() {
    let rows = "Motorway; 139; 45; 25; 30\nCity; 55; 50; 20; 30\nRural; 104; 56; 5; 39";
    let html = report(&exhibit(
        ChartKind::Mekko,
        "Revenue/million/0; Energy/%/0; Owner/%/0; Cash/%/0",
        rows,
        Some((0, 3)),
    ));
    let heights = attributes(&html, "<rect ", "height");
    for column in heights.chunks(3) {
        assert!(
            (column.iter().sum::<f64>() - 232.0).abs() < 0.2,
            "{column:?}"
        );
    }
    let widths = attributes(&html, "<rect ", "width");
    assert!(
        (widths[0] / widths[3] - 139.0 / 55.0).abs() < 0.01,
        "{widths:?}"
    );
}

#[test]
fn every_label_stays_inside_the_figure_on_a_phone() {
    for kind in KINDS {
        for (columns, rows) in awkward() {
            let html = report(&exhibit(kind, columns, rows, Some((0, 0))));
            for text in html.split("<text ").skip(1) {
                inside(kind, text.split("</text>").next().unwrap_or(text), &html);
            }
        }
    }
}

/// Long names, one row, many rows, negatives, noughts, large and small numbers.
fn awkward() -> Vec<(&'static str, &'static str)> {
    vec![
        (
            "Payback/years/1",
            "Motorway; 9.5\nSupermarket car park; 5.9\nTotal; 3",
        ),
        (
            "Gap/USD per tonne/2",
            "Kiln fuel; 3.13\nAdditives; -0.60\nLabour, maintenance, overhead; 0.60\nLogistics; 5.3\nPackaging; 0.06\nRaw materials; 0.2\nPower; 0.8\nTotal; 9.49",
        ),
        (
            "Then/million USD/0; Now/million USD/0",
            "Supermarkets and convenience; 60; 81\nPharma; 18; 24\nRestaurants and caterers; 24; 30",
        ),
        (
            "Size/tonnes/0; Offered/%/0; Thrown away/%/0",
            "weekday morning; 1900; 92; 8\nSunday; 10; 50; 50\nSaturday; 20; 60; 40",
        ),
        ("Nothing/EUR/0", "A; 0\nB; 0\nC; 0"),
        (
            "Much/IDR/0; More/IDR/0",
            "2024; 1234567890; 1\n2025; 2; 999999999\n2026; 5; 5",
        ),
    ]
}

fn inside(kind: ChartKind, text: &str, html: &str) {
    let value = |name: &str| {
        let found = text.split(&format!("{name}=\"")).nth(1);
        found
            .and_then(|rest| rest.split(['"', '%']).next()?.parse::<f64>().ok())
            .unwrap_or(0.0)
    };
    let words = text
        .split('>')
        .nth(1)
        .and_then(|rest| rest.split('<').next())
        .unwrap_or("");
    // Mean width of the face as measured, a little under what the layout reckons with.
    let width = words.chars().count() as f64 * 6.6;
    // What only a wide figure shows has to fit a wide one.
    let figure = if text.contains("x-wide-only") {
        512.0
    } else {
        NARROW_PX
    };
    let start = value("x") / 100.0 * figure + value("dx");
    let left = match text {
        _ if text.contains("\"end\"") => start - width,
        _ if text.contains("\"middle\"") => start - width / 2.0,
        _ => start,
    };
    let height = attributes(html, "<svg ", "height")[0];
    let y = value(" y");
    assert!(
        left >= -2.0 && left + width <= figure + 2.0,
        "{kind:?}: {words:?} at {left}\n{html}"
    );
    assert!(
        (0.0..=height).contains(&y),
        "{kind:?}: {words:?} at height {y} of {height}\n{html}"
    );
}

fn attributes(html: &str, tag: &str, name: &str) -> Vec<f64> {
    html.split(tag)
        .skip(1)
        .filter_map(|rest| {
            let rest = rest.split('>').next()?;
            rest.split(&format!(" {name}=\""))
                .nth(1)
                .or_else(|| rest.strip_prefix(&format!("{name}=\"")))
        })
        .filter_map(|rest| rest.split(['"', '%']).next()?.parse().ok())
        .collect()
}
