//! Vaults under a passphrase.

use std::{fs, sync::Arc};

use proofup_vault::{
    MemoryFault, NoKeyring, Notice, SecretStore, SecretStoreError, Status, Vault, VaultError, WorkFactor,
};

use crate::world::{World, account, accounts_of, config, failing_at_file, noon, passphrase};

fn without_keyring(world: &World) -> Vault {
    Vault::new(config(world.dir(), Arc::new(NoKeyring)))
}

fn with_passphrase() -> World {
    let world = World::new();
    let vault = without_keyring(&world);
    vault.create_with_passphrase(&passphrase("correct horse"), noon()).unwrap();
    vault.add(account("anna"), noon()).unwrap();
    world
}

fn key_file(world: &World) -> std::path::PathBuf {
    let name = world.names().into_iter().find(|name| name.starts_with("key-")).unwrap();
    world.file(&name)
}

#[test]
fn opens_with_the_passphrase_alone() {
    let world = with_passphrase();
    let vault = without_keyring(&world);
    let opening = vault.open(noon()).unwrap();
    assert_eq!(opening.status, Status::Locked { passphrase_available: true });
    assert_eq!(opening.keyring_problem, Some(SecretStoreError::SwitchedOff));
    assert_eq!(vault.unlock(&passphrase("correct horse"), noon()).unwrap().status, Status::Unlocked);
    assert_eq!(accounts_of(&vault), ["anna"]);
}

#[test]
fn a_wrong_passphrase_is_reported_and_changes_nothing() {
    let world = with_passphrase();
    let vault = without_keyring(&world);
    for wrong in ["Correct horse", "correct horse ", "", "x"] {
        assert!(matches!(vault.unlock(&passphrase(wrong), noon()), Err(VaultError::WrongPassphrase)), "{wrong:?}");
    }
    assert_eq!(vault.status().unwrap(), Status::Locked { passphrase_available: true });
    assert!(vault.unlock(&passphrase("correct horse"), noon()).is_ok(), "however often it was wrong");
}

#[test]
fn an_empty_passphrase_is_refused() {
    let world = World::new();
    let vault = without_keyring(&world);
    assert!(matches!(vault.create_with_passphrase(&passphrase(""), noon()), Err(VaultError::PassphraseEmpty)));
    assert_eq!(vault.status().unwrap(), Status::Fresh);
}

#[test]
fn a_passphrase_is_not_trimmed() {
    for text in ["密碼 🔑", " spaces ", "e\u{301}", &"long ".repeat(1000)] {
        let world = World::new();
        without_keyring(&world).create_with_passphrase(&passphrase(text), noon()).unwrap();
        assert!(without_keyring(&world).unlock(&passphrase(text), noon()).is_ok(), "{text:?}");
    }
}

#[test]
fn the_key_file_is_named_after_the_key_and_only_its_owner_reads_it() {
    let world = with_passphrase();
    let name = key_file(&world).file_name().unwrap().to_str().unwrap().to_owned();
    assert_eq!(name.len(), "key-ABCDEFGH.age".len(), "{name}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(key_file(&world)), 0o600);
        assert_eq!(mode(world.file("vault.age")), 0o600);
        assert_eq!(mode(world.dir()), 0o700);
    }
}

#[test]
fn a_damaged_key_file_is_not_reported_as_a_wrong_passphrase() {
    let whole = |world: &World| fs::read(key_file(world)).unwrap();
    for change in [
        (|bytes: &mut Vec<u8>| bytes.truncate(60)) as fn(&mut Vec<u8>),
        |bytes| bytes.clear(),
        |bytes| *bytes.last_mut().unwrap() ^= 1,
        // A letter of the salt: to age it looks like a wrong passphrase.
        |bytes| bytes[35] = if bytes[35] == b'A' { b'B' } else { b'A' },
    ] {
        let world = with_passphrase();
        let mut bytes = whole(&world);
        change(&mut bytes);
        fs::write(key_file(&world), bytes).unwrap();
        let error = without_keyring(&world).unlock(&passphrase("correct horse"), noon()).unwrap_err();
        assert!(matches!(error, VaultError::KeyFileDamaged), "{error:?}");
    }
}

#[test]
fn a_key_file_with_too_much_work_is_refused_before_the_work() {
    let world = with_passphrase();
    let text = fs::read(key_file(&world)).unwrap();
    let header_end = text.iter().position(|&byte| byte == b'\n').unwrap() + 1;
    let line_end = header_end + text[header_end..].iter().position(|&byte| byte == b'\n').unwrap();
    let dear = [&text[..line_end - 1], b"40", &text[line_end..]].concat();
    fs::write(key_file(&world), dear).unwrap();
    let error = without_keyring(&world).unlock(&passphrase("correct horse"), noon()).unwrap_err();
    assert!(matches!(error, VaultError::TooCostly { log_n: 40 }), "{error:?}");
}

