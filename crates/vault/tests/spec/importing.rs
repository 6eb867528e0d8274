//! Imports, and their undo.

use proofup_otp::{Kind, OtpParams, Secret};
use proofup_vault::{Arrival, ArrivalChange, Arrivals, Description, Entry, Vault};

use crate::world::{World, accounts_of, after_minutes, noon};

fn arrival(account: &str, kind: Kind) -> Arrival {
    let secret = Secret::from_bytes(account.as_bytes().to_vec()).unwrap();
    Arrival {
        params: OtpParams::new(secret, kind, Default::default(), 6).unwrap(),
        description: described("Contoso", account),
        pinned: false,
        trashed: false,
    }
}

fn described(issuer: &str, account: &str) -> Description {
    Description { issuer: issuer.to_owned(), account: account.to_owned(), note: String::new(), tags: Vec::new() }
}

fn entry(vault: &Vault, account: &str) -> Entry {
    vault.read(|entries| entries.iter().find(|entry| entry.account == account).cloned()).unwrap().unwrap()
}

fn trashed(vault: &Vault) -> Vec<String> {
    vault.read_trash(|trash| trash.iter().map(|trashed| trashed.entry.account.clone()).collect()).unwrap()
}

#[test]
fn an_undo_leaves_alone_what_was_changed_since_and_puts_the_rest_into_the_trash() {
    let (_world, vault) = World::with_accounts(&["anna"]);
    let new = ["untouched", "noted", "counted", "looked at", "deleted"];
    let kind = |name: &str| if name == "counted" { Kind::Hotp { counter: 0 } } else { Kind::Totp { period: 30 } };
    let new = new.iter().map(|name| arrival(name, kind(name))).collect();
    let arrived = vault.take_over(Arrivals { new, changes: Vec::new() }, noon()).unwrap();

    let note = Description { note: "mine".to_owned(), ..described("Contoso", "noted") };
    vault.describe(entry(&vault, "noted").id, note, noon()).unwrap();
    vault.next_hotp_code(entry(&vault, "counted").id, noon()).unwrap();
    vault.note_use(entry(&vault, "looked at").id, noon()).unwrap();
    vault.delete(entry(&vault, "deleted").id, noon()).unwrap();
    vault.take_back(&arrived, after_minutes(1)).unwrap();

    assert_eq!(accounts_of(&vault), ["anna", "noted", "counted"]);
    assert_eq!(trashed(&vault), ["deleted", "looked at", "untouched"], "nothing is gone for good");
}

#[test]
fn an_undo_gives_back_names_as_they_were_and_no_others() {
    let (_world, vault) = World::with_accounts(&["anna", "ben"]);
    let before = [entry(&vault, "anna"), entry(&vault, "ben")];
    let names = |name: &str| Some(("Contoso".to_owned(), name.to_owned()));
    let changes = before.iter().map(|entry| ArrivalChange {
        id: entry.id,
        names: names(&format!("{} at work", entry.account)),
        counter: None,
    });
    let arrived = vault.take_over(Arrivals { new: Vec::new(), changes: changes.collect() }, after_minutes(1)).unwrap();
    vault.describe(before[1].id, described("Contoso", "my own name"), after_minutes(1)).unwrap();
    vault.take_back(&arrived, after_minutes(2)).unwrap();

    assert_eq!(entry(&vault, "anna"), before[0], "when it was changed and what it was imported as are as before");
    assert_eq!(
        entry(&vault, "my own name").imported_as,
        names("ben at work").map(|(issuer, account)| [issuer, account])
    );
}

#[test]
fn an_account_that_was_removed_meanwhile_does_not_stop_an_import() {
    let (_world, vault) = World::with_accounts(&["anna"]);
    let anna = entry(&vault, "anna").id;
    vault.delete(anna, noon()).unwrap();
    let changes = vec![ArrivalChange { id: anna, names: None, counter: Some(9) }];
    let new = vec![arrival("ben", Kind::Totp { period: 30 })];
    vault.take_over(Arrivals { new, changes }, noon()).unwrap();
    assert_eq!(accounts_of(&vault), ["ben"]);
}
