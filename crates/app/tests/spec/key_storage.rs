//! Key storage, the vault's folder, its notices, and the automatic lock.

use std::{fs, time::Duration};

use proofup_api::SecretText;
use proofup_app::{
    App,
    view::{
        AccountKind, KeyringKeyState, LocalFault, LockingSettings, RecoverySheet, SettingsView, SheetAnswer,
        VaultNotice, VaultState,
    },
};

use crate::{
    fixture::{Fixture, PASSPHRASE, code, until},
    vault::account,
};

pub async fn give_back(app: &App, sheet: &RecoverySheet) {
    let pieces = sheet.asked.iter().map(|number| SecretText::new(sheet.groups[*number as usize - 1].to_lowercase()));
    app.vault().confirm_recovery_sheet(pieces.collect()).await.unwrap();
}

/// The recovery sheet of a vault without a passphrase.
pub async fn sheet_of(app: &App) -> RecoverySheet {
    match app.vault().recovery_sheet(None).await.unwrap() {
        SheetAnswer::Shown { sheet } => sheet,
        SheetAnswer::PassphraseNeeded => panic!("the vault has no passphrase"),
    }
}

fn typed(sheet: &RecoverySheet) -> SecretText {
    SecretText::new(sheet.groups.join(" "))
}

async fn lock_when(app: &App, locking: LockingSettings) {
    app.preferences().save(SettingsView { locking, ..app.preferences().settings() }).await.unwrap();
}

#[tokio::test]
async fn the_first_account_needs_a_second_copy_of_the_key() {
    let fixture = Fixture::alone().with_keyring_alone();
    let app = fixture.open().await;
    let storage = app.vault().vault_view().await.unwrap().key_storage.expect("the vault is open");
    assert_eq!((storage.keyring, storage.passphrase, storage.sheet), (KeyringKeyState::Holds, false, None));
    assert_eq!(code(&app, app.authenticator().add_account(account()).await), "vault_second_home_needed");
    assert!(app.vault().vault_health().await.unwrap().keyring_alone);

    let sheet = sheet_of(&app).await;
    assert_eq!((sheet.groups.len(), sheet.asked.len(), &*sheet.key_id), (15, 2, &*storage.key_id));
    assert!(sheet.asked[0] < sheet.asked[1] && sheet.asked[0] >= 1 && sheet.asked[1] <= 14, "{:?}", sheet.asked);
    let wrong = vec![SecretText::new("QQQQ"), SecretText::new("QQQQ")];
    assert_eq!(code(&app, app.vault().confirm_recovery_sheet(wrong).await), "sheet_piece_wrong");
    assert_eq!(code(&app, app.vault().confirm_recovery_sheet(vec![]).await), "sheet_piece_wrong");
    assert_eq!(code(&app, app.authenticator().add_account(account()).await), "vault_second_home_needed");
    give_back(&app, &sheet).await;
    assert!(!app.vault().vault_health().await.unwrap().keyring_alone);
    app.authenticator().add_account(account()).await.unwrap();
}

#[tokio::test]
async fn the_sheet_opens_the_vault_when_the_keyring_is_lost() {
    let fixture = Fixture::alone().with_keyring_alone();
    let app = fixture.open().await;
    let sheet = sheet_of(&app).await;
    give_back(&app, &sheet).await;
    app.authenticator().add_account(account()).await.unwrap();
    drop(app);

    let fixture = fixture.with_keyring_alone();
    let app = fixture.open().await;
    assert_eq!(app.status().status().vault, VaultState::Unusable { code: LocalFault::VaultKeyMissing });
    let mut mistyped = sheet.groups.clone();
    mistyped[6] = if mistyped[6].starts_with('Q') {
        format!("P{}", &mistyped[6][1..])
    } else {
        format!("Q{}", &mistyped[6][1..])
    };
    let fault = app.vault().unlock_vault_with_sheet(SecretText::new(mistyped.join("-"))).await.unwrap_err();
    let fault = app.fault(&fault);
    assert_eq!((&*fault.code, fault.params["groups"].as_str()), ("sheet_mistyped", Some("7")));
    app.vault().unlock_vault_with_sheet(typed(&sheet)).await.unwrap();
    assert_eq!(app.authenticator().authenticator().await.unwrap().accounts[0].kind, AccountKind::Totp);
    app.vault().keep_vault_in_keyring().await.unwrap();
    assert_eq!(fixture.open().await.status().status().vault, VaultState::Unlocked, "the next start opens it by itself");
}

