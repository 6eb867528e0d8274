//! A thousand accounts: the list opens, scrolls, and can be searched.

use std::{fs, sync::Arc};

use jiff::Timestamp;
use proofup_otp::{Algorithm, Kind, OtpError, OtpParams, Secret};
use proofup_vault::{NewEntry, NoKeyring, Vault, VaultConfig};
use secrecy::SecretString;

use crate::{
    guide::PASSPHRASE,
    report::Report,
    support::{Desktop, MAIN_PAGE, wait::until},
};

const ISSUERS: [&str; 8] = ["GitHub", "Google", "Dropbox", "Fabrikam", "Discord", "PayPal", "Contoso", "Steam"];

/// Created with the vault itself, because typing them would take too long.
pub async fn accounts(report: &mut Report) {
    let desktop = Desktop::demo();
    let passphrase = desktop.folder().join("passphrase");
    fs::write(&passphrase, PASSPHRASE).expect("the folder can be written");
    prepare(desktop.folder()).expect("the vault takes a thousand accounts");
    let desktop = desktop.with("PROOFUP_PASSPHRASE_FILE", &passphrase.display().to_string());
    let running = desktop.open().await;
    let window = &running.window;
    window.switch_to(MAIN_PAGE).await;
    window.press("nav-authenticator").await;
    window.part("code").await;
    assert!(window.count("account-row").await < 40, "only the rows on the screen are drawn");
    report.picture(window, "thousand-accounts").await;

    let jump = "document.getElementById('page').scrollTop = document.getElementById('page').scrollHeight / 2";
    window.script(jump).await;
    window.see("ann.500@").await;
    window.part("code").await;
    assert!(window.count("account-row").await < 40);
    report.picture(window, "thousand-accounts-in-the-middle").await;
    window.script("document.querySelector('[data-main]').focus()").await;
    window.press_key("End").await;
    window.see("ann.999@").await;
    let focus = "return document.activeElement.closest('li')?.getAttribute('aria-posinset')";
    until("the last row has the focus", async || window.script(focus).await.as_str() == Some("1000")).await;

    window.fill("field-search", "fabrikam 77").await;
    window.see("ann.779@").await;
    let took = window.script_later(SEARCH).await.as_f64().expect("a time");
    eprintln!(
        "a key pressed in the search of 1000 accounts, debug build of the shell: {took:.1} ms to the next frame but one"
    );
    report.picture(window, "thousand-accounts-searched").await;
    running.close().await;
}

/// The time from a key to the frame with its result.
const SEARCH: &str = "const done = arguments[arguments.length - 1];
    const field = document.querySelector('[data-testid=field-search]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const times = [];
    const next = (text) => {
      if (text.length === 8) return done(times.sort((a, b) => a - b)[3]);
      const begun = performance.now();
      set.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      requestAnimationFrame(() => requestAnimationFrame(() => { times.push(performance.now() - begun); next(text + 'dropbox '[text.length]); }));
    };
    next('d');";

fn prepare(folder: &std::path::Path) -> Result<(), Box<dyn std::error::Error>> {
    let vault = Vault::new(VaultConfig::new(folder.join("demo"), Arc::new(NoKeyring), Arc::new(uuid::Uuid::new_v4)));
    let now = Timestamp::UNIX_EPOCH;
    vault.open(now)?;
    vault.create_with_passphrase(&SecretString::from(PASSPHRASE), now)?;
    let new = (0..1000).map(|number| {
        let secret = Secret::from_bytes(format!("secret of account {number:04}").into_bytes())?;
        let params = OtpParams::new(secret, Kind::Totp { period: 30 }, Algorithm::Sha1, 6)?;
        let issuer = ISSUERS[number % ISSUERS.len()].to_owned();
        Ok(NewEntry { issuer, account: format!("ann.{number}@contoso.example"), params, organisation: None })
    });
    vault.add_all(new.collect::<Result<_, OtpError>>()?, now)?;
    Ok(())
}
