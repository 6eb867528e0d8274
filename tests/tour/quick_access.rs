//! Quick access, on a desktop with a tray: the app starts hidden, copies codes from the menu of its icon, accepts a
//! link from a second start, hides when it is closed, and is shown when the tray goes. On Wayland the desktop's portal
//! provides the shortcut.

use std::{path::Path, process::Command, sync::Arc};

use jiff::Timestamp;
use proofup_otp::{Algorithm, Kind, OtpError, OtpParams, Secret};
use proofup_vault::{NewEntry, NoKeyring, Vault, VaultConfig};
use secrecy::SecretString;
use serde_json::json;

use crate::{
    guide::PASSPHRASE,
    portal::Answer,
    report::Report,
    support::{Desktop, MAIN_PAGE, Theme, Tray, Window, screen, wait::until},
};

const TITLE: &str = "Proofup";
const LINK: &str = "otpauth://totp/Fabrikam:ann?secret=MFRGGZDFMZTWQ2LK&issuer=Fabrikam";
/// RFC 4226, appendix D: the first code of the secret `12345678901234567890`.
const FIRST_CODE: &str = "755224";
/// Scrolls the section to the top of the page.
const SCROLL: &str = "const page = document.getElementById('page');
    page.scrollTop += document.querySelector('[data-testid=card-tray]').getBoundingClientRect().top - 120";

/// Everything in the settings, on a desktop that supports it all.
pub async fn in_the_tray(report: &mut Report) {
    let tray = Tray::begin().await;
    let chosen = json!({ "tray": true, "closeToTray": true, "startHidden": true });
    let settings = json!({ "language": "en", "theme": "system", "quickAccess": chosen }).to_string();
    let desktop = Desktop::demo().with_file("passphrase", PASSPHRASE).with_file("demo/settings.json", &settings);
    let passphrase = desktop.folder().join("passphrase").display().to_string();
    let desktop = desktop.with("PROOFUP_PASSPHRASE_FILE", &passphrase);
    prepare(desktop.folder()).expect("the vault takes two accounts");

    let running = desktop.open().await;
    let window = &running.window;
    let open = ["GitHub · ann", "Contoso · ann", "-", "Open Proofup", "Lock", "-", "Quit"];
    tray.shows(&open).await;
    assert!(!screen::is_seen(TITLE), "it starts hidden");
    window.switch_to(MAIN_PAGE).await;
    let visible = window.script("return document.visibilityState").await;
    assert_eq!(visible.as_str(), Some("hidden"), "a page that is not seen runs no clock");

    tray.choose("Contoso · ann").await;
    until("the code of an account that counts is copied", async || clipboard().as_deref() == Some(FIRST_CODE)).await;
    tray.choose("GitHub · ann").await;
    until("the code of the other one is copied", async || clipboard().is_some_and(|text| text != FIRST_CODE)).await;
    let code = clipboard().expect("there is a code");
    assert!(code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit()), "the clipboard holds no code");
    tray.choose("Lock").await;
    tray.shows(&["Open Proofup", "Unlock", "-", "Quit"]).await;
    until("a lock takes the code back", async || clipboard().is_none()).await;

    second_start(desktop.folder());
    until("a second start brings the window", async || screen::is_seen(TITLE)).await;
    window.part("notice-link-locked").await;
    report.picture(window, "a-link-waits-for-unlocking").await;
    window.fill("field-passphrase", PASSPHRASE).await;
    window.press("action-unlock").await;
    window.part("dialog-add-account").await;
    window.part("draft").await;
    report.picture(window, "a-link-from-a-second-start").await;
    window.press("action-cancel").await;
    window.gone("dialog-add-account").await;
    // Nothing is added before the person agrees.
    window.shows("account-row", 2).await;

    window.press("nav-settings").await;
    window.press("settings-quickAccess").await;
    window.part("card-shortcut").await;
    window.script(SCROLL).await;
    report.picture(window, "quick-access").await;
    choose_a_shortcut(window, report).await;

    screen::close(TITLE);
    until("closing hides it", async || !screen::is_seen(TITLE)).await;
    tray.choose("Open Proofup").await;
    until("the tray brings it back", async || screen::is_seen(TITLE)).await;
    screen::close(TITLE);
    until("closing hides it again", async || !screen::is_seen(TITLE)).await;
    tray.end().await;
    until("without a tray nobody could bring it back", async || screen::is_seen(TITLE)).await;
    window.see("This desktop doesn't show tray icons.").await;
    screen::close(TITLE);
    until("closing without a tray is the end", async || !screen::is_seen(TITLE)).await;
    running.close().await;
}

