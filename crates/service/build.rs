//! Builds again when a migration is added; the macro that embeds them sees changed files alone.

#![expect(clippy::print_stdout, reason = "how a build script speaks to Cargo")]

fn main() {
    println!("cargo::rerun-if-changed=src/store/migrations");
}
