//! The shell without a screen: every command is called over the same way that the pages use.

mod capabilities;
mod commands;
mod list;
mod shell;
