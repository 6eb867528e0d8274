//! A hash for names without a password: it matches no password and has a cost that is in use.
//!
//! After a change of the cost each hash keeps its old cost until the next sign-in of its person. So unknown names are spread
//! over the costs in use in the same proportion, each name always with the same cost. The time of an answer then tells the
//! cost of a name and not whether it exists. In the same proportion the directory is asked, where people come from one.

use std::sync::{PoisonError, RwLock};

use proofup_store::users::IN_DIRECTORY;

use super::PasswordCost;

/// An id that no entry of a directory has.
const NOBODY: &str = "00000000000000000000000000000000";

/// The hashes, each with the share of lots that falls to it.
#[derive(Debug)]
pub(super) struct StandIns(RwLock<Vec<(u64, String)>>);

impl StandIns {
    /// All at one cost.
    pub(super) fn at(cost: PasswordCost) -> Self {
        Self(RwLock::new(vec![(1, of_nobody(&cost.to_string()))]))
    }

    /// Deals the lots as people's hashes are: by the beginning of stored hashes, and how many of each there are.
    pub(super) fn take_over(&self, today: PasswordCost, counted: &[(String, i64)]) {
        let mut shares: Vec<(u64, String)> = Vec::new();
        for (beginning, count) in counted {
            let text = match cost_in(beginning) {
                Some(cost) => of_nobody(cost),
                None if beginning == IN_DIRECTORY => format!("{IN_DIRECTORY}{NOBODY}"),
                None => continue,
            };
            let count = u64::try_from(*count).unwrap_or(0);
            match shares.iter_mut().find(|(_, other)| *other == text) {
                Some((share, _)) => *share += count,
                None => shares.push((count, text)),
            }
        }
        if shares.is_empty() {
            shares.push((1, of_nobody(&today.to_string())));
        }
        // In an order of their own, so that a name keeps its lot on every node.
        shares.sort_by(|one, other| one.1.cmp(&other.1));
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = shares;
    }

    /// The one that a lot falls to.
    pub(super) fn of(&self, lot: u32) -> String {
        let shares = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let all: u64 = shares.iter().map(|(share, _)| share).sum();
        // The lot's place among all of them, of 2^32.
        let mut place = (u64::from(lot) * all) >> 32;
        for (share, text) in shares.iter() {
            if place < *share {
                return text.clone();
            }
            place -= share;
        }
        shares.last().map(|(_, text)| text.clone()).unwrap_or_default()
    }
}

/// `m=19456,t=2,p=1` of the beginning of a PHC string.
fn cost_in(beginning: &str) -> Option<&str> {
    beginning.strip_prefix("$argon2id$v=19$")?.split('$').next().filter(|cost| cost.ends_with(",p=1"))
}

fn of_nobody(cost: &str) -> String {
    format!("$argon2id$v=19${cost}$cHJvb2Z1cC1ub2JvZHkhIQ${}", "A".repeat(43))
}

#[cfg(test)]
mod tests {
    use super::StandIns;
    use crate::PasswordCost;

    #[test]
    fn unknown_names_cost_as_much_as_known_ones() {
        let today = PasswordCost::of(19_456, 2);
        let stand_ins = StandIns::at(today);
        let cost = |lot: u32| stand_ins.of(lot).split('$').nth(3).unwrap_or_default().to_owned();
        assert_eq!((cost(0), cost(u32::MAX)), ("m=19456,t=2,p=1".to_owned(), "m=19456,t=2,p=1".to_owned()));
        let counted = [
            ("$argon2id$v=19$m=7168,t=5,p=1$a", 2),
            ("$argon2id$v=19$m=19456,t=2,p=1$", 1),
            ("$argon2id$v=19$m=7168,t=5,p=1$b", 1),
        ]
        .map(|(text, count)| (text.to_owned(), count));
        stand_ins.take_over(today, &counted);
        let step = u32::MAX / 1000;
        let old = (0..1000).filter(|number| cost(number * step) == "m=7168,t=5,p=1").count();
        assert!((740..=760).contains(&old), "three of four: {old}");
        assert_eq!(cost(77), cost(77), "each name keeps its own");
        stand_ins.take_over(today, &[("directory:".to_owned(), 3), ("$argon2id$v=19$m=7168,t=5,p=1$".to_owned(), 1)]);
        let asked = (0..1000).filter(|number| stand_ins.of(number * step).starts_with("directory:")).count();
        assert!((740..=760).contains(&asked), "three of four ask the directory: {asked}");
        stand_ins.take_over(today, &[]);
        assert_eq!(cost(u32::MAX), "m=19456,t=2,p=1", "without people all are at today's");
    }
}
