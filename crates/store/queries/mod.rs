//! Every statement of the store, once. `store_sqlite` and `store_pg` each compile these files, so
//! each statement is checked by the compiler against both schemas. Placeholders are `$1`; only
//! what both databases understand alike is used. The methods are documented on `store::Store`.

mod attempt;
mod case_snapshot;
mod journal;
mod person;
mod rule;
mod scorecard;
