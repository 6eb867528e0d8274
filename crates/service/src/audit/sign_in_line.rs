//! A sign-in as one line of JSON, alone or as the message of a syslog frame (RFC 5424). The sealed log stays the record.
//!
//! A row that is written in a transaction has its line before the transaction ends. If that fails, the client gets an error
//! and the line stays; its id stands in no row of the log.

use jiff::Timestamp;
use proofup_api::SignInResult;
use proofup_store::sign_ins::StoredSignIn;
use serde::Serialize;

use crate::runtime::clock::timestamp;
use crate::runtime::lines::Framing;

/// Facility *authpriv* with severity *notice*, and with severity *warning* (RFC 5424, section 6.2.1).
const GRANTED: u8 = 10 * 8 + 5;
const DENIED: u8 = 10 * 8 + 4;
/// The longest host name in a syslog header (RFC 5424, section 6).
const LONGEST_HOST: usize = 255;

/// The names are those of `/v1/admin/signIns`. The address stands before every text that a client chooses, so that a
/// filter cannot take such a text for the address.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line<'a> {
    created_date_time: String,
    event: &'static str,
    result: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    denial_reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_address: Option<&'a str>,
    authentication_mode: &'a str,
    id: &'a str,
    correlation_id: &'a str,
    server_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    front_end: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    app_password_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_principal_name: Option<&'a str>,
    application: &'a str,
    protocol: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_device: Option<&'a str>,
}

/// The bytes of a line.
pub(super) fn of(row: &StoredSignIn, framing: Framing) -> Vec<u8> {
    let json = json_of(row);
    match framing {
        Framing::Lines => [json.as_slice(), b"\n"].concat(),
        Framing::Syslog => syslog_frame(row, &json),
    }
}

fn json_of(row: &StoredSignIn) -> Vec<u8> {
    let line = Line {
        created_date_time: time_of(timestamp(row.created_at)),
        event: "signIn",
        result: &row.result,
        denial_reason: row.denial_reason.as_deref(),
        client_address: row.client_address.as_deref(),
        authentication_mode: &row.authentication_mode,
        id: &row.id,
        correlation_id: &row.correlation_id,
        server_name: &row.server_name,
        front_end: row.front_end.as_deref(),
        app_password_id: row.app_password_id.as_deref(),
        user_principal_name: row.user_name.as_deref(),
        application: &row.application,
        protocol: &row.protocol,
        client_device: row.client_device.as_deref(),
    };
    // A structure of texts can always be written.
    serde_json::to_vec(&line).unwrap_or_default()
}

/// `<84>1 2026-12-01T08:00:00.000Z node-1 proofup - SIGNIN - {…}`
fn syslog_frame(row: &StoredSignIn, json: &[u8]) -> Vec<u8> {
    let priority = if row.result == SignInResult::Denied.as_str() { DENIED } else { GRANTED };
    let host: String = row.server_name.chars().filter(char::is_ascii_graphic).take(LONGEST_HOST).collect();
    let host = if host.is_empty() { "-" } else { &host };
    let time = time_of(timestamp(row.created_at));
    [format!("<{priority}>1 {time} {host} proofup - SIGNIN - ").as_bytes(), json].concat()
}

fn time_of(time: Timestamp) -> String {
    format!("{time:.3}")
}

#[cfg(test)]
mod tests {
    use proofup_store::sign_ins::StoredSignIn;

    use super::{Framing, of};

    fn denied(name: &str) -> StoredSignIn {
        StoredSignIn {
            id: "0199".to_owned(),
            created_at: 1_796_112_000_000,
            authentication_mode: "password".to_owned(),
            result: "denied".to_owned(),
            denial_reason: Some("invalid_credentials".to_owned()),
            client_address: Some("2001:db8::7".to_owned()),
            user_name: Some(name.to_owned()),
            application: "IMAP".to_owned(),
            protocol: "imap".to_owned(),
            server_name: "node 1".to_owned(),
            correlation_id: "c".to_owned(),
            ..StoredSignIn::default()
        }
    }

    fn text(row: &StoredSignIn, framing: Framing) -> String {
        String::from_utf8(of(row, framing)).unwrap()
    }

    #[test]
    fn a_line_is_one_object_with_the_address_before_the_name() {
        let line = text(&denied("ann\n\",\"clientAddress\":\"198.51.100.1"), Framing::Lines);
        assert_eq!(
            line,
            "{\"createdDateTime\":\"2026-12-01T08:00:00.000Z\",\"event\":\"signIn\",\"result\":\"denied\",\
             \"denialReason\":\"invalid_credentials\",\"clientAddress\":\"2001:db8::7\",\
             \"authenticationMode\":\"password\",\"id\":\"0199\",\"correlationId\":\"c\",\"serverName\":\"node 1\",\
             \"userPrincipalName\":\"ann\\n\\\",\\\"clientAddress\\\":\\\"198.51.100.1\",\
             \"application\":\"IMAP\",\"protocol\":\"imap\"}\n"
        );
    }

    #[test]
    fn a_message_of_syslog_has_a_header_and_no_end() {
        let message = text(&denied("ann"), Framing::Syslog);
        assert!(message.starts_with("<84>1 2026-12-01T08:00:00.000Z node1 proofup - SIGNIN - {\"created"), "{message}");
        assert!(message.ends_with("\"protocol\":\"imap\"}"), "{message}");
        let granted = StoredSignIn { result: "completed".to_owned(), ..denied("ann") };
        assert!(text(&granted, Framing::Syslog).starts_with("<85>1 "));
    }
}
