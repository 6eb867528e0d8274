//! The shell without a screen: every command is called the way the pages call it.

mod capabilities;
mod commands;
mod list;
mod shell;
