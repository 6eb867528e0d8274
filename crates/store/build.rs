//! Builds again when a migration is added; the macro that embeds them sees changed files alone.

fn main() {
    println!("cargo::rerun-if-changed=migrations");
}
