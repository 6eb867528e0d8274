//! The servers of the demo's service: one, or two that share a database, behind one address.

use std::{collections::BTreeMap, sync::atomic::AtomicBool};

use proofup_service::Running;
use tokio::sync::Mutex;

use super::entrance::Entrance;

/// A server, in the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Node {
    First,
    Second,
}

impl Node {
    pub(super) const ALL: [Self; 2] = [Self::First, Self::Second];

    /// As in the sign-in log.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::First => "node-1",
            Self::Second => "node-2",
        }
    }

    /// The server of this name, if there is one.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|node| node.name() == name)
    }
}

/// Those that run.
#[derive(Default)]
pub(super) struct Nodes {
    pub(super) running: Mutex<BTreeMap<Node, Running>>,
    pub(super) entrance: Entrance,
    /// The app knows the address.
    pub(super) announced: AtomicBool,
}

impl Nodes {
    /// Leads the entrance to those that run.
    pub(super) fn open_to(&self, running: &BTreeMap<Node, Running>) {
        self.entrance.lead_to(running.values().map(Running::address).collect());
    }
}
