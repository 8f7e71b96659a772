//! Everything that takes bytes from outside gets bytes that nobody would send. A plain test run
//! tries the corpus and some changes of it; `cargo xtask fuzz` goes on for minutes.

mod mutator;
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use mutator::{Corpus, Random};
use targets::Target;

/// Seconds for each target, set by `cargo xtask fuzz`.
const SECS: &str = "CASINGEXPERT_FUZZ_SECS";

/// The seed, set by `cargo xtask fuzz`.
const SEED: &str = "CASINGEXPERT_FUZZ_SEED";

/// Changed inputs in a plain test run.
const FEW: u64 = 100;

/// Most bytes of an input: the largest frame.
const BYTES: usize = 64 * 1024;

#[test]
fn nothing_from_outside_makes_a_parser_panic() {
    let number = |name| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let (secs, seed) = (number(SECS), number(SEED).unwrap_or(1));
    for target in targets::all() {
        fuzz(
            &target,
            &Corpus::of(target.name),
            secs.map(Duration::from_secs),
            seed,
        );
    }
}

#[expect(clippy::print_stdout, reason = "a measurement names its figures")]
fn fuzz(target: &Target, corpus: &Corpus, time: Option<Duration>, seed: u64) {
    let mut random = Random(seed);
    let began = Instant::now();
    let (mut executions, mut slowest) = (0u64, Duration::ZERO);
    let more = |executions: u64| match time {
        Some(time) => began.elapsed() < time,
        None => executions < FEW,
    };
    let mut unchanged = corpus.inputs.iter();
    loop {
        let input = match unchanged.next() {
            Some(input) => input.clone(),
            None if more(executions) => {
                let mut input = corpus.changed(&mut random);
                input.truncate(BYTES);
                input
            }
            None => break,
        };
        let started = Instant::now();
        let held = catch_unwind(AssertUnwindSafe(|| (target.run)(&input)));
        slowest = slowest.max(started.elapsed());
        executions += 1;
        if held.is_err() {
            let path = corpus.keep(&input);
            panic!("{}: seed {seed}: see {}", target.name, path.display());
        }
    }
    println!(
        "{}: {executions} executions in {:.1} s, seed {seed}, slowest {:.1} ms",
        target.name,
        began.elapsed().as_secs_f64(),
        slowest.as_secs_f64() * 1000.0
    );
}

#[test]
fn a_panic_fails_and_leaves_its_input_in_the_corpus() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("one"), b"ab").expect("an input");
    let corpus = Corpus::at(folder.path());
    let target = Target {
        name: "short",
        run: Box::new(|bytes| assert!(bytes.len() < 3, "three bytes")),
    };
    let fuzzed = catch_unwind(AssertUnwindSafe(|| fuzz(&target, &corpus, None, 1)));
    assert!(fuzzed.is_err());
    let kept = Corpus::at(folder.path()).inputs;
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().any(|input| input.len() >= 3));
}

#[test]
fn one_seed_makes_the_same_inputs_again() {
    let corpus = Corpus::of("frame");
    let inputs = |seed| {
        let mut random = Random(seed);
        (0..50)
            .map(|_| corpus.changed(&mut random))
            .collect::<Vec<_>>()
    };
    assert_eq!(inputs(7), inputs(7));
    assert_ne!(inputs(7), inputs(8));
}