#[tokio::test]
async fn a_passphrase_can_be_added_and_removed() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    assert_eq!(code(&app, app.vault().set_vault_passphrase(SecretText::new("short")).await), "passphrase_too_short");
    app.vault().set_vault_passphrase(SecretText::new("another one")).await.unwrap();
    assert_eq!(code(&app, app.vault().remove_vault_passphrase().await), "vault_last_home");
    app.vault().remove_vault_from_keyring().await.unwrap();
    drop(app);
    let app = fixture.open().await;
    assert_eq!(app.status().status().vault, VaultState::Locked { passphrase: true, keyring: false });
    assert_eq!(code(&app, app.vault().unlock_vault(SecretText::new(PASSPHRASE)).await), "wrong_passphrase");
    app.vault().unlock_vault(SecretText::new("another one")).await.unwrap();
}

#[tokio::test]
async fn the_sheet_is_shown_only_after_the_passphrase() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    assert!(matches!(app.vault().recovery_sheet(None).await.unwrap(), SheetAnswer::PassphraseNeeded));
    let wrong = app.vault().recovery_sheet(Some(SecretText::new("another"))).await;
    assert_eq!(code(&app, wrong.map(drop)), "wrong_passphrase");
    let shown = app.vault().recovery_sheet(Some(SecretText::new(PASSPHRASE))).await.unwrap();
    assert!(matches!(shown, SheetAnswer::Shown { sheet } if sheet.groups.len() == 15));
}

#[tokio::test]
async fn locking_removes_the_key_from_memory_and_the_code_from_the_clipboard() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    let row = app.authenticator().add_account(account()).await.unwrap();
    app.authenticator().copy_code(&row.id, false).await.unwrap();
    assert!(fixture.clipboard.holds().is_some());
    app.vault().lock_vault().await;
    assert_eq!(fixture.clipboard.holds(), None);
    assert_eq!(code(&app, app.vault().recovery_sheet(None).await.map(drop)), "vault_locked");
    assert_eq!(app.vault().vault_view().await.unwrap().key_storage, None);
}

#[tokio::test]
async fn locks_for_each_chosen_reason() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    let never = LockingSettings { idle_minutes: None, on_suspend: false, on_session_lock: false, at_start: false };
    lock_when(&app, never.clone()).await;
    app.vault().computer_goes_to_sleep().await;
    app.vault().session_was_locked().await;
    assert_eq!(app.status().status().vault, VaultState::Unlocked);

    let locked = VaultState::Locked { passphrase: true, keyring: false };
    lock_when(&app, LockingSettings { on_suspend: true, ..never.clone() }).await;
    app.vault().computer_goes_to_sleep().await;
    assert_eq!(app.status().status().vault, locked);
    app.vault().unlock_vault(SecretText::new(PASSPHRASE)).await.unwrap();
    lock_when(&app, LockingSettings { on_session_lock: true, ..never.clone() }).await;
    app.vault().session_was_locked().await;
    assert_eq!(app.status().status().vault, locked);
    lock_when(&app, LockingSettings { at_start: true, ..never }).await;
    drop(app);
    let app = fixture.open().await;
    assert_eq!(app.status().status().vault, locked, "it stays closed");
    assert_eq!(code(&app, app.vault().retry_vault().await), "vault_locked");
    app.vault().unlock_vault(SecretText::new(PASSPHRASE)).await.unwrap();
    assert_eq!(app.status().status().vault, VaultState::Unlocked, "until the person opens it");
}

#[tokio::test]
async fn locks_after_a_time_without_activity() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    lock_when(&app, LockingSettings { idle_minutes: Some(5), ..LockingSettings::default() }).await;
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(200)).await;
    app.vault().note_user_activity();
    tokio::time::advance(Duration::from_secs(200)).await;
    tokio::task::yield_now().await;
    assert_eq!(app.status().status().vault, VaultState::Unlocked, "there was activity");
    tokio::time::advance(Duration::from_secs(101)).await;
    tokio::time::resume();
    until(&app, |status| matches!(status.vault, VaultState::Locked { .. })).await;
}

#[tokio::test]
async fn a_moved_vault_is_found_again() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    app.authenticator().add_account(account()).await.unwrap();
    assert_eq!(code(&app, app.vault().move_vault("Documents".into()).await), "folder_not_absolute");
    let stick = fixture.folder.path().join("stick");
    app.vault().move_vault(stick.display().to_string()).await.unwrap();
    let view = app.vault().vault_view().await.unwrap();
    assert_eq!((view.folder, view.moved), (stick.display().to_string(), true));
    app.preferences()
        .save(SettingsView { theme: proofup_app::view::Theme::Dark, ..app.preferences().settings() })
        .await
        .unwrap();
    drop(app);
    let app = fixture.open().await;
    assert_eq!(app.authenticator().authenticator().await.unwrap().accounts.len(), 1);
    drop(app);

    let unplugged = fixture.folder.path().join("unplugged");
    fs::rename(&stick, &unplugged).unwrap();
    let app = fixture.open().await;
    assert_eq!(app.status().status().vault, VaultState::Unusable { code: LocalFault::VaultFolderMissing });
    assert!(!stick.exists(), "nothing new is begun there");
    fs::rename(&unplugged, &stick).unwrap();
    app.vault().retry_vault().await.unwrap();
    assert_eq!(app.status().status().vault, VaultState::Unlocked);
}

