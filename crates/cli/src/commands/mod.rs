//! One file per command.

mod add;
mod code;
mod export;
mod import;
mod list;
mod remove;
mod vault;

use clap::CommandFactory;

use crate::{
    arguments::{Command, CommandLine},
    output::Output,
    trouble::Trouble,
    vault::TerminalVault,
};

/// Runs the command.
pub(crate) async fn run(command_line: CommandLine, output: &Output) -> Result<(), Trouble> {
    let vault = || TerminalVault::find(command_line.demo);
    match command_line.command {
        Command::List(query) => list::run(&vault()?, &query, output).await,
        Command::Code(code) => code::run(&vault()?, &code, output).await,
        Command::Add(add) => add::run(&vault()?, add, output).await,
        Command::Remove { query } => remove::run(&vault()?, &query, output).await,
        Command::Import(import) => import::run(&vault()?, &import, output).await,
        Command::Export(export) => export::run(&vault()?, &export, output).await,
        Command::Vault(command) => vault::run(&vault()?, command, output).await,
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut CommandLine::command(), "proofup", &mut script);
            crate::output::write_export(&script, None, true)
        }
        Command::Manual { folder } => clap_mangen::generate_to(CommandLine::command(), folder).map_err(Trouble::from),
    }
}
