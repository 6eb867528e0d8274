//! Contoso's hardware tokens. The demo phone shows their little screens.

use data_encoding::BASE32_NOPAD;
use proofup_otp::{Algorithm, Kind, OtpParams, Secret};

/// A hardware token of the made-up organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoToken {
    /// The number on its back.
    pub serial_number: &'static str,
    /// What is printed on its front.
    pub model: &'static str,
    /// Who has added it to their account.
    pub owner: Option<&'static str>,
    /// Seconds that its clock is ahead.
    pub clock_ahead_seconds: u64,
    /// Seconds that its clock gains in a million.
    gains_ppm: u64,
    pub(super) seed: &'static str,
    pub(super) period: u64,
    pub(super) algorithm: Algorithm,
}

/// What a token's screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoTokenCode {
    /// Six digits.
    pub code: String,
    /// When the next one comes, in seconds since 1970 by a clock that is right.
    pub until: u64,
    /// Seconds that each code lasts.
    pub period: u64,
}

/// All of them: two that are nobody's yet, one of which has a clock that runs fast, and one that is in use.
pub fn tokens() -> [DemoToken; 3] {
    [
        DemoToken {
            serial_number: "C200-40117",
            model: "Contoso OTP c200",
            owner: None,
            clock_ahead_seconds: 0,
            // Four minutes in ninety days, as cheap quartz does.
            gains_ppm: 30,
            seed: "MNXW45DPONXS25DPNNSW4LJUGAYTCNY",
            period: 60,
            algorithm: Algorithm::Sha1,
        },
        DemoToken {
            serial_number: "C300-55208",
            model: "Contoso OTP c300",
            owner: None,
            clock_ahead_seconds: 1200,
            gains_ppm: 0,
            seed: "MNXW45DPONXS25DPNNSW4LJVGUZDAOBNGMZC2YTZORSXGLJRGIZQ",
            period: 30,
            algorithm: Algorithm::Sha256,
        },
        DemoToken {
            serial_number: "C100-31066",
            model: "Contoso OTP c100",
            owner: Some("carla@contoso.example"),
            clock_ahead_seconds: 0,
            gains_ppm: 0,
            seed: "MNXW45DPONXS25DPNNSW4LJTGEYDMNQ",
            period: 30,
            algorithm: Algorithm::Sha1,
        },
    ]
}

impl DemoToken {
    /// Seconds that its clock is ahead, after the demo's clock was moved on by so many.
    #[must_use]
    pub fn ahead_after(&self, moved_on: u64) -> u64 {
        self.clock_ahead_seconds + moved_on * self.gains_ppm / 1_000_000
    }

    /// What its screen shows at a moment, with a clock that is so many seconds ahead; `None` only if its seed were none.
    #[must_use]
    pub fn code_at(&self, unix_seconds: u64, ahead: u64) -> Option<DemoTokenCode> {
        let seed = BASE32_NOPAD.decode(self.seed.as_bytes()).ok()?;
        let secret = Secret::from_bytes(seed).ok()?;
        let params = OtpParams::new(secret, Kind::Totp { period: self.period }, self.algorithm, 6).ok()?;
        let shown = params.code_at(unix_seconds.saturating_add(ahead))?;
        Some(DemoTokenCode {
            code: shown.code.as_str().to_owned(),
            until: shown.valid_until.saturating_sub(ahead),
            period: self.period,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn every_token_shows_a_code() {
        for token in tokens() {
            let ahead = token.ahead_after(0);
            let shown = token.code_at(1_700_000_010, ahead).unwrap();
            assert_eq!(shown.code.len(), 6);
            assert!(shown.until > 1_700_000_010 && shown.until <= 1_700_000_010 + shown.period);
            assert_ne!(
                shown.code,
                token.code_at(shown.until, ahead).unwrap().code,
                "another one comes when it says so"
            );
        }
    }

    #[test]
    fn a_cheap_clock_gains_four_minutes_in_ninety_days() {
        let [cheap, ..] = tokens();
        assert_eq!(cheap.ahead_after(90 * 86_400), 233);
    }
}
