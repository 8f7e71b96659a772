//! A play run on the real reader: what is read and done is written below each line.

mod fixture;

use std::sync::Arc;

use interview::Reader;
use interview::play::{annotate, run_play};

const PLAY: &str = "\
case bakery-small, interviewer led, learn, seed 0
00:40  hint
       act hint 1
00:50  done
       act move-on structure
       enters structure
       act ask structure
01:00  minute
       act grant-minute
       minute runs
03:10  silence
       minute ends
03:20  end
       act close
       closed endedearly
";

#[test]
fn a_play_written_by_the_interview_is_the_play_that_was_read() {
    let case = Arc::new(fixture::case());
    let reader = Reader::new(&case);
    let text = annotate(&case, &reader, PLAY).unwrap_or_else(|problem| problem.to_string());
    let opening = "       enters clarify\n       act prompt\n       act ask clarify\n";
    assert_eq!(text.replacen(opening, "", 1), PLAY);
}

#[test]
fn a_play_for_another_case_is_refused_with_its_name() {
    let case = Arc::new(fixture::case());
    let reader = Reader::new(&case);
    let problem = run_play(&case, &reader, "case other, exam")
        .map(|_| ())
        .map_err(|p| p.to_string());
    let expect = "line 1: this play is for the case `other`; run it on that case, or write `case bakery-small`";
    assert_eq!(problem, Err(expect.to_owned()));
}

#[test]
fn what_a_play_says_after_the_close_is_not_part_of_the_attempt() {
    let case = Arc::new(fixture::case());
    let reader = Reader::new(&case);
    let longer = format!("{PLAY}04:00  candidate  One more thing.\n04:10  done\n");
    let entries = |text: &str| run_play(&case, &reader, text).map(|played| played.entries);
    assert_eq!(entries(&longer), entries(PLAY));
}
