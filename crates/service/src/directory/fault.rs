//! Why a directory did not say what it was asked.

use crate::ServiceError;

/// No answer, or none that can be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Fault {
    /// No server can be reached, or none has time.
    #[error("{0}")]
    Away(String),
    /// A server answers, and refuses the service's own account or question. Waiting does not help.
    #[error("{0}")]
    Refused(String),
}

impl Fault {
    /// A connection that ended, or an answer that makes no sense.
    pub(super) fn away(server: &str, why: impl std::fmt::Display) -> Self {
        Self::Away(format!("{server}: {why}"))
    }

    /// A result code that is not success, in words.
    pub(super) fn of_result(server: &str, asked: &str, result: &ldap3::LdapResult) -> Self {
        let text = format!("{server}: {asked}: {}", words(result));
        // Busy, unavailable, and limits of time pass; so does what a server does not explain.
        match result.rc {
            1 | 2 | 3 | 51 | 52 | 80 => Self::Away(text),
            _ => Self::Refused(text),
        }
    }
}

impl From<Fault> for ServiceError {
    fn from(fault: Fault) -> Self {
        Self::Directory(fault.to_string())
    }
}

/// A result as people look it up. The server's own text is cut: it may be long.
pub(super) fn words(result: &ldap3::LdapResult) -> String {
    let name = match result.rc {
        0 => "success",
        1 => "operations error",
        3 => "time limit",
        4 => "size limit",
        8 => "stronger authentication required",
        10 => "a referral, which is not followed",
        11 => "administrative limit",
        13 => "confidentiality required",
        32 => "no such entry",
        34 => "no distinguished name",
        49 => "wrong password",
        50 => "no right to do that",
        51 => "busy",
        52 => "unavailable",
        53 => "unwilling",
        _ => "refused",
    };
    let text: String = result.text.chars().filter(|c| !c.is_control()).take(200).collect();
    let more = if text.is_empty() { String::new() } else { format!(", {text}") };
    format!("{name} (result {}{more})", result.rc)
}
