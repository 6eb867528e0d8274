//! What people are told of their account, and how.

use proofup_api::Language;

/// Each kind of notice can be switched off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NoticeSettings {
    pub(crate) method_added: bool,
    pub(crate) method_changed: bool,
    pub(crate) method_removed: bool,
    pub(crate) hardware_token: bool,
    pub(crate) app_password_created: bool,
    /// A trusted device, or a sign-in from another network.
    pub(crate) new_place: bool,
    pub(crate) password_changed: bool,
    pub(crate) account_blocked: bool,
    pub(crate) bypass_issued: bool,
    pub(crate) mail_changed: bool,
    /// The user name is the address of a person who has no other.
    pub(crate) to_user_name: bool,
    /// To mobile phones that were removed or replaced.
    pub(crate) by_text: bool,
    /// The page behind *This wasn't me*; empty for none.
    pub(crate) report_page: String,
    /// Of people whose own language is not known.
    pub(crate) language: Language,
}

impl Default for NoticeSettings {
    fn default() -> Self {
        Self {
            method_added: true,
            method_changed: true,
            method_removed: true,
            hardware_token: true,
            app_password_created: true,
            new_place: true,
            password_changed: true,
            account_blocked: true,
            bypass_issued: true,
            mail_changed: true,
            to_user_name: false,
            by_text: true,
            report_page: String::new(),
            language: Language::English,
        }
    }
}
