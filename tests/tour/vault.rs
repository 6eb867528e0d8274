//! The vault: a recovery sheet, another passphrase, a backup with its preview and restored, locking and unlocking in
//! every way, and a damaged file.

use serde_json::json;

use crate::{
    guide::{Guide, Keys, PASSPHRASE},
    report::Report,
    support::{Desktop, MAIN_PAGE, Window},
};

const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
/// The page as printed: applies the print rules to the screen.
const AS_PRINTED: &str = "for (const sheet of document.styleSheets)
  for (const rule of sheet.cssRules)
    if (rule.media?.mediaText === 'print') rule.media.mediaText = 'screen and (min-width: 1px)';";
const AS_SHOWN: &str = "for (const sheet of document.styleSheets)
  for (const rule of sheet.cssRules)
    if (rule.media?.mediaText.includes('min-width: 1px')) rule.media.mediaText = 'print';";

/// If only the keyring opens the vault, a recovery sheet is needed before the first account.
pub async fn keep_a_second_key(guide: &mut Guide) {
    guide.window().press("nav-authenticator").await;
    guide.window().part("account-row").await;
    if guide.keys() != Keys::InTheKeyring {
        assert_eq!(guide.window().count("notice-second-home").await, 0, "the passphrase is the second key");
        return;
    }
    guide.window().part("notice-second-home").await;
    guide.picture("only-the-keyring-opens-it").await;
    guide.window().press("action-second-sheet").await;
    guide.window().part("sheet-group").await;
    guide.picture("recovery-sheet").await;
    let groups = groups(guide.window()).await;
    assert_eq!(groups.len(), 15);
    guide.remember_secret(groups.concat());
    guide.remember_secret(groups.join(" "));
    guide.window().script(AS_PRINTED).await;
    guide.picture_without_axe("recovery-sheet-on-paper").await;
    guide.window().script(AS_SHOWN).await;

    guide.window().press("action-next").await;
    guide.window().part("field-piece-0").await;
    guide.window().fill("field-piece-0", "qqqq").await;
    guide.window().fill("field-piece-1", "qqqq").await;
    guide.window().press("action-confirm-sheet").await;
    guide.window().part("fault-sheet_piece_wrong").await;
    guide.picture("a-piece-that-is-wrong").await;
    let asked = "return [...document.querySelectorAll('[data-testid=dialog-sheet-piece] label')].map((label) => label.innerText.match(/\\d+/)[0])";
    let asked = guide.window().script(asked).await;
    for (index, number) in asked.as_array().expect("two groups are asked back").iter().enumerate() {
        let number: usize = number.as_str().and_then(|text| text.parse().ok()).expect("a group has a number");
        guide.window().fill(&format!("field-piece-{index}"), &groups[number - 1].to_lowercase()).await;
    }
    guide.window().press("action-confirm-sheet").await;
    guide.window().gone("notice-second-home").await;
}

/// The section of the settings, from the passphrase to the backups.
pub async fn look_after_it(guide: &mut Guide) {
    guide.window().press("nav-settings").await;
    guide.window().press("settings-vault").await;
    guide.window().part("card-vault-place").await;
    guide
        .window()
        .script("document.querySelector('[data-testid=card-vault-place]').scrollIntoView({ block: 'start' })")
        .await;
    guide.picture("vault-settings").await;

    guide.window().press("action-set-passphrase").await;
    guide.window().fill("field-passphrase", PASSPHRASE).await;
    guide.window().fill("field-passphrase-again", "correct horse").await;
    guide.window().press("action-save-passphrase").await;
    guide.window().see("don't match").await;
    guide.picture("passphrase-typed-differently").await;
    guide.window().fill("field-passphrase-again", PASSPHRASE).await;
    guide.window().press("action-save-passphrase").await;
    guide.window().gone("dialog-passphrase").await;

    guide.window().press("action-show-backups").await;
    guide.window().part("backup-row").await;
    let before = guide.window().count("backup-row").await;
    guide.picture("backups").await;
    guide.window().press("action-restore-backup").await;
    guide.window().part("backup-gone").await;
    guide.picture("what-a-backup-holds").await;
    guide.window().press("action-yes").await;
    guide.window().gone("dialog-backups").await;
    // The earlier content became the newest backup.
    guide.window().press("action-show-backups").await;
    guide.window().part("backup-row").await;
    guide.window().shows("backup-row", before + 1).await;
    guide.window().press("action-restore-backup").await;
    guide.window().part("dialog-restore-backup").await;
    guide.window().press("action-yes").await;
    guide.window().gone("dialog-backups").await;

    guide.window().press("menu-vault-place").await;
    guide.window().press("action-vault-copy").await;
    guide.window().part("field-folder").await;
    guide.window().fill("field-folder", "Documents").await;
    guide.window().press("action-go").await;
    guide.window().part("fault-folder_not_absolute").await;
    guide.picture("copy-the-vault").await;
    guide.window().press("action-cancel").await;
    guide.window().gone("dialog-vault-copy").await;
}

