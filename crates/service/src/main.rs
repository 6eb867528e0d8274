//! The binary `proofup-service`.

use std::process::ExitCode;

fn main() -> ExitCode {
    proofup_service::cli::main()
}
