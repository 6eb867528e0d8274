//! The limits of an app password. They are set when it is created, and every check of it asks [`allow`].

use proofup_api::{CreateAppPassword, ErrorCode};
use proofup_store::app_passwords::AppPasswordRow;

use crate::ServiceError;
use crate::runtime::networks::Networks;
use crate::settings::AppPasswordDays;

const LONGEST_UNUSED_DAYS: u16 = 3650;
const DAY_MS: i64 = 86_400_000;
/// How far the clock of a client may be ahead that counts the longest lifetime from its own time.
const CLIENT_AHEAD_MS: i64 = 5 * 60 * 1000;

/// A use that is checked against the limits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attempted<'a> {
    pub(super) now: i64,
    /// The word of the front end: `imap`, `http`.
    pub(super) protocol: &'a str,
    /// The address of the client, if the front end sends it.
    pub(super) address: Option<&'a str>,
}

/// Whether an app password works now, with this protocol and from this address.
pub(super) fn allow(row: &AppPasswordRow, used: Attempted<'_>) -> bool {
    let last_use = row.last_used_at.unwrap_or(row.created_at);
    let has_ended = row.expires_at.is_some_and(|end| end <= used.now)
        || row.unused_days.is_some_and(|days| last_use + days * DAY_MS <= used.now);
    let is_for_protocol =
        row.protocols.is_empty() || row.protocols.split_whitespace().any(|protocol| protocol == used.protocol);
    !has_ended && is_for_protocol && is_from(&row.address_ranges, used.address)
}

/// Whether a client is in one of these networks. A client whose address is not known is in none.
fn is_from(ranges: &str, address: Option<&str>) -> bool {
    let contain = |address| ranges.parse::<Networks>().is_ok_and(|networks| networks.contain_text(address));
    ranges.is_empty() || address.is_some_and(contain)
}

/// The columns of a new app password with the limits in `body`.
pub(super) fn limited(body: &CreateAppPassword, now: i64) -> Result<AppPasswordRow, ServiceError> {
    let expires_at = body.expires_date_time.map(|time| time.as_millisecond());
    if expires_at.is_some_and(|end| end <= now) {
        return Err(wrong("expiresDateTime"));
    }
    if body.unused_days.is_some_and(|days| !(1..=LONGEST_UNUSED_DAYS).contains(&days)) {
        return Err(wrong("unusedDays"));
    }
    Ok(AppPasswordRow {
        protocols: protocols(&body.protocols)?,
        address_ranges: address_ranges(&body.address_ranges)?,
        unused_days: body.unused_days.map(i64::from),
        created_at: now,
        expires_at,
        ..AppPasswordRow::default()
    })
}

/// The end of a new app password: the chosen date, or the usual lifetime. A date after the longest lifetime is refused.
pub(super) fn end(asked: Option<i64>, days: AppPasswordDays, now: i64) -> Result<Option<i64>, ServiceError> {
    let after = |days: u32| (days > 0).then(|| now + i64::from(days) * DAY_MS);
    let latest = after(days.longest);
    match (asked, latest) {
        (Some(asked), Some(latest)) if asked > latest + CLIENT_AHEAD_MS => {
            Err(ServiceError::refused_with(ErrorCode::AppPasswordLifetimeTooLong, "days", days.longest))
        }
        (Some(asked), latest) => Ok(Some(latest.map_or(asked, |latest| asked.min(latest)))),
        (None, _) => Ok([after(days.usual), latest].into_iter().flatten().min()),
    }
}

/// Networks in CIDR form, space-separated. Entries without a network are refused, because no network means all networks.
fn address_ranges(entries: &[String]) -> Result<String, ServiceError> {
    let invalid = || ServiceError::refused(ErrorCode::AppPasswordNetworksInvalid);
    let networks: Networks = entries.join(" ").parse().map_err(|_| invalid())?;
    if networks.is_empty() != entries.is_empty() {
        return Err(invalid());
    }
    Ok(networks.to_string().replace(", ", " "))
}

/// Protocol words as front ends send them, space-separated.
fn protocols(words: &[String]) -> Result<String, ServiceError> {
    let is_word = |word: &String| {
        (1..=20).contains(&word.len())
            && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    if words.len() > 16 || !words.iter().all(is_word) {
        return Err(wrong("protocols"));
    }
    Ok(words.join(" "))
}

fn wrong(field: &'static str) -> ServiceError {
    ServiceError::refused_with(ErrorCode::InvalidRequest, "field", field)
}

#[cfg(test)]
mod tests {
    use proofup_store::app_passwords::AppPasswordRow;

    use super::{Attempted, DAY_MS, allow, end};
    use crate::settings::AppPasswordDays;

    const CREATED: i64 = 1_000 * DAY_MS;

    fn row() -> AppPasswordRow {
        AppPasswordRow { created_at: CREATED, ..AppPasswordRow::default() }
    }

    fn at(now: i64) -> Attempted<'static> {
        Attempted { now, protocol: "imap", address: Some("192.0.2.14") }
    }

    #[test]
    fn one_without_limits_works_always_and_everywhere() {
        assert!(allow(&row(), at(i64::MAX)));
        assert!(allow(&row(), Attempted { address: None, ..at(CREATED) }));
    }

    #[test]
    fn days_without_a_use_count_from_the_creation_and_from_each_use() {
        let fresh = AppPasswordRow { unused_days: Some(2), ..row() };
        assert!(allow(&fresh, at(CREATED + 2 * DAY_MS - 1)));
        assert!(!allow(&fresh, at(CREATED + 2 * DAY_MS)));
        let used = AppPasswordRow { last_used_at: Some(CREATED + DAY_MS), ..fresh };
        assert!(allow(&used, at(CREATED + 3 * DAY_MS - 1)));
        assert!(!allow(&used, at(CREATED + 3 * DAY_MS)));
    }

    #[test]
    fn a_limit_to_protocols_takes_whole_words_alone() {
        for (protocols, allowed) in [("imap pop3", true), ("pop3 smtp", false), ("imaps", false)] {
            let limited = AppPasswordRow { protocols: protocols.to_owned(), ..row() };
            assert_eq!(allow(&limited, at(CREATED)), allowed, "{protocols}");
        }
    }

    #[test]
    fn a_limit_to_networks_needs_an_address_in_one_of_them() {
        let limited = AppPasswordRow { address_ranges: "192.0.2.0/28 2001:db8::/32".to_owned(), ..row() };
        for (address, allowed) in [
            (Some("192.0.2.14"), true),
            (Some("::ffff:192.0.2.14"), true),
            (Some("2001:db8::1"), true),
            (Some("192.0.2.16"), false),
            (Some("unknown"), false),
            (None, false),
        ] {
            assert_eq!(allow(&limited, Attempted { address, ..at(CREATED) }), allowed, "{address:?}");
        }
        let unreadable = AppPasswordRow { address_ranges: "everywhere".to_owned(), ..row() };
        assert!(!allow(&unreadable, at(CREATED)));
    }

    #[test]
    fn the_usual_lifetime_is_never_longer_than_the_longest() {
        let days = |usual, longest| end(None, AppPasswordDays { usual, longest }, CREATED).unwrap();
        assert_eq!(days(0, 0), None);
        assert_eq!(days(30, 0), Some(CREATED + 30 * DAY_MS));
        assert_eq!(days(30, 90), Some(CREATED + 30 * DAY_MS));
        assert_eq!(days(120, 90), Some(CREATED + 90 * DAY_MS));
        assert_eq!(days(0, 90), Some(CREATED + 90 * DAY_MS));
    }
}
