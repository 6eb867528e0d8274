//! The command line.

use clap::Parser;

/// Additional security verification, app passwords and an authenticator.
#[derive(Debug, Clone, Default, Parser)]
#[command(name = "proofup-desktop", version)]
pub(crate) struct Arguments {
    /// Run with an embedded service and a made-up organisation; the person's own data is not touched
    #[arg(long)]
    pub(crate) demo: bool,

    /// Do not open the window of the demo phone
    #[arg(long, requires = "demo")]
    pub(crate) no_demo_phone: bool,

    /// Open this page: security, authenticator, approvals, activity, help, settings
    #[arg(
        long,
        value_name = "PAGE",
        value_parser = ["security", "authenticator", "approvals", "activity", "help", "settings"]
    )]
    pub(crate) page: Option<String>,

    /// A link to accounts, otpauth:// or otpauth-migration://, or to your organization's service,
    /// proofup://service?url=…; the app shows it, and only the person uses it
    #[arg(value_name = "LINK")]
    pub(crate) link: Option<String>,
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::Arguments;

    #[test]
    fn are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn refuse_a_phone_question_without_a_demo() {
        assert!(Arguments::try_parse_from(["proofup-desktop", "--no-demo-phone"]).is_err());
        assert!(Arguments::try_parse_from(["proofup-desktop", "--demo", "--no-demo-phone"]).is_ok());
    }

    #[test]
    fn refuse_an_unknown_page() {
        assert!(Arguments::try_parse_from(["proofup-desktop", "--page", "javascript:"]).is_err());
    }
}
