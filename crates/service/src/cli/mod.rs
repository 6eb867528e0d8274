//! The command line: `serve`, `init`, `user`, `token`, `access-token`, `settings`, `log`, `mail`, `clock`, `backup`, `restore`, `check`,
//! `directory`, `front-end`, `completions`, `manual`, and for a person at a running service `login`,
//! `logout`, `call`. The one place that reads the environment and writes to the terminal.

mod access_token;
mod backup;
mod check;
mod clock;
mod configuration;
mod directory;
mod documents;
mod front_end;
mod front_ends;
mod init;
mod interface;
mod log;
mod mail;
mod notices;
mod serve;
mod settings;
mod system_user;
mod token;
mod user;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use tracing_subscriber::EnvFilter;

use crate::ServiceError;

/// The verification service.
#[derive(Debug, Parser)]
#[command(name = "proofup-service", version, about)]
struct CommandLine {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

/// What every command takes. Each key of the configuration file can also be set as `PROOFUP_<KEY>`.
#[derive(Debug, Default, Args)]
struct Common {
    /// A TOML file; its keys are those of the environment in lower case
    #[arg(long, global = true, env = "PROOFUP_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// sqlite:PATH or postgres://…
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the service
    Serve(serve::Serve),
    /// Make the database and its server keys, so that people can be added before the service runs
    Init,
    /// Add, show and reset people
    #[command(subcommand)]
    User(user::UserCommand),
    /// Import and list hardware tokens
    #[command(subcommand)]
    Token(token::TokenCommand),
    /// Make, list and revoke tokens for programs
    #[command(subcommand)]
    AccessToken(access_token::AccessTokenCommand),
    /// Show and change what the organisation allows
    #[command(subcommand)]
    Settings(settings::SettingsCommand),
    /// Check the sign-in log
    #[command(subcommand)]
    Log(log::LogCommand),
    /// Try the mail server
    #[command(subcommand)]
    Mail(mail::MailCommand),
    /// Compare this computer's clock with what the database last saw
    #[command(subcommand)]
    Clock(clock::ClockCommand),
    /// Copy the database into a file, while the service goes on
    Backup(backup::Backup),
    /// Put a backup into an empty place, and end every session of the time before
    Restore(backup::Restore),
    /// Check database, server keys, sign-in log, clock and certificate; the exit code is 1 if something failed
    Check(check::Check),
    /// Sign in at a running service, with the second step, to make calls
    Login(interface::Login),
    /// End that session
    Logout,
    /// Make one call of the interface in the name of who signed in
    Call(interface::Call),
    /// Bring people from the directory up to date, and show what became of it
    #[command(subcommand)]
    Directory(directory::DirectoryCommand),
    /// Try front ends
    #[command(subcommand)]
    FrontEnd(front_end::FrontEndCommand),
    /// Print the completion script of a shell: `proofup-service completions bash > …/proofup-service`
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

/// Reads the command line and does what it says.
pub fn main() -> ExitCode {
    let command_line = CommandLine::parse();
    log_to_stderr(&command_line.command);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&format!("cannot start threads: {error}")),
    };
    match runtime.block_on(run(command_line)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error.to_string()),
    }
}

async fn run(command_line: CommandLine) -> Result<(), ServiceError> {
    let common = &command_line.common;
    match command_line.command {
        Command::Serve(serve) => serve.run(common).await,
        Command::Init => init::run(common).await,
        Command::User(command) => command.run(common).await,
        Command::Token(command) => command.run(common).await,
        Command::AccessToken(command) => command.run(common).await,
        Command::Settings(command) => command.run(common).await,
        Command::Log(command) => command.run(common).await,
        Command::Mail(command) => command.run(common).await,
        Command::Clock(command) => command.run(common).await,
        Command::Backup(command) => command.run(common).await,
        Command::Restore(command) => command.run(common).await,
        Command::Check(command) => command.run(common).await,
        Command::Login(login) => login.run().await,
        Command::Logout => interface::logout().await,
        Command::Call(call) => call.run().await,
        Command::Directory(command) => command.run(common).await,
        Command::FrontEnd(command) => command.run(common).await,
        Command::Completions { shell } => documents::completions(shell),
        Command::Manual { folder } => documents::manual(&folder),
    }
}

/// Log lines go to standard error; `PROOFUP_LOG` chooses which. Without it a service tells what it does, and a command
/// only what is wrong: what it has to say goes to standard output.
fn log_to_stderr(command: &Command) {
    let usual = match command {
        Command::Serve(_) => "info,sqlx::postgres::notice=warn",
        _ => "warn",
    };
    let filter = EnvFilter::try_from_env("PROOFUP_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    // Where nobody reads the log any more, the service goes on.
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).log_internal_errors(false).init();
}

#[expect(clippy::print_stderr, reason = "the error of the command for the terminal")]
fn failed(why: &str) -> ExitCode {
    eprintln!("proofup-service: {why}");
    ExitCode::FAILURE
}

/// A line of output. A reader who leaves early, such as `head`, ends no service.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
