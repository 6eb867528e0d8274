//! Operations on accounts.

use proofup_otp::{Kind, OtpError};
use proofup_vault::{Entry, NewEntry, VaultError};
use proptest::prelude::*;
use uuid::Uuid;

use crate::world::{World, account, accounts_of, after_minutes, counted, noon, params};

fn entries(world: &World) -> Vec<Entry> {
    world.opened().read(<[Entry]>::to_vec).unwrap()
}

#[test]
fn an_added_account_is_there_after_the_next_start() {
    let (world, vault) = World::with_accounts(&["anna"]);
    let own = NewEntry { organisation: Some("registration-7".to_owned()), ..account("ben") };
    let id = vault.add(own, after_minutes(5)).unwrap();
    let entry = entries(&world).pop().unwrap();
    assert_eq!((entry.id, entry.account.as_str()), (id, "ben"));
    assert_eq!(entry.organisation.as_deref(), Some("registration-7"));
    assert_eq!((entry.created_at, entry.changed_at), (after_minutes(5), after_minutes(5)));
    assert_eq!(
        entry.params.code_at(59).unwrap().code.as_str(),
        account("ben").params.code_at(59).unwrap().code.as_str()
    );
    assert_eq!(vault.entry(id).unwrap(), entry);
}

#[test]
fn the_very_same_account_is_added_once() {
    let (_world, vault) = World::with_accounts(&["anna"]);
    let id = vault.read(|entries| entries[0].id).unwrap();
    assert!(matches!(vault.add(account("anna"), noon()), Err(VaultError::EntryExists { id: same }) if same == id));
    vault.add(NewEntry { issuer: "Other".to_owned(), ..account("anna") }, noon()).unwrap();
    vault.add(counted("anna", 3), noon()).unwrap();
    assert!(
        matches!(vault.add(counted("anna", 9), noon()), Err(VaultError::EntryExists { .. })),
        "a counter says only how far it was used"
    );
    assert_eq!(accounts_of(&vault).len(), 3);
}

#[test]
fn many_are_added_in_one_save_or_none() {
    let (world, vault) = World::with_accounts(&["anna"]);
    let before = world.plain()["generation"].as_u64().unwrap();
    let ids = vault.add_all(vec![account("ben"), account("eva")], noon()).unwrap();
    assert_eq!(accounts_of(&world.opened()), ["anna", "ben", "eva"]);
    assert_eq!(vault.entry(ids[1]).unwrap().account, "eva");
    assert_eq!(world.plain()["generation"], before + 1);
    for refused in [account("kim"), NewEntry { issuer: "a\0".to_owned(), ..account("lea") }] {
        assert!(vault.add_all(vec![account("kim"), refused], noon()).is_err());
    }
    assert_eq!(accounts_of(&vault), ["anna", "ben", "eva"]);
}

#[test]
fn renaming_is_kept() {
    let (world, vault) = World::with_accounts(&["anna", "ben"]);
    let id = vault.read(|entries| entries[1].id).unwrap();
    vault.rename(id, "公司", "王小明", after_minutes(9)).unwrap();
    let entry = entries(&world).pop().unwrap();
    assert_eq!((entry.id, entry.issuer.as_str(), entry.account.as_str()), (id, "公司", "王小明"));
    assert_eq!((entry.created_at, entry.changed_at), (after_minutes(2), after_minutes(9)));
}

#[test]
fn names_with_control_characters_are_refused() {
    let (world, vault) = World::with_accounts(&["anna"]);
    let id = vault.read(|entries| entries[0].id).unwrap();
    let forged = NewEntry { issuer: "a\nb".to_owned(), ..account("ben") };
    let refused = |result: Result<(), VaultError>| {
        assert!(
            matches!(result, Err(VaultError::Otp(OtpError::NameHasControlCharacter { position: 2 }))),
            "{result:?}"
        );
    };
    refused(vault.add(forged, noon()).map(drop));
    refused(vault.rename(id, "a\u{1b}", "x", noon()));
    refused(vault.rename(id, "x", "a\0", noon()));
    assert_eq!(entries(&world).len(), 1);
}

