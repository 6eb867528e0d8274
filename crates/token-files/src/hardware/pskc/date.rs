//! `xs:dateTime`: RFC 3339, or without an offset, which is read as UTC.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

pub(super) fn read(text: &str) -> Option<Timestamp> {
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Some(instant);
    }
    // A text with an offset was parsed above; this one has none.
    text.parse::<DateTime>().ok().and_then(|moment| Offset::UTC.to_timestamp(moment).ok())
}
