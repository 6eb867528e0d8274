//! Is a typed code the right one, and was it used before? The checks of a server.
//!
//! Nothing here remembers anything. The caller keeps the last accepted step (or the next counter) and moves it forward
//! in one compare-and-set, because two requests may carry the same code at the same moment.

use std::ops::RangeInclusive;

use subtle::{Choice, ConstantTimeEq};

use crate::{Kind, OtpCode, OtpParams, limits};

/// The steps around the present one in which a code is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Steps to either side. RFC 6238, section 5.2 advises one at sign-in.
    pub steps: u32,
    /// How many steps the person's clock is ahead (negative: behind): the middle of the window.
    pub drift: i64,
}

/// The result of checking a code against a time-based account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TotpMatch {
    /// A code of a step after the last accepted one. Store `step` as the last accepted one.
    Fresh {
        /// The matched step.
        step: u64,
        /// Its distance from the step of `now`: the drift of the person's clock.
        offset: i64,
    },
    /// A code of the last accepted step or of an earlier one (RFC 6238, section 5.2).
    AlreadyUsed,
    /// No step in the window has this code.
    NoMatch,
}

/// The result of checking a code against a counter-based account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HotpMatch {
    /// The code at `counter`. Store `counter + 1` as the next one.
    Fresh {
        /// The matched counter.
        counter: u64,
    },
    /// No counter within reach has this code.
    NoMatch,
}

impl OtpParams {
    /// Searches the step of a typed code, nearest first: 0, +1, -1, +2, -2 ...
    ///
    /// It computes every step of the window even after a match, and compares codes in constant time. `last_step` is the
    /// last accepted step; it and earlier ones are never returned. HOTP and Steam accounts, and a code of another
    /// length, give [`TotpMatch::NoMatch`].
    #[must_use]
    pub fn match_totp(&self, code: &OtpCode, now: u64, window: Window, last_step: Option<u64>) -> TotpMatch {
        let Kind::Totp { period } = self.kind() else {
            return TotpMatch::NoMatch;
        };
        let present = i128::from(now / period);
        let mut found = TotpMatch::NoMatch;
        for distance in distances(window.steps) {
            let Ok(step) = u64::try_from(present + i128::from(window.drift) + i128::from(distance)) else {
                continue;
            };
            if !bool::from(self.is_code_of(code, step)) {
                continue;
            }
            let used = last_step.is_some_and(|last| step <= last);
            found = match found {
                TotpMatch::Fresh { .. } => found,
                TotpMatch::AlreadyUsed | TotpMatch::NoMatch if used => TotpMatch::AlreadyUsed,
                TotpMatch::AlreadyUsed | TotpMatch::NoMatch => {
                    TotpMatch::Fresh { step, offset: window.drift.saturating_add(distance) }
                }
            };
        }
        found
    }

    /// Searches a typed code at the account's counter and up to `look_ahead` counters after it (RFC 4226, section 7.4),
    /// never before it. Time-based accounts give [`HotpMatch::NoMatch`].
    #[must_use]
    pub fn match_hotp(&self, code: &OtpCode, look_ahead: u32) -> HotpMatch {
        let Kind::Hotp { counter: next } = self.kind() else {
            return HotpMatch::NoMatch;
        };
        let last = next.saturating_add(u64::from(look_ahead)).min(limits::COUNTER);
        let mut found = HotpMatch::NoMatch;
        for counter in next..=last {
            let matches = bool::from(self.is_code_of(code, counter));
            if matches && found == HotpMatch::NoMatch {
                found = HotpMatch::Fresh { counter };
            }
        }
        found
    }

    /// Searches `steps` (or counters) for two codes in a row, as a resynchronisation asks for them, and returns the
    /// step of the second. Two codes in a row are as hard to guess as one of twice the length, so the range may be far
    /// wider than that of a single code. Steam accounts give `None`.
    #[must_use]
    pub fn match_pair(&self, first: &OtpCode, second: &OtpCode, steps: RangeInclusive<u64>) -> Option<u64> {
        if self.kind() == Kind::Steam {
            return None;
        }
        let mut found = None;
        let mut before_matches = Choice::from(0);
        for step in steps {
            let pair = before_matches & self.is_code_of(second, step);
            if bool::from(pair) && found.is_none() {
                found = Some(step);
            }
            before_matches = self.is_code_of(first, step);
        }
        found
    }

    fn is_code_of(&self, typed: &OtpCode, step: u64) -> Choice {
        self.code_for_step(step).as_str().as_bytes().ct_eq(typed.as_str().as_bytes())
    }
}

/// 0, +1, -1, +2, -2, ... up to `steps`.
fn distances(steps: u32) -> impl Iterator<Item = i64> {
    std::iter::once(0).chain((1..=i64::from(steps)).flat_map(|distance| [distance, -distance]))
}
