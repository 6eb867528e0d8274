//! `proofup-service completions` and `proofup-service manual`: what a package brings beside the binary, made from the command line's own
//! definition.

use std::io::Write as _;
use std::path::Path;

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::CommandLine;
use crate::ServiceError;

/// Prints the completion script of a shell.
pub(super) fn completions(shell: Shell) -> Result<(), ServiceError> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut CommandLine::command(), "proofup-service", &mut script);
    std::io::stdout().write_all(&script).map_err(failed("write the script"))
}

/// Writes `proofup-service.1` and a page for each command.
pub(super) fn manual(folder: &Path) -> Result<(), ServiceError> {
    clap_mangen::generate_to(CommandLine::command(), folder).map_err(failed("write manual pages"))
}

fn failed(what: &'static str) -> impl Fn(std::io::Error) -> ServiceError {
    move |source| ServiceError::Io { what: what.to_owned(), source }
}
