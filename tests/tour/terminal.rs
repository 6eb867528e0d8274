//! The window and the command line open the same vault, with the same key in the keyring.

use std::{io::Write, process::Stdio};

use serde_json::Value;

use crate::{
    guide::{Guide, Keys, PASSPHRASE},
    support::{Desktop, Keyring, MAIN_PAGE},
};

const GITHUB: &str = "MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK";
const DROPBOX: &str = "PFXXKIDTNBXXK3DEEBXG65BAMJSSA2LO";

/// The command line lists the accounts of the window, in the folder of this run.
pub async fn lists_the_same_accounts(guide: &Guide) {
    let Some(listed) = ask(guide.desktop(), &["--demo", "list", "--json"], None, true) else { return };
    let listed: Value = serde_json::from_str(&listed).expect("the list is JSON");
    let issuers: Vec<_> = listed.as_array().expect("a list").iter().filter_map(|row| row["issuer"].as_str()).collect();
    assert_eq!(issuers, ["Contoso", "GitHub", "Steam"]);
    if guide.keys() == Keys::InTheKeyring {
        let state = ask(guide.desktop(), &["--demo", "vault", "status", "--json"], None, false).unwrap_or_default();
        assert!(state.contains("\"unlocked\""), "the key comes from the keyring: {state}");
    }
}

/// The same in the usual folder, without any of our variables: the command line gives the code of an account of the
/// window, and the window shows an account of the command line.
pub async fn shares_the_usual_folder() {
    let _keyring = Keyring::start();
    let desktop = Desktop::of_somebody().with("PROOFUP_KEYRING", "");
    let running = desktop.open().await;
    let window = &running.window;
    window.switch_to(MAIN_PAGE).await;
    window.press("nav-authenticator").await;
    window.press("action-second-passphrase").await;
    window.fill("field-passphrase", PASSPHRASE).await;
    window.fill("field-passphrase-again", PASSPHRASE).await;
    window.press("action-save-passphrase").await;
    window.gone("dialog-passphrase").await;
    window.press("action-add-account").await;
    window.press("tab-hand").await;
    window.fill("field-issuer", "GitHub").await;
    window.fill("field-account", "ann").await;
    window.fill("field-secret", GITHUB).await;
    window.press("action-add").await;
    window.part("account-row").await;
    let Some(code) = ask(&desktop, &["code", "github"], None, false) else { return };
    assert!(code.trim_end().len() == 6 && code.trim_end().bytes().all(|byte| byte.is_ascii_digit()), "{code:?}");
    running.close().await;

    let link = format!("otpauth://totp/Dropbox:ann?secret={DROPBOX}&issuer=Dropbox\n");
    ask(&desktop, &["add"], Some(&link), false);
    let running = desktop.open().await;
    let window = &running.window;
    window.switch_to(MAIN_PAGE).await;
    window.press("nav-authenticator").await;
    window.see("Dropbox").await;
    window.shows("account-row", 2).await;
    running.close().await;
}

/// Runs `proofup` as this person, and returns its output; `None` if it was not built. Without `passphrase`, only the
/// keyring can open the vault.
fn ask(desktop: &Desktop, arguments: &[&str], input: Option<&str>, passphrase: bool) -> Option<String> {
    let mut command = desktop.terminal()?;
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    if passphrase {
        let file = desktop.folder().join("passphrase");
        std::fs::write(&file, PASSPHRASE).expect("the folder can be written");
        command.env("PROOFUP_PASSPHRASE_FILE", file);
    }
    let mut child = command.spawn().expect("proofup starts");
    let mut stdin = child.stdin.take().expect("its input is piped");
    stdin.write_all(input.unwrap_or_default().as_bytes()).expect("it reads its input");
    drop(stdin);
    let ended = child.wait_with_output().expect("it ends");
    let [out, err] = [ended.stdout, ended.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert!(ended.status.success(), "proofup {arguments:?} ended with {}: {err}", ended.status);
    Some(out)
}