#[test]
fn a_deleted_account_comes_back_to_its_place() {
    let (world, vault) = World::with_accounts(&["anna", "ben", "eva"]);
    let before = vault.entry(vault.read(|entries| entries[1].id).unwrap()).unwrap();
    vault.delete(before.id, after_minutes(7)).unwrap();
    assert_eq!(accounts_of(&world.opened()), ["anna", "eva"]);
    let trashed = vault.read_trash(<[_]>::to_vec).unwrap();
    assert_eq!((trashed.len(), &trashed[0].entry, trashed[0].deleted_at), (1, &before, after_minutes(7)));
    vault.restore(before.id, after_minutes(8)).unwrap();
    let again = world.opened();
    assert_eq!(accounts_of(&again), ["anna", "ben", "eva"]);
    assert_eq!(again.read_trash(<[_]>::len).unwrap(), 0);
    assert_eq!(again.entry(before.id).unwrap().params, before.params);
}

#[test]
fn unknown_ids_are_errors_and_save_nothing() {
    let (world, vault) = World::with_accounts(&["anna"]);
    let id = Uuid::from_u128(7);
    let before = world.plain()["generation"].clone();
    for result in [
        vault.rename(id, "a", "b", noon()),
        vault.delete(id, noon()),
        vault.restore(id, noon()),
        vault.next_hotp_code(id, noon()).map(drop),
        vault.entry(id).map(drop),
    ] {
        assert!(matches!(result, Err(VaultError::NoSuchEntry { id: named }) if named == id));
    }
    assert_eq!(world.plain()["generation"], before);
}

#[test]
fn a_counter_is_on_the_disk_before_its_code_is_shown() {
    let (world, vault) = World::with_accounts(&[]);
    let secret = "12345678901234567890";
    let new = NewEntry { params: params(secret, Kind::Hotp { counter: 0 }), ..account("token") };
    let id = vault.add(new, noon()).unwrap();
    for (counter, expected) in (1..).zip(["755224", "287082", "359152"]) {
        assert_eq!(vault.next_hotp_code(id, noon()).unwrap().as_str(), expected, "RFC 4226, appendix D");
        assert_eq!(world.plain()["entries"][0]["counter"], counter);
    }
}

#[test]
fn time_based_accounts_have_no_next_code() {
    let (_world, vault) = World::with_accounts(&["anna"]);
    let id = vault.read(|entries| entries[0].id).unwrap();
    assert!(matches!(vault.next_hotp_code(id, noon()), Err(VaultError::Otp(OtpError::NotHotp))));
}

#[test]
fn after_the_last_counter_there_is_no_code() {
    let (world, vault) = World::with_accounts(&[]);
    let last = i64::MAX as u64;
    let id = vault.add(counted("token", last), noon()).unwrap();
    assert!(matches!(vault.next_hotp_code(id, noon()), Err(VaultError::Otp(OtpError::CounterOutOfRange { .. }))));
    assert_eq!(world.plain()["entries"][0]["counter"], last, "kept exactly, beyond what JavaScript counts");
}

#[test]
fn changes_by_many_threads_are_all_saved() {
    let (world, vault) = World::with_accounts(&[]);
    std::thread::scope(|scope| {
        for number in 0..8 {
            let vault = &vault;
            scope.spawn(move || vault.add(account(&format!("account {number}")), noon()).unwrap());
        }
    });
    assert_eq!(entries(&world).len(), 8);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn every_account_survives_a_save_unchanged(
        secret in proptest::collection::vec(any::<u8>(), 1..=512),
        issuer in "\\PC{0,300}",
        account in "\\PC{0,300}",
        digits in 1_u64..=9,
        number in 0_u64..=i64::MAX as u64,
        kind in 0..3,
    ) {
        use proofup_otp::{Algorithm, OtpParams, Secret};
        let secret = Secret::from_bytes(secret).unwrap();
        let params = match kind {
            0 => OtpParams::new(secret, Kind::Totp { period: number % 86_400 + 1 }, Algorithm::Sha256, digits),
            1 => OtpParams::new(secret, Kind::Hotp { counter: number }, Algorithm::Sha512, digits),
            _ => OtpParams::new(secret, Kind::Steam, Algorithm::Sha1, 5),
        };
        let (world, vault) = World::with_accounts(&[]);
        vault.add(NewEntry { issuer, account, params: params.unwrap(), organisation: None }, noon()).unwrap();
        prop_assert_eq!(entries(&world), vault.read(<[Entry]>::to_vec).unwrap());
    }
}
