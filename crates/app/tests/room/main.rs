//! The room over its real router, socket and database: whole attempts, resends, second tabs,
//! bad input, a failing journal and a server that stops in the middle.

#[path = "../../../interview/tests/fixture/mod.rs"]
mod fixture;

mod attempt;
mod bounds;
mod clock;
mod faults;
mod support;
