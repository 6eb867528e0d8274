//! Adding, listing and removing.

use crate::terminal::{SECRET, Terminal};

#[test]
fn adds_links_and_lists_them_in_order() {
    let terminal = Terminal::with_accounts();
    let listed = terminal.run(&["list"]).done();
    assert_eq!(listed, "GitHub  ann  totp\nCafé    zoe  totp\nBank    ann  hotp\n");
    let json = terminal.run(&["list", "cafe", "--json"]).json();
    assert_eq!(json.as_array().unwrap().len(), 1);
    assert_eq!(
        (&json[0]["issuer"], &json[0]["period"], &json[0]["kind"]),
        (&"Café".into(), &60.into(), &"totp".into())
    );
    assert!(json[0].get("secret").is_none());
}

#[test]
fn adds_by_fields_with_the_secret_from_standard_input() {
    let terminal = Terminal::new();
    let fields = ["add", "--issuer", "Bank", "--account", "ann", "--algorithm", "sha256", "--digits", "8"];
    assert_eq!(terminal.run_with(&fields, "gezd gnbv gy3t qojq gezd gnbv gy3t qojq\n").done(), "Added Bank (ann)\n");
    let exported = terminal.run(&["export"]).done();
    assert!(
        exported.contains(&format!("secret={SECRET}&issuer=Bank&algorithm=SHA256&digits=8&period=30")),
        "{exported}"
    );
}

#[test]
fn adds_steam_with_its_five_letters() {
    let terminal = Terminal::with_vault();
    terminal.run_with(&["add", "--issuer", "Steam", "--kind", "steam"], SECRET).done();
    assert_eq!(terminal.run(&["list"]).done(), "Steam    steam\n");
    assert_eq!(terminal.run(&["code", "steam"]).done().trim().len(), 5);
}

#[test]
fn reports_a_bad_link_with_its_number_and_adds_the_others() {
    let terminal = Terminal::with_vault();
    let links = format!(
        "otpauth://totp/Example:ann?secret={SECRET}\nhttps://example.com\n# a comment\n\notpauth://totp/Example:ben?secret={SECRET}\n"
    );
    let ended = terminal.run_with(&["add"], &links);
    assert_eq!((ended.code, ended.out.as_str()), (9, "Added Example (ann)\nAdded Example (ben)\n"));
    assert!(ended.err.contains("entry 2 was left out: link_not_otpauth"), "{}", ended.err);
    let only = terminal.run_with(&["add", "--json"], "https://example.com\n");
    assert_eq!((only.code, only.fault().as_str()), (9, "link_not_otpauth"));
}

#[test]
fn a_link_without_a_name_gets_one() {
    let terminal = Terminal::with_vault();
    let links = format!(
        "otpauth://totp/Example:ann?secret={SECRET}\notpauth://totp/?secret={SECRET}\notpauth://totp/Example:cyd?secret={SECRET}\n"
    );
    let ended = terminal.run_with(&["add"], &links);
    assert!(ended.err.contains("entry 2, Account 2, had no name"), "{}", ended.err);
    assert_eq!(ended.done(), "Added Example (ann)\nAdded Account 2\nAdded Example (cyd)\n");
}

#[test]
fn an_account_without_a_name_is_not_added_again() {
    let terminal = Terminal::with_vault();
    let list = format!(
        "otpauth://totp/Example:ann?secret={SECRET}\notpauth://totp/?secret=JBSWY3DPEHPK3PXP\notpauth://hotp/?secret=JBSWY3DPEHPK3PXP&counter=1\n"
    );
    assert_eq!(terminal.run_with(&["add"], &list).done().lines().count(), 3);
    for again in [&*list, "otpauth://totp/?secret=JBSWY3DPEHPK3PXP"] {
        let ended = terminal.run_with(&["add"], again);
        assert_eq!((ended.code, ended.out.as_str()), (9, ""), "{}", ended.err);
        assert!(ended.err.contains("is there already"), "{}", ended.err);
    }
    assert_eq!(terminal.run(&["list"]).done().lines().count(), 3);
}

#[test]
fn a_duplicate_in_an_export_is_named_and_a_second_run_goes_on() {
    let terminal = Terminal::with_vault();
    // Ann, Ben, Ben again, Cyd.
    let export = "otpauth-migration://offline?data=CjoKFDEyMzQ1Njc4OTAxMjM0NTY3ODkwEhNhbm5AY29udG9zby5leGFtcGxlGgdFeGFtcGxlIAEoATACCj\
        oKFDA5ODc2NTQzMjEwOTg3NjU0MzIxEhNiZW5AY29udG9zby5leGFtcGxlGgdFeGFtcGxlIAEoATACCjoKFDA5ODc2NTQzMjEwOTg3NjU0MzIxEhNiZW5AY29udG9\
        zby5leGFtcGxlGgdFeGFtcGxlIAEoATACCjoKFGFiY2RlZmdoaWprbG1ub3BxcnN0EhNjeWRAY29udG9zby5leGFtcGxlGgdFeGFtcGxlIAEoATACEAIYASAA";
    let first = terminal.run_with(&["add"], export);
    assert!(first.err.contains("entry 3, Example ben@contoso.example, is there already"), "{}", first.err);
    assert_eq!(first.done().lines().count(), 3);
    let again = terminal.run_with(&["add"], &format!("{export}\notpauth://totp/Example:dan?secret={SECRET}"));
    assert!(again.err.contains("entry 4, Example cyd@contoso.example, is there already"), "{}", again.err);
    assert_eq!(again.done(), "Added Example (dan)\n");
    let nothing_new = terminal.run_with(&["add", "--json"], export);
    assert_eq!(nothing_new.code, 9);
    assert!(nothing_new.err.contains("entries_left_out"), "{}", nothing_new.err);
}

