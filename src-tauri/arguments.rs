//! The command line.

use clap::Parser;

/// Additional security verification, app passwords and an authenticator.
#[derive(Debug, Clone, Default, Parser)]
#[command(name = "proofup-desktop", version)]
pub(crate) struct Arguments {
    /// Run with an embedded service and a made-up organisation; the person's own data is not touched. `free` skips the cards
    /// of the scenarios, and the name of a scenario, such as `first-day`, begins it
    #[arg(long, value_name = "SCENARIO", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    pub(crate) demo: Option<String>,

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

impl Arguments {
    /// Whether the embedded service runs.
    pub(crate) fn is_demo(&self) -> bool {
        self.demo.is_some()
    }
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
    fn name_a_scenario_behind_an_equals_sign() {
        let demo = |given: &[&str]| Arguments::try_parse_from(given).unwrap().demo;
        assert_eq!(demo(&["proofup-desktop"]), None);
        assert_eq!(demo(&["proofup-desktop", "--demo"]).as_deref(), Some(""));
        assert_eq!(demo(&["proofup-desktop", "--demo=first-day"]).as_deref(), Some("first-day"));
        let with_link = Arguments::try_parse_from(["proofup-desktop", "--demo", "otpauth://totp/a"]).unwrap();
        assert_eq!((with_link.demo.as_deref(), with_link.link.as_deref()), (Some(""), Some("otpauth://totp/a")));
    }

    #[test]
    fn refuse_an_unknown_page() {
        assert!(Arguments::try_parse_from(["proofup-desktop", "--page", "javascript:"]).is_err());
    }
}
