//! What every handler may reach.

use std::sync::Arc;

use crate::config::Config;
use crate::library::CaseLibrary;
use crate::rooms::Rooms;

/// Shared by all requests; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// The database.
    pub store: store::Store,
    /// The cases.
    pub casebook: Arc<CaseLibrary>,
    /// The rooms that somebody is in.
    pub rooms: Rooms,
    /// What the operator decided.
    pub config: Arc<Config>,
}
