//! Builds the crate anew when a migration is added: `migrate!` sees only the files of its last run.

fn main() {
    println!("cargo::rerun-if-changed=migrations");
}