/// While locked, the page contains no account. The vault is unlocked in each way.
pub async fn lock_and_unlock(guide: &mut Guide) {
    guide.window().press("nav-authenticator").await;
    guide.window().part("account-row").await;
    guide.window().press("action-lock").await;
    guide.window().part("vault-locked").await;
    guide.window().gone("account-row").await;
    guide.picture("locked").await;
    // The keyring has the key too, but a vault that the person locked asks for the passphrase.
    assert_eq!(guide.window().count("way-byKeyring").await, 0);
    guide.window().fill("field-passphrase", "not this one").await;
    guide.window().press("action-unlock").await;
    guide.window().part("fault-wrong_passphrase").await;
    guide.picture("wrong-passphrase").await;
    guide.window().fill("field-passphrase", PASSPHRASE).await;
    guide.window().press("action-unlock").await;
    guide.window().part("account-row").await;

    guide.window().press("action-lock").await;
    guide.window().part("vault-locked").await;
    guide.window().press("way-bySheet").await;
    guide.window().fill("field-sheet", "AGE-SECRET-KEY-1 QQPZ RY9X").await;
    guide.window().press("action-unlock-sheet").await;
    guide.window().part("fault-sheet_incomplete").await;
    guide.picture("an-incomplete-sheet").await;
    guide.window().press("way-byPassphrase").await;
    guide.window().fill("field-passphrase", PASSPHRASE).await;
    guide.window().press("action-unlock").await;
    guide.window().part("account-row").await;
}

/// The file is incomplete: it is kept, and a backup replaces it.
pub async fn a_damaged_file(report: &mut Report) {
    let desktop = Desktop::demo()
        .with_file("passphrase", PASSPHRASE)
        .with_file("demo/settings.json", &json!({ "language": "en", "theme": "system" }).to_string());
    let passphrase = desktop.folder().join("passphrase").display().to_string();
    let desktop = desktop.with("PROOFUP_PASSPHRASE_FILE", &passphrase);
    let running = desktop.open().await;
    let window = &running.window;
    window.switch_to(MAIN_PAGE).await;
    window.press("nav-authenticator").await;
    for account in ["ann", "ben"] {
        window.press("action-add-account").await;
        window.press("tab-hand").await;
        window.fill("field-issuer", "GitHub").await;
        window.fill("field-account", account).await;
        window.fill("field-secret", SECRET).await;
        window.press("action-add").await;
        window.see(account).await;
    }
    running.close().await;

    let file = desktop.folder().join("demo/vault.age");
    let bytes = std::fs::read(&file).expect("the vault is there");
    std::fs::write(&file, &bytes[..bytes.len() / 2]).expect("the vault can be damaged");
    let running = desktop.open().await;
    let window = &running.window;
    window.switch_to(MAIN_PAGE).await;
    window.press("nav-authenticator").await;
    window.part("fault-vault_damaged").await;
    window.part("backup-row").await;
    report.picture(window, "damaged-vault").await;
    window.press("action-restore-backup").await;
    window.part("dialog-restore-backup").await;
    report.picture(window, "restore-over-a-damaged-file").await;
    window.press("action-yes").await;
    window.gone("fault-vault_damaged").await;
    let kept = std::fs::read_dir(desktop.folder().join("demo")).expect("the folder is there").flatten();
    let kept = kept.into_iter().any(|file| file.file_name().to_string_lossy().starts_with("vault.damaged-"));
    assert!(kept, "the damaged file is kept");
    running.close().await;
}

/// The last copy elsewhere is too old: the page reminds the person, who copies the vault to a removable drive.
pub async fn a_month_without_a_copy(report: &mut Report) {
    let desktop = Desktop::demo()
        .with_file("passphrase", PASSPHRASE)
        .with_file("demo/settings.json", &json!({ "language": "en", "theme": "system" }).to_string())
        .with_file("demo/vault.notes.json", &json!({ "copyPutOff": "2026-01-01T00:00:00Z" }).to_string());
    let passphrase = desktop.folder().join("passphrase").display().to_string();
    let stick = desktop.folder().join("stick");
    let desktop = desktop.with("PROOFUP_PASSPHRASE_FILE", &passphrase);
    let running = desktop.open().await;
    let window = &running.window;
    window.switch_to(MAIN_PAGE).await;
    window.press("nav-authenticator").await;
    window.part("empty-authenticator").await;
    assert_eq!(window.count("notice-vault-copy").await, 0, "a vault without accounts has nothing to lose");
    window.press("action-add-account").await;
    window.press("tab-hand").await;
    window.fill("field-issuer", "GitHub").await;
    window.fill("field-account", "ann").await;
    window.fill("field-secret", SECRET).await;
    window.press("action-add").await;
    window.part("notice-vault-copy").await;
    window.gone("dialog-add-account").await;
    report.picture(window, "no-copy-elsewhere").await;
    window.press("action-copy-vault").await;
    window.fill("field-folder", &stick.display().to_string()).await;
    report.picture(window, "copy-elsewhere").await;
    window.press("action-go").await;
    window.gone("dialog-vault-copy").await;
    window.gone("notice-vault-copy").await;
    assert!(stick.join("vault.age").is_file(), "the copy is there");
    running.close().await;
}

async fn groups(window: &Window) -> Vec<String> {
    let groups = window
        .script("return [...document.querySelectorAll('[data-testid=sheet-group]')].map((group) => group.innerText)")
        .await;
    groups.as_array().expect("a list").iter().filter_map(|group| group.as_str()).map(str::to_owned).collect()
}
