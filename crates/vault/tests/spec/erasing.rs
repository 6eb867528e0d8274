//! Erasing a vault that was only for a trial.

use proofup_vault::Status;

use crate::world::{World, accounts_of, noon, passphrase};

#[test]
fn an_erased_vault_leaves_neither_accounts_nor_keys() {
    let (world, vault) = World::with_accounts(&["anna", "ben"]);
    vault.set_passphrase(&passphrase("correct horse")).unwrap();
    vault.erase_everything().unwrap();
    assert_eq!(vault.status().unwrap(), Status::Fresh);
    let left = world.names();
    assert!(left.iter().all(|name| name.ends_with(".lock") || name == "backups"), "{left:?}");
    vault.open(noon()).unwrap();
    assert_eq!(accounts_of(&vault), [""; 0], "the next one begins empty");
    vault.erase_everything().unwrap();
    vault.erase_everything().expect("there is nothing left to erase, and that is no fault");
}
