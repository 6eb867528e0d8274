//! The command line, and its manual: `proofup help COMMAND` or `--help`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::moment;

/// The authenticator in a terminal
///
/// Works on the same vault as the Proofup window, which may be open meanwhile. It needs no display, no network and no
/// sign-in. Standard output holds the answer and nothing else.
#[derive(Debug, Parser)]
#[command(name = "proofup", version, after_long_help = MANUAL, subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct CommandLine {
    /// Answer in JSON, and tell errors in JSON on standard error
    #[arg(long, global = true)]
    pub(crate) json: bool,

    /// Use the vault of the window's demo instead of your own
    #[arg(long, global = true)]
    pub(crate) demo: bool,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the accounts
    List(Query),
    /// Print a code
    ///
    /// With a query that matches one account, prints its code and nothing else. Without a query, lists the codes of all
    /// time-based accounts. A code of a counter-based account (HOTP) is used up: the new counter is on the disk before
    /// the code is printed.
    Code(Code),
    /// Add accounts; the link or the secret is read from standard input, or asked for
    ///
    /// Without options it reads `otpauth://` links and `otpauth-migration://` exports, one a line. It reports each
    /// entry that it cannot use with its number, and adds the others. With --issuer or --account it reads a Base32
    /// secret. Secrets are never taken from the command line, where every program on this computer could read them.
    Add(Add),
    /// Import the accounts from another authenticator's export file
    ///
    /// The command recognises the format by the content, never by the name, and asks for the password of an encrypted
    /// file. It adds new accounts, takes over later counters and new names, and leaves other accounts unchanged: all in
    /// one step. It reports each entry that it cannot use, and imports the others.
    Import(Import),
    /// Remove an account; the window can restore it from the trash
    Remove {
        /// The account: words of its issuer and name, or its id
        query: String,
    },
    /// Export all accounts
    ///
    /// As otpauth links, one a line and IN CLEAR, or in the format of another authenticator, or as the encrypted age
    /// file.
    Export(Export),
    /// Manage the vault: its state, keys and backups
    #[command(subcommand)]
    Vault(VaultCommand),
    /// Print the completion script of a shell: `proofup completions bash > …/proofup`
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Write the manual pages into a folder, for the makers of packages
    #[command(hide = true)]
    Manual {
        /// Where; it must be there
        folder: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Query {
    /// Words of issuer and account, in any case and without accents; or an id
    pub(crate) query: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Code {
    #[command(flatten)]
    pub(crate) query: Query,
    /// The time of the code: Unix seconds, or RFC 3339; now by default
    #[arg(long, value_name = "TIME", value_parser = moment::parse)]
    pub(crate) at: Option<u64>,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("named").multiple(true))]
pub(crate) struct Add {
    /// The issuer, such as `GitHub`
    #[arg(long, value_name = "NAME", group = "named")]
    pub(crate) issuer: Option<String>,
    /// The account name, such as `ann`
    #[arg(long, value_name = "NAME", group = "named")]
    pub(crate) account: Option<String>,
    /// The kind of codes
    #[arg(long, value_enum, default_value_t = Kind::Totp, requires = "named")]
    pub(crate) kind: Kind,
    /// The hash function
    #[arg(long, value_enum, default_value_t = Hash::Sha1, requires = "named")]
    pub(crate) algorithm: Hash,
    /// How many digits a code has: 1 to 9; 6 unless given, and always 5 for Steam
    #[arg(long, requires = "named")]
    pub(crate) digits: Option<u32>,
    /// How many seconds a code lasts
    #[arg(long, value_name = "SECONDS", default_value_t = 30, requires = "named")]
    pub(crate) period: u32,
    /// The counter of the next code, for HOTP
    #[arg(long, default_value_t = 0, requires = "named")]
    pub(crate) counter: u64,
    /// Read the accounts from the QR codes in a picture
    #[arg(long, value_name = "FILE", conflicts_with = "named")]
    pub(crate) picture: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// Time-based
    Totp,
    /// Counter-based
    Hotp,
    /// Steam's five letters and digits
    Steam,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Hash {
    Sha1,
    Sha256,
    Sha512,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The export file, or a picture of QR codes
    pub(crate) file: PathBuf,
    /// Show the result of the import, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Read the file's password from standard input
    #[arg(long)]
    pub(crate) password_stdin: bool,
    /// Show the secrets too
    #[arg(long)]
    pub(crate) show_secrets: bool,
    /// Give existing accounts the names in the file
    #[arg(long)]
    pub(crate) rename: bool,
    /// Open the file even if that needs a gigabyte of memory or more
    #[arg(long)]
    pub(crate) much_memory: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The vault's age file as it is, encrypted; any age program opens it with the vault's key
    #[arg(long)]
    pub(crate) age: bool,
    /// The format; all but those under a password are IN CLEAR
    #[arg(long, value_enum, conflicts_with = "age")]
    pub(crate) format: Option<ExportFormat>,
    /// Only accounts that match these words; may be given several times
    #[arg(long, value_name = "QUERY", conflicts_with = "age")]
    pub(crate) only: Vec<String>,
    /// Write to this file, which must not exist yet; only you can read it
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// An age file under a passphrase of its own, with notes and tags; the passphrase is read from standard input, or asked for twice
    Encrypted,
    /// otpauth links, one a line
    Links,
    /// Links of Google Authenticator's exports, each of which fits a QR code
    Google,
    /// A page (HTML) with the QR codes of Google Authenticator's exports
    GoogleCodes,
    /// A page (HTML) to print, with a QR code for each account
    Sheet,
    /// A KeePass database under a password, which is read from standard input, or asked for twice
    Kdbx,
    /// A PSKC container (RFC 6030) under a password, which is read from standard input, or asked for twice
    Pskc,
    /// Aegis, plain
    Aegis,
    /// Aegis under a password, which is read from standard input, or asked for twice
    AegisEncrypted,
    /// 2FAS, plain
    #[value(name = "2fas")]
    TwoFas,
    /// Ente Auth, plain text
    Ente,
    /// A table with a header
    Csv,
}

#[derive(Debug, Subcommand)]
pub(crate) enum VaultCommand {
    /// Show the state of the vault
    Status,
    /// Show where its files are
    Path,
    /// Check the vault's keys: the one in the keyring, and the one under the passphrase
    Check,
    /// List the backups
    Backups,
    /// Restore a backup; the present vault is kept beside it
    Restore {
        /// A name as `proofup vault backups` lists it
        name: String,
    },
    /// Set or change the passphrase; the new one is read from standard input, or asked for twice
    Passphrase,
}

const MANUAL: &str = "\
Examples:
  proofup code github                     print a code
  proofup code github --at 2026-03-12T09:41:00Z
  proofup list --json | jq -r '.[].issuer'
  proofup add < link.txt                  add the otpauth links in a file
  pass show github/otp | proofup add --issuer GitHub --account ann
  proofup add --picture screenshot.png
  proofup import backup.json --dry-run    show which accounts an export file would add
  proofup export --age --output copy.age  an encrypted copy
  proofup export --format aegis-encrypted --output aegis.json
  proofup completions zsh > ~/.zfunc/_proofup

Exit status:
   0  done
   1  something else failed, such as a full disk
   2  the command line is wrong
   3  no such account or backup, or no vault yet
   4  several accounts match
   5  the vault is locked: no key is available, and there is no terminal to ask on
   6  wrong passphrase
   7  the vault, its key file or its keyring item is damaged, or the key belongs to another vault
   8  another program is saving, or has changed the vault
   9  the input is not an account, or the vault has it already; of several, some were left out and the others added
  10  made by a newer Proofup

Environment:
  PROOFUP_DATA_DIR            the folder with the vault, instead of the system's own
  PROOFUP_KEYRING=none        do not use the keyring
  PROOFUP_PASSPHRASE_FILE     a file whose first line is the passphrase
  PROOFUP_PASSPHRASE_COMMAND  a command that prints the passphrase
  PROOFUP_LOG                 writes the log to standard error; the syntax is RUST_LOG's. It contains no secret

The command tries the key in the keyring, then the passphrase from the environment; otherwise it asks for the passphrase
on the terminal, without showing it. The window shares the vault, its lock and its key: it shows new accounts when it
reads the vault again.";

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::CommandLine;

    #[test]
    fn are_consistent() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn no_option_takes_a_secret() {
        let mut names = Vec::new();
        let mut left = vec![CommandLine::command()];
        while let Some(command) = left.pop() {
            names.extend(command.get_arguments().map(|argument| argument.get_id().to_string()));
            left.extend(command.get_subcommands().cloned());
        }
        assert!(names.contains(&"issuer".to_owned()));
        let secret = |name: &&String| ["secret", "seed", "link", "uri", "passphrase", "key"].contains(&name.as_str());
        assert_eq!(names.iter().find(secret), None);
    }

    #[test]
    fn options_for_codes_need_an_account_name() {
        let parsed = |arguments: &[&str]| CommandLine::try_parse_from([&["proofup"], arguments].concat()).is_ok();
        assert!(parsed(&["add"]));
        assert!(parsed(&["add", "--account", "ann", "--digits", "8"]));
        assert!(!parsed(&["add", "--digits", "8"]));
        assert!(!parsed(&["add", "--issuer", "GitHub", "--picture", "a.png"]));
    }
}
