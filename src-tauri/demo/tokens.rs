//! The hardware tokens of the demo organisation, with their displays.

use jiff::Timestamp;
use proofup_app::view::DemoToken;
use proofup_service::demo;

use super::holders::Holders;

/// All tokens at a moment, so many milliseconds after their clocks were last right.
pub(super) fn screens(now: Timestamp, since_right: i64, holders: &Holders) -> Vec<DemoToken> {
    let seconds = u64::try_from(now.as_second()).unwrap_or(0);
    let moved_on = u64::try_from(since_right / 1000).unwrap_or(0);
    demo::tokens()
        .iter()
        .filter_map(|token| {
            let ahead = token.ahead_after(moved_on);
            let shown = token.code_at(seconds, ahead)?;
            Some(DemoToken {
                serial_number: token.serial_number.to_owned(),
                model: token.model.to_owned(),
                owner: holders.of_token(token.serial_number),
                clock_ahead_seconds: ahead,
                code: shown.code,
                code_until: i64::try_from(shown.until * 1000).unwrap_or(i64::MAX),
                period_seconds: shown.period,
            })
        })
        .collect()
}
