//! Codes.

use crate::terminal::Terminal;

#[test]
fn prints_the_code_and_nothing_else() {
    let terminal = Terminal::with_accounts();
    // RFC 6238, appendix B.
    let ended = terminal.run(&["code", "github", "--at", "59"]);
    assert_eq!((ended.out.as_str(), ended.err.as_str(), ended.code), ("94287082\n", "", 0));
    assert_eq!(terminal.run(&["code", "github", "--at", "2005-03-18T01:58:29Z"]).done(), "07081804\n");
    let now = terminal.run(&["code", "GITHUB"]).done();
    assert!(now.trim().len() == 8 && now.trim().bytes().all(|byte| byte.is_ascii_digit()), "{now:?}");
}

#[test]
fn shows_in_json_how_long_a_code_is_valid() {
    let terminal = Terminal::with_accounts();
    let answer = terminal.run(&["code", "github", "--at", "59", "--json"]).json();
    assert_eq!(answer["code"], "94287082");
    assert_eq!((answer["validFrom"].as_i64(), answer["validUntil"].as_i64()), (Some(30_000), Some(60_000)));
    assert_eq!(answer["issuer"], "GitHub");
}

#[test]
fn lists_the_codes_of_all_time_based_accounts() {
    let terminal = Terminal::with_accounts();
    let listed = terminal.run(&["code", "--at", "59"]).done();
    assert_eq!(listed, "94287082  GitHub (ann)\n755224    Café (zoe)\n");
}

#[test]
fn a_counter_based_code_is_used_up() {
    let terminal = Terminal::with_accounts();
    // RFC 4226, appendix D.
    assert_eq!(terminal.run(&["code", "bank"]).done(), "755224\n");
    assert_eq!(terminal.run(&["code", "bank"]).done(), "287082\n");
    assert!(terminal.run(&["export"]).done().contains("counter=2"));
}

#[test]
fn a_counter_based_code_is_not_printed_when_the_counter_cannot_be_saved() {
    let terminal = Terminal::with_accounts();
    let lock = std::fs::File::options().write(true).open(terminal.data().join("vault.lock")).unwrap();
    lock.lock().unwrap();
    let ended = terminal.run(&["code", "bank", "--json"]);
    assert_eq!((ended.code, ended.fault().as_str(), ended.out.as_str()), (8, "vault_busy", ""));
    drop(lock);
    assert_eq!(terminal.run(&["code", "bank"]).done(), "755224\n");
}

#[test]
fn a_counter_based_account_accepts_no_time() {
    let terminal = Terminal::with_accounts();
    let ended = terminal.run(&["code", "bank", "--at", "59", "--json"]);
    assert_eq!((ended.code, ended.fault().as_str()), (9, "account_counts"));
    assert_eq!(terminal.run(&["code", "bank"]).done(), "755224\n");
}
