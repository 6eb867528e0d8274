//! Accounts that could not be parsed: listed, given out, and removed only by the person.

use proofup_vault::VaultError;
use serde_json::json;

use crate::world::{World, accounts_of, noon};

fn with_two_aside() -> World {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    let mut plain = world.plain();
    let entries = plain["entries"].as_array_mut().unwrap();
    entries
        .push(json!({ "id": "00000000-0000-0000-0000-00000000000a", "issuer": "Yandex", "kind": "yandex", "pin": 4 }));
    entries.push(json!("not even an object"));
    world.write_plain(plain.to_string().as_bytes());
    world
}

#[test]
fn each_is_given_out_unchanged() {
    let world = with_two_aside();
    let vault = world.opened();
    let aside = vault.quarantined().unwrap();
    assert_eq!(aside.len(), 2);
    assert_eq!((aside[0].name.as_deref(), aside[1].name.as_deref()), (Some("Yandex"), None));
    let text = vault.quarantined_text(&aside[0].id).unwrap();
    let raw: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(raw["pin"], 4);
    assert_eq!(&*vault.quarantined_text(&aside[1].id).unwrap(), "\"not even an object\"");
    assert!(matches!(vault.quarantined_text("none"), Err(VaultError::NotQuarantined)));
}

#[test]
fn one_is_removed_and_the_rest_stays() {
    let world = with_two_aside();
    let vault = world.opened();
    let aside = vault.quarantined().unwrap();
    vault.delete_quarantined(&aside[0].id, noon()).unwrap();
    assert!(matches!(vault.delete_quarantined(&aside[0].id, noon()), Err(VaultError::NotQuarantined)));
    let again = world.opened();
    assert_eq!(again.quarantined().unwrap(), aside[1..]);
    assert_eq!(accounts_of(&again), ["anna"]);
}
