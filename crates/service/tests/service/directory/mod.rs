//! People from a directory: a real OpenLDAP, read and asked over TLS.

mod cut;
mod passwords;
mod slapd;
mod sync;

use serde_json::Value;

use self::slapd::Slapd;
use crate::support::TestService;

/// So many people are in the tree: more than one page, and more than the server gives an account without a right.
const PEOPLE: usize = 300;

/// A run on the command line, which says what it came to.
async fn sync(service: &TestService, slapd: &Slapd, more: &str) -> Value {
    sync_with(service, slapd, &slapd.table(&[], "reader", more), &[]).await.unwrap_or_else(|why| panic!("{why}"))
}

/// The same with another table and more arguments; what it says where it changed nothing.
async fn sync_with(service: &TestService, slapd: &Slapd, table: &str, more: &[&str]) -> Result<Value, String> {
    let file = slapd.file(table).display().to_string();
    let arguments = [&["--config", &file, "directory", "sync", "--json"], more].concat();
    let output = service.finish_cli(&arguments, std::process::Stdio::null()).await;
    let said = String::from_utf8(output.stdout).unwrap();
    match output.status.success() {
        true => Ok(serde_json::from_str(&said).unwrap()),
        false => Err(String::from_utf8(output.stderr).unwrap()),
    }
}

/// Four figures of a run: added, changed, blocked, unblocked.
fn figures(report: &Value) -> [i64; 4] {
    ["added", "changed", "blocked", "unblocked"].map(|name| report[name].as_i64().unwrap())
}
