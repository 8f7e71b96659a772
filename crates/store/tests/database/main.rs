//! The store's tests, on the databases themselves.

mod databases;
mod file;
mod story;
