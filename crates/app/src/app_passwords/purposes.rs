//! The protocols of each purpose of an app password, in the words of front ends.

use crate::view::AppPasswordPurpose;

/// Empty: all protocols.
pub(crate) fn protocols(purpose: AppPasswordPurpose) -> Vec<String> {
    let words: &[&str] = match purpose {
        AppPasswordPurpose::Everything => &[],
        AppPasswordPurpose::Mail => &["imap", "pop3", "smtp"],
        AppPasswordPurpose::SendMail => &["smtp"],
        AppPasswordPurpose::CalendarContacts => &["http"],
        AppPasswordPurpose::VpnWifi => &["radius"],
    };
    words.iter().map(|word| (*word).to_owned()).collect()
}
