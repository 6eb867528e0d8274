//! Exports.

use std::{fs, process::Command};

use crate::terminal::{PASSPHRASE, SECRET, Terminal};

#[test]
fn writes_links_that_add_can_read() {
    let terminal = Terminal::with_accounts();
    let ended = terminal.run(&["export"]);
    assert!(ended.err.contains("in clear"), "{}", ended.err);
    let links = ended.done();
    assert_eq!(links.lines().count(), 3);
    assert!(links.lines().all(|line| line.starts_with("otpauth://") && line.contains(SECRET)));
    let other = Terminal::with_vault();
    other.run_with(&["add"], &links).done();
    assert_eq!(other.run(&["export"]).done(), links);
}

#[test]
fn a_file_is_new_and_private() {
    let terminal = Terminal::with_accounts();
    let file = terminal.folder.path().join("links.txt");
    let path = file.to_str().unwrap();
    assert_eq!(terminal.run(&["export", "--output", path]).done(), "");
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 3);
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&file).unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600);
    }
    assert_eq!(terminal.run(&["export", "--output", path]).code, 1, "nothing is overwritten");
}

#[test]
fn the_age_file_needs_no_key_and_opens_with_the_age_program() {
    let terminal = Terminal::with_accounts().without_passphrase();
    let copy = terminal.folder.path().join("copy.age");
    terminal.run(&["export", "--age", "--output", copy.to_str().unwrap()]).done();
    assert_eq!(fs::read(&copy).unwrap(), fs::read(terminal.data().join("vault.age")).unwrap());
    // The key file asks for a passphrase on a terminal, which `script` provides.
    let key = fs::read_dir(terminal.data()).unwrap().map(|entry| entry.unwrap().path());
    let key = key.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("key-")).last().unwrap();
    let opened = Command::new("sh")
        .arg("-c")
        .arg(format!(
            "(sleep 1; echo '{PASSPHRASE}'; sleep 4) | script -qec 'age --decrypt --output {folder}/identity {key}' /dev/null > {folder}/log && \
             age --decrypt --identity {folder}/identity {copy}",
            folder = terminal.folder.path().display(),
            key = key.display(),
            copy = copy.display(),
        ))
        .output()
        .unwrap();
    let plain = String::from_utf8(opened.stdout).unwrap();
    assert!(plain.contains(SECRET), "{}", String::from_utf8_lossy(&opened.stderr));
}
