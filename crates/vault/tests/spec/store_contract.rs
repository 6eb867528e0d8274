//! The contract of every store for secrets, the real keyring included.

use proofup_vault::{MemoryFault, MemoryStore, NoKeyring, SecretStore, SecretStoreError};
use secrecy::{ExposeSecret, SecretString};

use crate::world::passphrase;

fn text(value: Result<SecretString, SecretStoreError>) -> String {
    value.unwrap().expose_secret().to_owned()
}

/// Every claim about [`SecretStore`], on a store that has none of these items yet.
pub fn keeps_its_contract(store: &dyn SecretStore) {
    // An item that was never written gives `NoEntry`.
    assert_eq!(store.get("vault-key").err(), Some(SecretStoreError::NoEntry));
    store.delete("vault-key").unwrap();
    // A written value comes back, also one that replaces an earlier value.
    for value in ["v1:ABCDEFGH:QUdFLVNFQ1JFVA==", "x", " !~ {}\"'\\", &"a".repeat(1280)] {
        store.set("vault-key", &passphrase(value)).unwrap();
        assert_eq!(text(store.get("vault-key")), value);
    }
    // Items are independent.
    store.set("session", &passphrase("tokens")).unwrap();
    store.delete("vault-key").unwrap();
    assert_eq!(store.get("vault-key").err(), Some(SecretStoreError::NoEntry));
    assert_eq!(text(store.get("session")), "tokens");
    // A value that some system would lose or change is refused by all.
    for value in ["", "two\nlines", "ключ", "tab\t", &"a".repeat(1281)] {
        assert_eq!(store.set("session", &passphrase(value)), Err(SecretStoreError::Unstorable), "{value:.20}");
    }
    assert_eq!(text(store.get("session")), "tokens", "a refused value leaves the earlier one");
    store.delete("session").unwrap();
    store.delete("session").unwrap();
    assert_eq!(store.get("session").err(), Some(SecretStoreError::NoEntry));
}

#[test]
fn the_one_in_memory_keeps_the_contract() {
    keeps_its_contract(&MemoryStore::new());
}

#[test]
fn a_value_that_did_not_survive_is_removed_and_reported() {
    for fault in [MemoryFault::Truncates, MemoryFault::Forgets] {
        let store = MemoryStore::new();
        store.set_fault(fault.clone());
        assert_eq!(store.set("vault-key", &passphrase("v1:key")), Err(SecretStoreError::Damaged), "{fault:?}");
        assert_eq!(store.get("vault-key").err(), Some(SecretStoreError::NoEntry), "{fault:?}");
    }
}

#[test]
fn a_store_that_is_off_refuses_every_call() {
    let off = SecretStoreError::SwitchedOff;
    assert_eq!(NoKeyring.get("vault-key").err(), Some(off.clone()));
    assert_eq!(NoKeyring.set("vault-key", &passphrase("x")), Err(off.clone()));
    assert_eq!(NoKeyring.delete("vault-key"), Err(off));
}
