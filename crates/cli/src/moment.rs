//! A time on the command line: Unix seconds, or RFC 3339.

use jiff::Timestamp;

/// Unix seconds, not before 1970.
pub(crate) fn parse(text: &str) -> Result<u64, String> {
    if let Ok(seconds) = text.parse::<u64>() {
        return Ok(seconds);
    }
    let moment = text.parse::<Timestamp>().map_err(|_| "neither Unix seconds nor a time as in RFC 3339".to_owned())?;
    u64::try_from(moment.as_second()).map_err(|_| "before 1970".to_owned())
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn reads_both_ways_of_writing() {
        assert_eq!(parse("59"), Ok(59));
        assert_eq!(parse("1970-01-01T00:00:59Z"), Ok(59));
        assert_eq!(parse("2026-03-12T10:41:00+01:00"), parse("2026-03-12T09:41:00Z"));
        assert!(parse("yesterday").is_err());
        assert!(parse("-1").is_err());
        assert!(parse("1969-12-31T23:59:59Z").is_err());
    }
}
