//! The servers of the demo's service: one, or several that share a database, behind one address.

use std::collections::BTreeMap;

use proofup_service::Running;
use tokio::sync::Mutex;

use super::entrance::Entrance;

/// The names of the servers, in the order in which they are asked.
pub(super) const NAMES: [&str; 2] = ["node-1", "node-2"];

/// Those that run.
#[derive(Default)]
pub(super) struct Nodes {
    pub(super) running: Mutex<BTreeMap<&'static str, Running>>,
    pub(super) entrance: Entrance,
}

impl Nodes {
    /// Leads the entrance to those that run.
    pub(super) fn open_to(&self, running: &BTreeMap<&'static str, Running>) {
        self.entrance.lead_to(running.values().map(Running::address).collect());
    }
}

/// The name as it stands in the list, if it is one.
pub(super) fn name(of: &str) -> Option<&'static str> {
    NAMES.into_iter().find(|name| *name == of)
}
