//! The store's tests, on the databases themselves.

mod data_map;
mod databases;
mod file;
mod story;