#[test]
fn two_links_on_one_line_are_two_accounts() {
    let terminal = Terminal::with_vault();
    let joined = format!("otpauth://totp/Example:ann?secret={SECRET}otpauth://totp/Example:ben?secret={SECRET}");
    assert_eq!(terminal.run_with(&["add"], &joined).done(), "Added Example (ann)\nAdded Example (ben)\n");
}

#[test]
fn the_very_same_account_is_refused() {
    let terminal = Terminal::with_accounts();
    let again = terminal.run_with(&["add", "--json"], &format!("otpauth://totp/GitHub:ann?secret={SECRET}&digits=8"));
    assert_eq!((again.code, again.fault().as_str()), (9, "account_exists"));
}

#[test]
fn a_removed_account_is_kept_for_restoring() {
    let terminal = Terminal::with_accounts();
    assert!(terminal.run(&["remove", "github"]).done().starts_with("Removed GitHub (ann)"));
    assert_eq!(terminal.run(&["code", "github"]).code, 3);
    assert_eq!(terminal.run(&["list"]).done().lines().count(), 2);
}

#[test]
fn a_picture_without_a_code_is_refused_and_creates_no_vault() {
    let terminal = Terminal::new();
    let missing = terminal.run(&["add", "--picture", "/nowhere.png", "--json"]);
    assert_eq!((missing.code, missing.fault().as_str()), (9, "file_unreadable"));
    assert_eq!(terminal.run(&["list"]).code, 3);
}

#[test]
fn no_secret_is_in_the_log() {
    let terminal = Terminal::new();
    let mut child = terminal
        .command(&["add", "--issuer", "GitHub"])
        .env("PROOFUP_LOG", "trace")
        .stdin(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), SECRET.as_bytes()).unwrap();
    let added = crate::terminal::Ended::of(child.wait_with_output().unwrap());
    assert_eq!(added.code, 0);
    let coded = terminal.command(&["code", "github"]).env("PROOFUP_LOG", "trace").output().unwrap();
    let coded = crate::terminal::Ended::of(coded);
    for log in [added.err, coded.err] {
        assert!(!log.contains(SECRET) && !log.contains(coded.out.trim()) && !log.contains(crate::terminal::PASSPHRASE));
    }
}

#[test]
fn a_list_with_a_byte_that_is_not_utf_8_is_added() {
    let terminal = Terminal::with_vault();
    let links = format!("otpauth://totp/Caf\u{e9}:ann?secret={SECRET}\notpauth://totp/Example:ben?secret={SECRET}\n");
    let latin: Vec<u8> = links.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
    let wide: Vec<u8> =
        [0xFEFF].into_iter().chain(links.replace("a?", "b?").encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(terminal.run_with_bytes(&["add"], &latin).done(), "Added Caf\u{e9} (ann)\nAdded Example (ben)\n");
    let again = Terminal::with_vault();
    assert_eq!(again.run_with_bytes(&["add"], &wide).done(), "Added Caf\u{e9} (ann)\nAdded Example (ben)\n");
}

#[test]
fn a_link_that_mail_broke_is_never_added_with_a_part_of_its_secret() {
    let terminal = Terminal::with_vault();
    let added = terminal.run_with(
        &["add"],
        &format!("otpauth://totp/Mail:ann?secret={}\n{}&issuer=Mail\n", &SECRET[..15], &SECRET[15..]),
    );
    assert_eq!(added.done(), "Added Mail (ann)\n");
    assert!(terminal.run(&["export"]).done().contains(&format!("secret={SECRET}&")));
    let unclear = terminal.run_with(&["add", "--json"], "otpauth://totp/Mail:ben?secret=JBSWY3DPEHPK3PXP\nJBSWY3DP\n");
    assert_eq!(unclear.fault(), "link_broken");
}

#[cfg(unix)]
#[test]
fn an_endless_file_is_refused_for_its_size() {
    let terminal = Terminal::with_accounts();
    assert_eq!(terminal.run(&["import", "/dev/zero", "--json"]).fault(), "import_too_large");
    assert_eq!(terminal.run(&["add", "--picture", "/dev/zero", "--json"]).fault(), "picture_too_large");
}

#[test]
fn many_programs_that_add_at_once_all_do() {
    let terminal = Terminal::with_accounts();
    let adding: Vec<_> = (0..8)
        .map(|number| {
            let mut child = terminal.command(&["add"]).stdin(std::process::Stdio::piped()).spawn().unwrap();
            let link = format!("otpauth://totp/Many:{number}?secret={SECRET}&issuer=Many");
            std::io::Write::write_all(&mut child.stdin.take().unwrap(), link.as_bytes()).unwrap();
            child
        })
        .collect();
    for child in adding {
        crate::terminal::Ended::of(child.wait_with_output().unwrap()).done();
    }
    assert_eq!(terminal.run(&["list", "many"]).done().lines().count(), 8);
}
