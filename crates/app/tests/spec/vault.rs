use proofup_api::SecretText;
use proofup_app::view::{AccountKind, HashAlgorithm, KeyringState, LocalFault, ManualAccount, VaultState};

use crate::fixture::{Fixture, PASSPHRASE, code};

pub fn account() -> ManualAccount {
    ManualAccount {
        issuer: "GitHub".into(),
        account: "ann".into(),
        secret: "GEZDGNBVGY3TQOJQ".into(),
        kind: AccountKind::Totp,
        algorithm: HashAlgorithm::SHA1,
        digits: 6,
        period: 30,
        counter: 0,
    }
}

#[tokio::test]
async fn opens_automatically_with_a_keyring() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    assert_eq!(app.status().status().vault, VaultState::Unlocked);
    app.authenticator().add_account(account()).await.unwrap();
    assert_eq!(fixture.open().await.authenticator().authenticator().await.unwrap().accounts.len(), 1);
    assert!(matches!(app.preferences().about().keyring, KeyringState::Working { .. }));
}

#[tokio::test]
async fn needs_a_passphrase_without_one() {
    let fixture = Fixture::alone();
    let app = fixture.open().await;
    assert_eq!(app.status().status().vault, VaultState::PassphraseNeeded);
    assert_eq!(app.preferences().about().keyring, KeyringState::Off);
    assert_eq!(code(&app, app.authenticator().add_account(account()).await), "vault_passphrase_needed");
    assert_eq!(code(&app, app.vault().create_vault(SecretText::new("short")).await), "passphrase_too_short");
    app.vault().create_vault(SecretText::new(PASSPHRASE)).await.unwrap();
    app.authenticator().add_account(account()).await.unwrap();

    let again = fixture.open().await;
    assert_eq!(again.status().status().vault, VaultState::Locked { passphrase: true, keyring: false });
    assert_eq!(code(&again, again.vault().unlock_vault(SecretText::new("not this one")).await), "wrong_passphrase");
    assert_eq!(again.status().status().vault, VaultState::Locked { passphrase: true, keyring: false });
    again.vault().unlock_vault(SecretText::new(PASSPHRASE)).await.unwrap();
    assert_eq!(again.status().status().vault, VaultState::Unlocked);
}

#[tokio::test]
async fn a_locked_vault_asks_for_the_passphrase_although_the_keyring_has_the_key() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    app.authenticator().add_account(account()).await.unwrap();
    app.vault().lock_vault().await;
    let locked = VaultState::Locked { passphrase: true, keyring: false };
    assert_eq!(app.status().status().vault, locked);
    assert_eq!(code(&app, app.authenticator().codes().await), "vault_locked");
    assert_eq!(code(&app, app.vault().retry_vault().await), "vault_locked");
    assert_eq!(app.status().status().vault, locked, "asking again opens nothing");
    app.vault().unlock_vault(SecretText::new(PASSPHRASE)).await.unwrap();
    assert_eq!(app.authenticator().codes().await.unwrap().len(), 1);
    drop(app);
    assert_eq!(fixture.open().await.status().status().vault, VaultState::Unlocked, "a new start is no lock");
}

#[tokio::test]
async fn a_locked_vault_without_a_passphrase_opens_with_the_keyring() {
    let fixture = Fixture::alone().with_keyring_alone();
    let app = fixture.open().await;
    app.vault().lock_vault().await;
    assert_eq!(app.status().status().vault, VaultState::Locked { passphrase: false, keyring: true });
    app.vault().retry_vault().await.unwrap();
    assert_eq!(app.status().status().vault, VaultState::Unlocked);
}

#[tokio::test]
async fn a_damaged_file_is_kept_and_backups_are_listed() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    app.authenticator().add_account(account()).await.unwrap();
    fixture.time.advance(std::time::Duration::from_secs(2 * 3600));
    app.authenticator().add_account(ManualAccount { account: "ben".into(), ..account() }).await.unwrap();
    drop(app);
    let file = fixture.folder.path().join("data/vault.age");
    let mut bytes = std::fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    std::fs::write(&file, &bytes).unwrap();

    let app = fixture.open().await;
    assert_eq!(app.status().status().vault, VaultState::Unusable { code: LocalFault::VaultDamaged });
    assert!(app.authenticator().add_account(account()).await.is_err());
    assert_eq!(std::fs::read(&file).unwrap(), bytes, "nothing is written over it");
    let backups = app.vault().vault_backups().await.unwrap();
    let newest = backups.first().expect("there is a backup");
    app.vault().restore_vault_backup(newest.name.clone()).await.unwrap();
    assert_eq!(app.status().status().vault, VaultState::Unlocked);
    assert_eq!(app.authenticator().authenticator().await.unwrap().accounts.len(), newest.accounts.unwrap() as usize);
}

#[tokio::test]
async fn a_lost_key_is_reported_and_no_new_vault_is_created() {
    let fixture = Fixture::alone().with_keyring();
    fixture.open().await.authenticator().add_account(account()).await.unwrap();
    let before = std::fs::read(fixture.folder.path().join("data/vault.age")).unwrap();
    let key_file = std::fs::read_dir(fixture.folder.path().join("data")).unwrap().flatten().map(|file| file.path());
    let key_file = key_file
        .into_iter()
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("key-")));
    std::fs::remove_file(key_file.unwrap()).unwrap();
    let fixture = fixture.with_keyring_alone();
    let app = fixture.open().await;
    assert_eq!(app.status().status().vault, VaultState::Unusable { code: LocalFault::VaultKeyMissing });
    assert_eq!(code(&app, app.vault().create_vault(SecretText::new(PASSPHRASE)).await), "vault_already_there");
    assert_eq!(code(&app, app.vault().retry_vault().await), "vault_key_missing");
    assert_eq!(std::fs::read(fixture.folder.path().join("data/vault.age")).unwrap(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn is_reset_with_the_demo() {
    let fixture = Fixture::alone().with_keyring();
    let app = fixture.open().await;
    app.links()
        .open_link(proofup_api::SecretText::new("otpauth://totp/GitHub:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    let draft = app.links().drafts_from_opened_link().await.unwrap().drafts.remove(0);
    app.authenticator().add_draft(&draft.draft_id, "GitHub", "ann").await.unwrap();
    app.vault().erase_authenticator().await.unwrap();
    let status = app.status().status();
    assert_eq!(status.vault, VaultState::Unlocked, "a vault is begun, as at the first start");
    assert!(app.authenticator().authenticator().await.unwrap().accounts.is_empty());
}
