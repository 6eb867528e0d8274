//! Pins, tags, order, pictures, uses, and the trash.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use proofup_vault::{Description, Entry, MOST_PICTURE_BYTES, Vault, VaultError};
use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

use crate::world::{World, accounts_of, after_minutes, counted, noon};

fn ids(vault: &Vault) -> Vec<Uuid> {
    vault.read(|entries| entries.iter().map(|entry| entry.id).collect()).unwrap()
}

fn first(world: &World) -> Entry {
    world.opened().read(|entries| entries[0].clone()).unwrap()
}

fn tags(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

#[test]
fn keeps_the_description_of_an_account() {
    let (world, vault) = World::with_accounts(&["anna"]);
    let id = ids(&vault)[0];
    let description = Description {
        issuer: "公司".to_owned(),
        account: "王小明".to_owned(),
        note: "line one\nline two".to_owned(),
        tags: tags(&["Work", "Bank"]),
    };
    vault.describe(id, description, after_minutes(9)).unwrap();
    let entry = first(&world);
    assert_eq!((entry.issuer.as_str(), entry.account.as_str()), ("公司", "王小明"));
    assert_eq!((entry.note.as_str(), entry.tags), ("line one\nline two", tags(&["Work", "Bank"])));
    assert_eq!(entry.changed_at, after_minutes(9));
}

#[test]
fn many_are_pinned_and_tagged_in_one_save() {
    let (world, vault) = World::with_accounts(&["anna", "ben", "eva"]);
    let all = ids(&vault);
    let before = world.plain()["generation"].as_u64().unwrap();
    vault.pin(&all[..2], true, noon()).unwrap();
    vault.tag(&all, &tags(&["Work", "work", "Home"]), &[], noon()).unwrap();
    vault.tag(&all[1..], &[], &tags(&["WORK"]), noon()).unwrap();
    assert_eq!(world.plain()["generation"], before + 3);
    let entries = world.opened().read(<[Entry]>::to_vec).unwrap();
    assert_eq!(entries.iter().map(|entry| entry.pinned).collect::<Vec<_>>(), [true, true, false]);
    assert_eq!(entries[0].tags, tags(&["Work", "Home"]), "tags that differ only in case are the same");
    assert_eq!(entries[1].tags, tags(&["Home"]));
}

#[test]
fn one_unknown_account_stops_the_whole_change() {
    let (world, vault) = World::with_accounts(&["anna", "ben"]);
    let (known, unknown) = (ids(&vault)[0], Uuid::from_u128(7));
    let before = world.plain();
    for result in [
        vault.pin(&[known, unknown], true, noon()),
        vault.tag(&[known, unknown], &tags(&["x"]), &[], noon()),
        vault.delete_all(&[known, unknown], noon()),
        vault.delete_all(&[known, known], noon()),
        vault.restore_all(&[known], noon()),
        vault.erase(&[known], noon()),
        vault.move_before(known, Some(unknown), noon()),
        vault.move_before(unknown, Some(unknown), noon()),
        vault.note_use(unknown, noon()),
    ] {
        assert!(matches!(result, Err(VaultError::NoSuchEntry { .. })), "{result:?}");
    }
    assert_eq!(world.plain(), before);
    assert_eq!(accounts_of(&vault), ["anna", "ben"]);
}

#[test]
fn a_tag_is_renamed_and_taken_away_everywhere() {
    let (world, vault) = World::with_accounts(&["anna", "ben", "eva"]);
    let all = ids(&vault);
    vault.tag(&all, &tags(&["Wrok", "Home"]), &[], noon()).unwrap();
    vault.tag(&all[..1], &tags(&["Work"]), &[], noon()).unwrap();
    vault.delete(all[2], noon()).unwrap();
    vault.rename_tag("wrok", Some("Work"), noon()).unwrap();
    vault.rename_tag("Home", None, noon()).unwrap();
    vault.restore(all[2], noon()).unwrap();
    let entries = world.opened().read(<[Entry]>::to_vec).unwrap();
    for entry in entries {
        assert_eq!(entry.tags, tags(&["Work"]), "{}", entry.account);
    }
}

#[test]
fn an_account_is_moved_before_another_or_to_the_end() {
    let (world, vault) = World::with_accounts(&["anna", "ben", "eva", "kim"]);
    let [anna, ben, _, kim] = ids(&vault)[..] else { panic!("four") };
    vault.move_before(kim, Some(ben), noon()).unwrap();
    assert_eq!(accounts_of(&world.opened()), ["anna", "kim", "ben", "eva"]);
    vault.move_before(anna, Some(ben), noon()).unwrap();
    assert_eq!(accounts_of(&vault), ["kim", "anna", "ben", "eva"]);
    vault.move_before(anna, None, noon()).unwrap();
    assert_eq!(accounts_of(&vault), ["kim", "ben", "eva", "anna"]);
    vault.move_before(anna, Some(anna), noon()).unwrap();
    assert_eq!(accounts_of(&vault), ["kim", "ben", "eva", "anna"]);
}

#[test]
fn a_restored_account_returns_to_its_position() {
    let (world, vault) = World::with_accounts(&["anna", "ben", "eva", "kim"]);
    let [anna, ben, eva, kim] = ids(&vault)[..] else { panic!("four") };
    vault.move_before(kim, Some(anna), noon()).unwrap();
    vault.delete_all(&[ben, anna, eva], noon()).unwrap();
    assert_eq!(accounts_of(&vault), ["kim"]);
    drop(vault);
    let vault = world.opened();
    vault.restore_all(&[ben, eva, anna], noon()).unwrap();
    assert_eq!(accounts_of(&vault), ["kim", "anna", "ben", "eva"]);
    assert!(!world.plain().to_string().contains("behind"), "only the trash knows where it was");
}

#[test]
fn erases_only_what_was_deleted_long_ago() {
    let (world, vault) = World::with_accounts(&["anna", "ben"]);
    let [anna, ben] = ids(&vault)[..] else { panic!("two") };
    vault.delete(anna, noon()).unwrap();
    vault.delete(ben, after_minutes(60)).unwrap();
    let before = world.plain()["generation"].clone();
    assert_eq!(vault.erase_deleted_before(noon(), after_minutes(70)).unwrap(), 0);
    assert_eq!(world.plain()["generation"], before, "nothing to do is no save");
    assert_eq!(vault.erase_deleted_before(noon() + SignedDuration::from_mins(1), after_minutes(70)).unwrap(), 1);
    assert_eq!(world.opened().read_trash(|trash| trash[0].entry.id).unwrap(), ben);
    vault.erase(&[ben], after_minutes(80)).unwrap();
    assert_eq!(world.plain()["trash"], json!([]));
}

#[test]
fn a_picture_is_kept_and_taken_away() {
    let (world, vault) = World::with_accounts(&["anna"]);
    let id = ids(&vault)[0];
    vault.set_picture(id, Some(vec![1, 2, 3]), noon()).unwrap();
    assert_eq!(world.plain()["entries"][0]["picture"], "AQID");
    assert_eq!(first(&world).picture.as_deref(), Some(&[1, 2, 3][..]));
    let too_large = vault.set_picture(id, Some(vec![0; MOST_PICTURE_BYTES + 1]), noon());
    assert!(matches!(too_large, Err(VaultError::PictureTooLarge)));
    vault.set_picture(id, None, noon()).unwrap();
    assert_eq!(first(&world).picture, None);
    assert!(world.plain()["entries"][0].get("picture").is_none());
}

#[test]
fn uses_are_noted_without_a_save_and_kept_with_the_next() {
    let (world, vault) = World::with_accounts(&["anna"]);
    let id = ids(&vault)[0];
    let before = world.plain()["generation"].as_u64().unwrap();
    vault.keep_uses(noon()).unwrap();
    vault.note_use(id, after_minutes(3)).unwrap();
    vault.note_use(id, after_minutes(4)).unwrap();
    assert_eq!(world.plain()["generation"], before);
    vault.keep_uses(after_minutes(5)).unwrap();
    vault.keep_uses(after_minutes(5)).unwrap();
    assert_eq!(world.plain()["generation"], before + 1, "one save, and only where there is something to keep");
    let entry = first(&world);
    assert_eq!((entry.uses, entry.used_at), (2, Some(after_minutes(4))));
    assert_eq!(entry.changed_at, after_minutes(1), "to use an account is not to change it");

    let counted = vault.add(counted("token", 0), noon()).unwrap();
    vault.next_hotp_code(counted, after_minutes(6)).unwrap();
    assert_eq!(world.opened().entry(counted).unwrap().used_at, Some(after_minutes(6)));
}

#[test]
fn a_damaged_picture_or_tag_costs_no_account() {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    for (field, value) in [
        ("picture", json!("not base64!")),
        ("picture", json!("A".repeat(2 * MOST_PICTURE_BYTES))),
        ("picture", json!(7)),
        ("usedAt", json!("yesterday")),
        ("uses", json!(-1)),
        ("uses", json!("many")),
    ] {
        let mut plain = world.plain();
        plain["entries"][0][field] = value.clone();
        world.write_plain(plain.to_string().as_bytes());
        let vault = world.opened();
        assert_eq!(accounts_of(&vault), ["anna"], "{field}: {value}");
        let entry = vault.read(|entries| entries[0].clone()).unwrap();
        assert_eq!((entry.picture, entry.used_at, entry.uses), (None, None, 0), "{field}: {value}");
        plain["entries"][0].as_object_mut().unwrap().remove(field);
        world.write_plain(plain.to_string().as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn moving_deleting_and_restoring_never_loses_or_doubles_an_account(
        steps in proptest::collection::vec((0_usize..4, any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..16),
    ) {
        let (world, vault) = World::with_accounts(&["a", "b", "c", "d", "e"]);
        let all = ids(&vault);
        for (what, one, other) in steps {
            let (one, other) = (all[one.index(all.len())], all[other.index(all.len())]);
            // Some changes are impossible; those must change nothing.
            let before = ids(&vault);
            let result = match what {
                0 => vault.move_before(one, Some(other), noon()),
                1 => vault.move_before(one, None, noon()),
                2 => vault.delete(one, noon()),
                _ => vault.restore(one, noon()),
            };
            if result.is_err() {
                prop_assert_eq!(&before, &ids(&vault));
            } else if what == 0 && one != other {
                let after = ids(&vault);
                let place = |id| after.iter().position(|&there| there == id).unwrap();
                prop_assert_eq!(place(one) + 1, place(other));
                let others = |order: &[Uuid]| order.iter().copied().filter(|&id| id != one).collect::<Vec<_>>();
                prop_assert_eq!(others(&before), others(&after), "the others keep their order");
            }
            let trashed = vault.read_trash(|trash| trash.iter().map(|kept| kept.entry.id).collect::<Vec<_>>()).unwrap();
            let there: Vec<_> = ids(&vault).into_iter().chain(trashed).collect();
            prop_assert_eq!(there.len(), all.len());
            prop_assert_eq!(there.into_iter().collect::<BTreeSet<_>>(), all.iter().copied().collect());
        }
        prop_assert_eq!(ids(&world.opened()), ids(&vault));
    }
}
