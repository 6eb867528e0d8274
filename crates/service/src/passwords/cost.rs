//! The cost of a password hash: memory and passes.

use std::fmt;
use std::str::FromStr;

use argon2::Params;
use thiserror::Error;

/// The cost of hashing a person's password with Argon2id, on one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordCost {
    memory_kib: u32,
    passes: u32,
}

impl PasswordCost {
    /// OWASP's recommendations for Argon2id (Password Storage Cheat Sheet): five ways to trade memory for time.
    pub const RECOMMENDED: [Self; 5] =
        [Self::of(47_104, 1), Self::of(19_456, 2), Self::of(12_288, 3), Self::of(9_216, 4), Self::of(7_168, 5)];

    /// Any cost, in KiB and passes: for measurements and tests. An organisation chooses among [`Self::RECOMMENDED`].
    pub const fn of(memory_kib: u32, passes: u32) -> Self {
        Self { memory_kib, passes }
    }

    pub(super) fn params(self) -> argon2::Result<Params> {
        Params::new(self.memory_kib, self.passes, 1, None)
    }
}

impl Default for PasswordCost {
    /// 19 MiB, two passes.
    fn default() -> Self {
        Self::of(19_456, 2)
    }
}

/// The text names no recommended cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the password cost is one of m=47104,t=1 m=19456,t=2 m=12288,t=3 m=9216,t=4 m=7168,t=5")]
pub struct UnknownPasswordCost;

impl fmt::Display for PasswordCost {
    /// As a PHC string says it: `m=19456,t=2,p=1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "m={},t={},p=1", self.memory_kib, self.passes)
    }
}

impl FromStr for PasswordCost {
    type Err = UnknownPasswordCost;

    /// Reads the words of a PHC string: `m=19456,t=2`.
    fn from_str(text: &str) -> Result<Self, UnknownPasswordCost> {
        let named = |cost: &Self| text == format!("m={},t={}", cost.memory_kib, cost.passes);
        Self::RECOMMENDED.into_iter().find(named).ok_or(UnknownPasswordCost)
    }
}

#[cfg(test)]
mod tests {
    use super::PasswordCost;

    #[test]
    fn an_organisation_can_choose_no_weaker_cost_than_recommended() {
        assert_eq!("m=19456,t=2".parse(), Ok(PasswordCost::default()));
        assert_eq!("m=7168,t=5".parse(), Ok(PasswordCost::of(7_168, 5)));
        for weak in ["m=8,t=1", "m=7168,t=1", "", "19MiB", "m=19456,t=2,p=4"] {
            assert!(weak.parse::<PasswordCost>().is_err(), "{weak}");
        }
    }
}