/// The dark page, on a desktop without a tray.
pub async fn without_a_tray(report: &mut Report) {
    let settings =
        json!({ "language": "en", "theme": "dark", "quickAccess": { "tray": true, "startHidden": true } }).to_string();
    let desktop = Desktop::demo().with_file("demo/settings.json", &settings);
    let running = desktop.open().await;
    let window = &running.window;
    until("hidden without a tray it would be lost, so it is shown", async || screen::is_seen(TITLE)).await;
    window.switch_to(MAIN_PAGE).await;
    window.press("nav-settings").await;
    window.press("settings-quickAccess").await;
    window.part("card-shortcut").await;
    window.script(SCROLL).await;
    window.see("This desktop doesn't show tray icons.").await;
    assert_eq!(window.theme().await, Theme::Dark, "the theme is the one that was chosen");
    report.picture_as_it_is(window, "quick-access-without-a-tray", "dark").await;
    running.close().await;
}

/// A Wayland session: the desktop's portal provides the shortcut. The portal is a stub, the calls to it are real; the
/// window itself is on the X server.
pub async fn on_wayland(report: &mut Report) {
    let tray = Tray::begin().await;
    let chosen = json!({ "tray": true, "closeToTray": true });
    let settings = json!({ "language": "en", "theme": "system", "quickAccess": chosen }).to_string();
    let desktop = Desktop::demo().with_file("demo/settings.json", &settings).with("XDG_SESSION_TYPE", "wayland");
    let running = desktop.open().await;
    let window = &running.window;
    window.switch_to(MAIN_PAGE).await;
    window.press("nav-settings").await;
    window.press("settings-quickAccess").await;
    window.part("card-shortcut").await;
    window.script(SCROLL).await;
    window.see("this desktop doesn't let programs have any").await;
    report.picture(window, "no-shortcut-on-wayland").await;

    report.portal.asks_the_person().await;
    window.press("nav-security").await;
    window.press("nav-settings").await;
    window.press("settings-quickAccess").await;
    press_keys(window).await;
    window.press("action-save-shortcut").await;
    window.part("fault-shortcut_refused").await;
    report.picture(window, "the-desktop-refuses-a-shortcut").await;
    report.portal.answers(Answer::Keys("Super+P"));
    window.press("action-save-shortcut").await;
    window.gone("dialog-shortcut").await;
    window.see("Super+P brings Proofup to the front").await;
    window.script(SCROLL).await;
    report.picture(window, "a-shortcut-on-wayland").await;

    screen::close(TITLE);
    until("closing hides it", async || !screen::is_seen(TITLE)).await;
    report.portal.press().await;
    until("the keys bring it back", async || screen::is_seen(TITLE)).await;
    window.part("page-authenticator").await;
    window.press("nav-settings").await;
    window.press("settings-quickAccess").await;
    window.part("card-shortcut").await;
    window.see("Super+P brings Proofup to the front").await;
    report.portal.restarts().await;
    window.see("this desktop doesn't let programs have any").await;
    running.close().await;
    tray.end().await;
}

async fn choose_a_shortcut(window: &Window, report: &mut Report) {
    press_keys(window).await;
    report.picture(window, "choose-a-shortcut").await;
    window.press("action-save-shortcut").await;
    window.see("Ctrl+Alt+P brings Proofup to the front").await;
    window.gone("dialog-shortcut").await;
}

async fn press_keys(window: &Window) {
    window.press("action-choose-shortcut").await;
    window.press("field-shortcut").await;
    let press = "const field = document.querySelector('[data-testid=field-shortcut]');
        const held = { ctrlKey: true, altKey: true, bubbles: true, cancelable: true };
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', code: 'KeyP', ...held }))";
    window.script(press).await;
}

/// A browser opens a link while the app is open.
fn second_start(folder: &Path) {
    let mut second = Command::new(env!("CARGO_BIN_EXE_proofup-desktop"));
    second.args(["--demo=free", LINK]).env("PROOFUP_DATA_DIR", folder).env("PROOFUP_KEYRING", "none");
    let ended = second.status().expect("it starts");
    assert!(ended.success(), "it hands the link over and ends");
}

fn prepare(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let vault = Vault::new(VaultConfig::new(folder.join("demo"), Arc::new(NoKeyring), Arc::new(uuid::Uuid::new_v4)));
    let now = Timestamp::UNIX_EPOCH;
    vault.open(now)?;
    vault.create_with_passphrase(&SecretString::from(PASSPHRASE), now)?;
    let new = [("GitHub", Kind::Totp { period: 30 }), ("Contoso", Kind::Hotp { counter: 0 })].map(|(issuer, kind)| {
        let secret = Secret::from_bytes(b"12345678901234567890".to_vec())?;
        let params = OtpParams::new(secret, kind, Algorithm::Sha1, 6)?;
        Ok(NewEntry { issuer: issuer.to_owned(), account: "ann".to_owned(), params, organisation: None })
    });
    let ids = vault.add_all(new.into_iter().collect::<Result<_, OtpError>>()?, now)?;
    vault.pin(&ids, true, now)?;
    Ok(())
}

fn clipboard() -> Option<String> {
    let text = arboard::Clipboard::new().ok()?.get_text().ok()?;
    Some(text).filter(|text| !text.is_empty())
}
