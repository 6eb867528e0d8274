//! The table of roles and calls in `docs/security.md` is what the service goes by. `UPDATE_DOCS=1` writes it anew.

use std::fs;
use std::path::Path;

use proofup_api::Role;
use proofup_service::ADMIN_CALLS;

const BEGIN: &str = "<!-- authorization -->\n";
const END: &str = "<!-- /authorization -->";

fn table() -> String {
    let mut text =
        "| Call | Administrator | Help desk | Auditor | Second step | A program with |\n|---|---|---|---|---|---|\n"
            .to_owned();
    for call in ADMIN_CALLS {
        let mark = |role| if call.roles.contains(&role) { "yes" } else { "–" };
        let (administrator, help_desk, auditor) =
            (mark(Role::Administrator), mark(Role::HelpDesk), mark(Role::Auditor));
        let minutes = call.max_age_seconds / 60;
        let scope = call.scope.map_or("–".to_owned(), |scope| format!("`{scope}`"));
        let call = format!("`{} {}`", call.method, call.path);
        text.push_str(&format!("| {call} | {administrator} | {help_desk} | {auditor} | {minutes} min | {scope} |\n"));
    }
    text
}

#[test]
fn the_table_of_roles_and_calls_is_that_of_the_code() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/security.md");
    let text = fs::read_to_string(&file).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (written, after) = rest.split_once(END).unwrap();
    #[expect(clippy::disallowed_methods, reason = "the person at the keyboard says whether to write")]
    let update = std::env::var_os("UPDATE_DOCS").is_some();
    if update {
        fs::write(&file, format!("{before}{BEGIN}{}{END}{after}", table())).unwrap();
    } else {
        assert_eq!(written, table(), "write it anew with UPDATE_DOCS=1");
    }
}
