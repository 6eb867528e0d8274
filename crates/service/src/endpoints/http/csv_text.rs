//! Rows as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it, so that nobody
//! who can choose a user name or a program's name runs something on an administrator's computer.

use std::borrow::Cow;

use proofup_api::AdminSignIn;

const HEADER: [&str; 26] = [
    "id",
    "createdDateTime",
    "lastDateTime",
    "count",
    "durationMilliseconds",
    "userId",
    "userPrincipalName",
    "firstName",
    "lastName",
    "email",
    "phoneNumber",
    "deviceToken",
    "authenticationMode",
    "detail",
    "result",
    "denialReason",
    "application",
    "protocol",
    "clientAddress",
    "clientDevice",
    "appPasswordId",
    "frontEnd",
    "serverName",
    "serverAddress",
    "correlationId",
    "sealNumber",
];

/// The line that names the columns.
pub(super) fn header() -> Result<Vec<u8>, csv::Error> {
    lines([HEADER.map(str::to_owned)])
}

/// A line for each row.
pub(super) fn csv_text(rows: &[AdminSignIn]) -> Result<Vec<u8>, csv::Error> {
    lines(rows.iter().map(cells))
}

fn lines(rows: impl IntoIterator<Item = [String; 26]>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.each_ref().map(|cell| harmless(cell).into_owned()))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// What a formula begins with, wide and small forms among them: spreadsheets of East Asia take them for the plain ones.
const BEGINNINGS: [char; 16] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\u{fe66}', '\u{fe62}',
    '\u{fe63}', '\u{fe6b}', '\u{2212}',
];

/// A cell that no spreadsheet takes for a formula. Spaces and marks that nobody sees before one are passed over, as some
/// programs do.
fn harmless(cell: &str) -> Cow<'_, str> {
    let passed_over = |c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    if cell.starts_with(BEGINNINGS) || cell.trim_start_matches(passed_over).starts_with(BEGINNINGS) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

fn cells(row: &AdminSignIn) -> [String; 26] {
    let or_empty = |field: &Option<String>| field.clone().unwrap_or_default();
    [
        row.id.clone(),
        row.created_date_time.to_string(),
        row.last_date_time.map(|time| time.to_string()).unwrap_or_default(),
        row.count.to_string(),
        row.duration_milliseconds.to_string(),
        or_empty(&row.user_id),
        or_empty(&row.user_principal_name),
        or_empty(&row.first_name),
        or_empty(&row.last_name),
        or_empty(&row.email),
        or_empty(&row.phone_number),
        or_empty(&row.device_token),
        row.authentication_mode.to_string(),
        or_empty(&row.detail),
        row.result.to_string(),
        row.denial_reason.map(|reason| reason.to_string()).unwrap_or_default(),
        row.application.clone(),
        row.protocol.clone(),
        or_empty(&row.client_address),
        or_empty(&row.client_device),
        or_empty(&row.app_password_id),
        or_empty(&row.front_end),
        row.server_name.clone(),
        or_empty(&row.server_address),
        row.correlation_id.clone(),
        row.seal_number.map(|number| number.to_string()).unwrap_or_default(),
    ]
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+31 XXXXXXX03", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["＝1+1", "＋1", "－1", "＠SUM(A1)", "﹦1", "−1", " =1+1", "\u{feff}=1", "\u{200b}＝1"] {
            assert_eq!(harmless(cell), format!("'{cell}"), "{cell:?}");
        }
        for cell in ["", "plain", "a=b", "192.0.2.14"] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
