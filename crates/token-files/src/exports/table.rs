//! A table with a header, for spreadsheets.

use csv::WriterBuilder;
use zeroize::Zeroizing;

use super::{Outgoing, json};

/// The names of the columns; the reader uses the same.
pub(crate) const COLUMNS: [&str; 8] =
    ["issuer", "account", "type", "secret", "algorithm", "digits", "period", "counter"];

pub(super) fn write(accounts: &[Outgoing]) -> Zeroizing<Vec<u8>> {
    let room =
        accounts.iter().map(|account| 1300 + 2 * (account.otp_auth.issuer.len() + account.otp_auth.account.len()));
    let mut writer = WriterBuilder::new().from_writer(Vec::with_capacity(room.sum::<usize>() + 100));
    // Writing to a vector cannot fail.
    drop(writer.write_record(COLUMNS));
    for Outgoing { otp_auth, .. } in accounts {
        let params = &otp_auth.params;
        let number = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
        drop(writer.write_record([
            otp_auth.issuer.as_str(),
            &otp_auth.account,
            json::kind(params),
            &params.secret().to_base32(),
            params.algorithm().name(),
            &params.digits().to_string(),
            &number(params.period()),
            &number(json::counter(params)),
        ]));
    }
    Zeroizing::new(writer.into_inner().unwrap_or_default())
}
