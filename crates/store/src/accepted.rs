//! The step of an accepted code. It is stored, so that no code counts twice.

/// The parts of an accepted code that are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    /// The last accepted step from now on.
    pub step: i64,
    pub drift: i64,
    pub synced_drift: i64,
    /// A stored step behind this one was accepted while a clock was wrong, and does not count.
    pub latest: i64,
}
