//! Files beside the vault, under its key.

use proofup_vault::VaultError;

use crate::world::World;

#[test]
fn sealed_data_opens_after_the_next_start() {
    let (world, vault) = World::with_accounts(&[]);
    for plain in [&b""[..], b"the last known page", &[7; 200_000]] {
        let sealed = vault.seal(plain).unwrap();
        assert!(sealed.starts_with(b"age-encryption.org/v1\n"));
        assert_eq!(&*world.opened().unseal(&sealed).unwrap(), plain);
    }
}

#[test]
fn sealed_data_that_was_changed_or_is_of_another_vault_does_not_open() {
    let (_world, vault) = World::with_accounts(&[]);
    let (_other_world, other) = World::with_accounts(&[]);
    let sealed = vault.seal(b"the last known page").unwrap();
    let mut changed = sealed.clone();
    *changed.last_mut().unwrap() ^= 1;
    for broken in [&changed[..], &sealed[..sealed.len() - 1], b"", b"plain"] {
        assert!(matches!(vault.unseal(broken), Err(VaultError::SealBroken)));
    }
    assert!(matches!(other.unseal(&sealed), Err(VaultError::SealBroken)));
}
