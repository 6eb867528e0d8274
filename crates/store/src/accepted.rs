//! The step of a code that was accepted: what is kept so that no code counts twice.

/// What is to be stored of an accepted code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    /// The last accepted step from now on.
    pub step: i64,
    pub drift: i64,
    pub synced_drift: i64,
    /// A stored step behind this one was accepted while a clock was wrong, and does not count.
    pub latest: i64,
}
