//! The authenticator in a terminal. It uses the window's vault, but needs no display and no window library.
//!
//! Standard output contains the answer and nothing else; questions, warnings and errors go to the terminal and to
//! standard error. A secret is never taken from the command line, where every program on this computer can read it.

mod account;
mod arguments;
mod ask;
mod commands;
mod environment;
mod exit;
mod file;
mod find;
mod moment;
mod output;
mod trouble;
mod vault;

use std::process::ExitCode;

use clap::Parser;

use crate::{arguments::CommandLine, output::Output};

fn main() -> ExitCode {
    let command_line = CommandLine::parse();
    environment::log_to_stderr();
    let output = Output::new(command_line.json);
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_time().build() {
        Ok(runtime) => runtime,
        Err(error) => return output.fail(&error.into()),
    };
    match runtime.block_on(commands::run(command_line, &output)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => output.fail(&trouble),
    }
}