#[tokio::test]
async fn a_copy_opens_on_another_computer() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    app.authenticator().add_account(account()).await.unwrap();
    let copy = fixture.folder.path().join("copy");
    app.vault().copy_vault(copy.display().to_string()).await.unwrap();
    assert_eq!(code(&app, app.vault().copy_vault(copy.display().to_string()).await), "folder_taken");

    let other = Fixture::alone().with_keyring_alone();
    let there = other.open().await;
    assert_eq!(
        code(&there, there.vault().use_vault_folder(other.folder.path().display().to_string()).await),
        "not_a_vault"
    );
    there.vault().use_vault_folder(copy.display().to_string()).await.unwrap();
    assert!(
        matches!(there.status().status().vault, VaultState::Locked { passphrase: true, .. }),
        "{:?}",
        there.status().status().vault
    );
    there.vault().unlock_vault(SecretText::new(PASSPHRASE)).await.unwrap();
    assert_eq!(there.authenticator().authenticator().await.unwrap().accounts.len(), 1);
}

#[tokio::test]
async fn reminds_after_a_month_without_a_copy_elsewhere() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    app.authenticator().add_account(account()).await.unwrap();
    assert!(!app.vault().vault_health().await.unwrap().copy_due);
    let month = Duration::from_secs(30 * 24 * 3600);
    fixture.time.advance(month);
    assert!(app.vault().vault_health().await.unwrap().copy_due);
    app.vault().put_off_vault_copy().await.unwrap();
    assert!(!fixture.open().await.vault().vault_health().await.unwrap().copy_due, "another start remembers that");
    fixture.time.advance(month);
    assert!(app.vault().vault_health().await.unwrap().copy_due);
    app.vault().copy_vault(fixture.folder.path().join("stick").display().to_string()).await.unwrap();
    let news = app.vault().vault_health().await.unwrap();
    assert!(!news.copy_due && news.copied.is_some());
    assert_eq!(app.vault().vault_view().await.unwrap().copied, news.copied);
    fixture.time.advance(month);
    app.authenticator().was_exported().await;
    assert!(!app.vault().vault_health().await.unwrap().copy_due, "an export is a copy too");
}

#[tokio::test]
async fn notices_about_the_file_stay_until_the_person_dismisses_them() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    app.authenticator().add_account(account()).await.unwrap();
    let file = fixture.folder.path().join("data/vault.age");
    let old = fs::read(&file).unwrap();
    app.authenticator()
        .add_account(proofup_app::view::ManualAccount { account: "ben".into(), ..account() })
        .await
        .unwrap();
    drop(app);
    fs::write(&file, old).unwrap();
    let app = fixture.open().await;
    assert_eq!(app.vault().vault_health().await.unwrap().notices, [VaultNotice::Older]);
    app.vault().dismiss_vault_notices().await.unwrap();
    assert_eq!(app.vault().vault_health().await.unwrap().notices, []);
    assert_eq!(fixture.open().await.vault().vault_health().await.unwrap().notices, []);
}

#[tokio::test]
async fn a_backup_has_a_preview() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    app.authenticator().add_account(account()).await.unwrap();
    fixture.time.advance(Duration::from_secs(2 * 3600));
    app.authenticator()
        .add_account(proofup_app::view::ManualAccount { account: "ben".into(), ..account() })
        .await
        .unwrap();
    let newest = app.vault().vault_view().await.unwrap().newest_backup.expect("there is one");
    let preview = app.vault().preview_vault_backup(newest.name.clone()).await.unwrap();
    assert_eq!(preview.accounts.iter().map(|account| &*account.account).collect::<Vec<_>>(), ["ann"]);
    assert_eq!(preview.gone.iter().map(|account| &*account.account).collect::<Vec<_>>(), ["ben"]);
    assert_eq!(code(&app, app.vault().preview_vault_backup("../settings.json".into()).await), "backup_unreadable");
    app.vault().restore_vault_backup(newest.name).await.unwrap();
    assert_eq!(app.authenticator().authenticator().await.unwrap().accounts.len(), 1);
}
