//! The content of the file: which parts are loaded, put into quarantine, or refused.

use proofup_vault::{Notice, Status, VaultError};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::world::{World, account, accounts_of, after_minutes, noon};

#[test]
fn is_plain_json_that_others_can_read() {
    let (world, _vault) = World::with_accounts(&["anna"]);
    let plain = world.plain();
    assert_eq!(plain["schema"], 1);
    assert_eq!(plain["generation"], 2);
    assert_eq!(plain["savedAt"], "2026-01-31T12:01:00Z");
    let entry = plain["entries"][0].as_object().unwrap();
    for (field, value) in [
        ("kind", json!("totp")),
        ("issuer", json!("Contoso")),
        ("account", json!("anna")),
        ("secret", json!("ONSWG4TFOQQG6ZRAMFXG4YI")),
        ("algorithm", json!("SHA1")),
        ("digits", json!(6)),
        ("period", json!(30)),
        ("createdAt", json!("2026-01-31T12:01:00Z")),
        ("organisation", Value::Null),
        ("pinned", json!(false)),
        ("note", json!("")),
        ("tags", json!([])),
    ] {
        assert_eq!(entry[field], value, "{field}");
    }
}

#[test]
fn unknown_fields_are_written_back() {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    let mut plain = world.plain();
    plain["future"] = json!({"a": [1, 2.5, null, "x"]});
    plain["tags"] = json!([{"name": "work", "colour": 7}]);
    plain["entries"][0]["iconOfTheFuture"] = json!("star");
    plain["entries"][0]["tags"] = json!(["work"]);
    plain["entries"][0]["note"] = json!("printed on paper");
    plain["entries"][0]["pinned"] = json!(true);
    world.write_plain(plain.to_string().as_bytes());
    let vault = world.opened();
    vault.add(account("ben"), after_minutes(2)).unwrap();
    let id = vault.read(|entries| entries[0].id).unwrap();
    vault.delete(id, noon()).unwrap();
    vault.restore(id, noon()).unwrap();
    let mut after = world.plain();
    for field in ["future", "tags"] {
        assert_eq!(after[field], plain[field], "{field}");
    }
    let (mut entry, expected) = (after["entries"][0].take(), &plain["entries"][0]);
    assert_eq!(entry["changedAt"], "2026-01-31T12:00:00Z");
    entry["changedAt"] = expected["changedAt"].clone();
    assert_eq!(&entry, expected);
}

#[test]
fn an_account_that_cannot_be_parsed_goes_to_quarantine_unchanged() {
    let (world, vault) = World::with_accounts(&["anna", "ben"]);
    drop(vault);
    let good = world.plain()["entries"][0].clone();
    let with = |field: &str, value: Value| {
        let mut entry = good.clone();
        entry["id"] = "00000000-0000-0000-0000-0000000000aa".into();
        entry[field] = value;
        entry
    };
    let bad = [
        with("digits", json!(10)),
        with("digits", json!(0)),
        with("digits", json!(-6)),
        with("digits", json!("6")),
        with("digits", json!(6.5)),
        with("period", json!(0)),
        with("period", json!(86_401)),
        with("period", Value::Null),
        with("secret", json!("")),
        with("secret", json!("0189")),
        with("secret", json!("A".repeat(900))),
        with("secret", json!(7)),
        with("algorithm", json!("MD5")),
        with("algorithm", Value::Null),
        with("kind", json!("motp")),
        with("kind", Value::Null),
        with("issuer", json!("a\u{0}b")),
        with("account", json!(["x"])),
        with("note", json!(1)),
        with("tags", json!("work")),
        with("pinned", json!("yes")),
        with("organisation", json!(3)),
        with("id", json!("seven")),
        with("id", good["id"].clone()),
        json!("not an object"),
        Value::Null,
    ];
    for raw in bad {
        let mut plain = world.plain();
        plain["entries"] = json!([good, raw]);
        plain["quarantine"] = json!([]);
        world.write_plain(plain.to_string().as_bytes());
        let vault = world.vault();
        let opening = vault.open(noon()).unwrap();
        assert_eq!(opening.status, Status::Unlocked, "{raw}: one bad account locks nobody out");
        assert!(opening.notices.contains(&Notice::Quarantined { count: 1 }), "{raw}: {opening:?}");
        assert_eq!(accounts_of(&vault), ["anna"], "{raw}");
        vault.rename(vault.read(|entries| entries[0].id).unwrap(), "Contoso", "anna", noon()).unwrap();
        let after = world.plain();
        assert_eq!(after["quarantine"][0]["raw"], raw);
        assert_eq!(after["quarantine"][0]["list"], "entries");
        assert!(after["quarantine"][0]["reason"].as_str().is_some_and(|reason| !reason.is_empty()));
    }
}

