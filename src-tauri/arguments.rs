//! The command line.

use clap::Parser;

/// Additional security verification, app passwords and an authenticator.
#[derive(Debug, Clone, Default, Parser)]
#[command(name = "proofup-desktop", version)]
pub(crate) struct Arguments {
    /// Run with a service of its own and a made-up organisation; a person's own data is not touched.
    #[arg(long)]
    pub(crate) demo: bool,

    /// Leave the window of the demo phone away.
    #[arg(long, requires = "demo")]
    pub(crate) no_demo_phone: bool,

    /// Open on this page: security, authenticator, approvals, activity, help, settings.
    #[arg(
        long,
        value_name = "PAGE",
        value_parser = ["security", "authenticator", "approvals", "activity", "help", "settings"]
    )]
    pub(crate) page: Option<String>,

    /// A link to accounts, otpauth:// or otpauth-migration://, or to your organization's service, proofup://service?url=…; it is
    /// shown, and used only by the person.
    #[arg(value_name = "LINK")]
    pub(crate) link: Option<String>,
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::Arguments;

    #[test]
    fn hold_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn refuse_a_phone_question_without_a_demo() {
        assert!(Arguments::try_parse_from(["proofup-desktop", "--no-demo-phone"]).is_err());
        assert!(Arguments::try_parse_from(["proofup-desktop", "--demo", "--no-demo-phone"]).is_ok());
    }

    #[test]
    fn refuse_a_page_that_there_is_not() {
        assert!(Arguments::try_parse_from(["proofup-desktop", "--page", "javascript:"]).is_err());
    }
}