#[test]
fn the_app_uses_the_standard_work_factor() {
    let world = World::new();
    let mut config = config(world.dir(), Arc::new(NoKeyring));
    config.work_factor = WorkFactor::STANDARD;
    let vault = Vault::new(config);
    vault.create_with_passphrase(&passphrase("correct horse"), noon()).unwrap();
    let text = String::from_utf8_lossy(&fs::read(key_file(&world)).unwrap()).into_owned();
    let stanza = text.lines().nth(1).unwrap();
    assert!(stanza.starts_with("-> scrypt ") && stanza.ends_with(" 17"), "{stanza}");
    assert_eq!(WorkFactor::for_tests(60), WorkFactor::STANDARD);
}

#[test]
fn changing_the_passphrase_leaves_the_vault_file_alone() {
    let world = with_passphrase();
    let vault = without_keyring(&world);
    assert!(matches!(vault.set_passphrase(&passphrase("new")), Err(VaultError::Locked)));
    vault.unlock(&passphrase("correct horse"), noon()).unwrap();
    let before = fs::read(world.file("vault.age")).unwrap();
    vault.set_passphrase(&passphrase("battery staple")).unwrap();
    assert_eq!(fs::read(world.file("vault.age")).unwrap(), before);
    let again = without_keyring(&world);
    assert!(matches!(again.unlock(&passphrase("correct horse"), noon()), Err(VaultError::WrongPassphrase)));
    assert!(again.unlock(&passphrase("battery staple"), noon()).is_ok());
}

#[test]
fn a_vault_in_the_keyring_can_have_a_passphrase_too() {
    let (world, vault) = World::with_accounts(&["anna"]);
    vault.set_passphrase(&passphrase("spare")).unwrap();
    drop(vault);
    world.store.set_fault(MemoryFault::Everything(SecretStoreError::NoAccess));
    let vault = world.vault();
    let opening = vault.open(noon()).unwrap();
    assert_eq!(opening.status, Status::Locked { passphrase_available: true });
    assert_eq!(opening.keyring_problem, Some(SecretStoreError::NoAccess));
    vault.unlock(&passphrase("spare"), noon()).unwrap();
    assert_eq!(accounts_of(&vault), ["anna"]);
}

#[test]
fn with_a_foreign_key_in_the_keyring_the_passphrase_still_opens_it() {
    let world = with_passphrase();
    let (other, _) = World::with_accounts(&[]);
    world.store.set("vault-key", &other.store.get("vault-key").unwrap()).unwrap();
    let vault = world.vault();
    let opening = vault.open(noon()).unwrap();
    assert_eq!(opening.status, Status::Locked { passphrase_available: true });
    assert!(matches!(opening.notices[..], [Notice::KeyringHasAnotherKey { vault: Some(_), .. }]), "{opening:?}");
    assert!(vault.unlock(&passphrase("correct horse"), noon()).is_ok());
}

#[test]
fn an_interrupted_start_continues_with_the_passphrase() {
    let world = World::new();
    let mut failing = config(world.dir(), Arc::new(NoKeyring));
    failing.on_call = failing_at_file("vault.age");
    let created = Vault::new(failing).create_with_passphrase(&passphrase("correct horse"), noon());
    assert!(matches!(created, Err(VaultError::DiskFull)));
    let vault = without_keyring(&world);
    assert_eq!(vault.status().unwrap(), Status::Locked { passphrase_available: true });
    let opening = vault.unlock(&passphrase("correct horse"), noon()).unwrap();
    assert_eq!((opening.status, opening.notices), (Status::Unlocked, vec![]));
}

#[test]
fn spellings_of_the_same_letters_are_one_passphrase() {
    let (composed, decomposed) = ("Gr\u{fc}n-4711-x", "Gru\u{308}n-4711-x");
    for chosen in [composed, decomposed] {
        let world = World::new();
        without_keyring(&world).create_with_passphrase(&passphrase(chosen), noon()).unwrap();
        for typed in [composed, decomposed] {
            assert!(without_keyring(&world).unlock(&passphrase(typed), noon()).is_ok(), "{chosen:?} {typed:?}");
        }
        let other = without_keyring(&world).unlock(&passphrase("Grun-4711-x"), noon());
        assert!(matches!(other, Err(VaultError::WrongPassphrase)));
    }
}

#[test]
fn a_key_file_that_an_age_program_locked_with_other_spellings_still_opens() {
    let world = World::new();
    let (composed, decomposed) = ("Gr\u{fc}n-4711-x", "Gru\u{308}n-4711-x");
    without_keyring(&world).create_with_passphrase(&passphrase(composed), noon()).unwrap();
    let identity = age::scrypt::Identity::new(passphrase(composed));
    let key = age::decrypt(&identity, &fs::read(key_file(&world)).unwrap()).unwrap();
    let mut recipient = age::scrypt::Recipient::new(passphrase(decomposed));
    recipient.set_work_factor(2);
    fs::write(key_file(&world), age::encrypt(&recipient, &key).unwrap()).unwrap();
    assert!(without_keyring(&world).unlock(&passphrase(decomposed), noon()).is_ok());
}