/// The same list is tested at the other entry points, see `proofup-app`.
#[test]
fn an_account_out_of_range_goes_to_quarantine() {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    let plain = world.plain();
    let list: Vec<Value> = serde_json::from_str(include_str!("../../../otp/tests/out-of-range.json")).unwrap();
    assert!(list.len() > 15);
    for wrong in list {
        let mut raw = plain["entries"][0].clone();
        raw["id"] = "00000000-0000-0000-0000-0000000000aa".into();
        raw["counter"] = json!(0);
        for (field, value) in wrong.as_object().unwrap() {
            raw[field] = if value == "LONG" { "A".repeat(830).into() } else { value.clone() };
        }
        let mut whole = plain.clone();
        whole["entries"].as_array_mut().unwrap().push(raw.clone());
        world.write_plain(whole.to_string().as_bytes());
        let vault = world.vault();
        assert_eq!(vault.open(noon()).unwrap().notices, [Notice::Quarantined { count: 1 }], "{wrong}");
        assert_eq!(accounts_of(&vault), ["anna"], "{wrong}");
    }
}

#[test]
fn the_quarantine_survives_every_save() {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    let mut plain = world.plain();
    plain["quarantine"] = json!([{"reason": "long ago", "raw": {"x": 1}}, "even this"]);
    world.write_plain(plain.to_string().as_bytes());
    let vault = world.opened();
    for name in ["ben", "eva"] {
        vault.add(account(name), noon()).unwrap();
    }
    assert_eq!(world.plain()["quarantine"], plain["quarantine"]);
}

#[test]
fn bad_trash_goes_to_quarantine_too() {
    let (world, vault) = World::with_accounts(&["anna", "ben"]);
    vault.delete(vault.read(|entries| entries[0].id).unwrap(), noon()).unwrap();
    drop(vault);
    let mut plain = world.plain();
    plain["trash"].as_array_mut().unwrap().push(json!({"id": "x"}));
    world.write_plain(plain.to_string().as_bytes());
    let vault = world.vault();
    assert_eq!(vault.open(noon()).unwrap().notices, [Notice::Quarantined { count: 1 }]);
    assert_eq!(vault.read_trash(<[_]>::len).unwrap(), 1);
}

#[test]
fn missing_dates_cost_no_account() {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    let mut plain = world.plain();
    for field in ["createdAt", "changedAt", "pinned", "note", "tags", "organisation"] {
        plain["entries"][0].as_object_mut().unwrap().remove(field);
    }
    world.write_plain(plain.to_string().as_bytes());
    assert_eq!(accounts_of(&world.opened()), ["anna"]);
}

#[test]
fn a_newer_schema_is_left_alone() {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    let mut plain = world.plain();
    plain["schema"] = json!(2);
    world.write_plain(plain.to_string().as_bytes());
    let before = std::fs::read(world.file("vault.age")).unwrap();
    let vault = world.vault();
    assert!(matches!(vault.open(noon()), Err(VaultError::NewerVersion)));
    assert!(matches!(vault.add(account("ben"), noon()), Err(VaultError::Locked)));
    assert!(vault.restore_backup("vault-20260131-120200Z.age", noon()).is_err());
    assert_eq!(std::fs::read(world.file("vault.age")).unwrap(), before);
}

#[test]
fn json_that_is_not_a_vault_is_damage() {
    let (world, vault) = World::with_accounts(&["anna"]);
    drop(vault);
    let plain = world.plain();
    let without = |field: &str| {
        let mut plain = plain.clone();
        plain.as_object_mut().unwrap().remove(field);
        plain.to_string()
    };
    let mut texts: Vec<String> =
        ["schema", "vaultId", "generation", "savedAt", "entries"].into_iter().map(without).collect();
    texts.extend(["", "{", "[]", "null", "{}", &plain.to_string()[1..]].map(str::to_owned));
    texts.push(format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)));
    for text in texts {
        world.write_plain(text.as_bytes());
        let error = world.vault().open(noon()).unwrap_err();
        assert!(matches!(error, VaultError::Damaged { .. }), "{:.60}: {error:?}", text);
    }
}

/// JSON as a later version may write it.
fn future_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1000i32..1000).prop_map(|half| Value::from(f64::from(half) / 2.0)),
        "\\PC{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::hash_map("\\PC{0,8}", inner, 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Unknown fields of a later version survive, at every level.
    #[test]
    fn every_unknown_field_is_kept(whole in future_json(), entry in future_json(), deleted in future_json()) {
        let (world, vault) = World::with_accounts(&["anna", "ben"]);
        let ben = vault.read(|entries| entries[1].id).unwrap();
        vault.delete(ben, noon()).unwrap();
        drop(vault);
        let mut plain = world.plain();
        plain["xWhole"] = whole.clone();
        plain["entries"][0]["xEntry"] = entry.clone();
        plain["trash"][0]["xDeleted"] = deleted.clone();
        world.write_plain(plain.to_string().as_bytes());
        let vault = world.opened();
        vault.add(account("eva"), after_minutes(9)).unwrap();
        vault.restore(ben, noon()).unwrap();
        let after = world.plain();
        prop_assert_eq!(&after["xWhole"], &whole);
        prop_assert_eq!(&after["entries"][0]["xEntry"], &entry);
        let ben = after["entries"].as_array().unwrap().iter().find(|entry| entry["account"] == "ben").unwrap();
        prop_assert_eq!(&ben["xDeleted"], &deleted);
    }
}
