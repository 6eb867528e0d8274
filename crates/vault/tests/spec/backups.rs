//! Which backups are made and which are pruned.

use std::{collections::BTreeSet, fs};

use jiff::{SignedDuration, Timestamp};

use crate::world::{World, account, after_minutes, noon};

fn backups(world: &World) -> BTreeSet<String> {
    fs::read_dir(world.file("backups"))
        .map(|entries| entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect())
        .unwrap_or_default()
}

#[test]
fn at_most_one_is_made_per_hour() {
    let (world, vault) = World::with_accounts(&[]);
    for minute in [1, 2, 30, 60, 61, 120, 121] {
        vault.add(account(&minute.to_string()), after_minutes(minute)).unwrap();
    }
    assert_eq!(
        backups(&world),
        ["vault-20260131-120100Z.age", "vault-20260131-130100Z.age", "vault-20260131-140100Z.age"]
            .map(str::to_owned)
            .into()
    );
}

#[test]
fn the_last_five_one_per_day_and_one_per_month_are_kept() {
    let (world, vault) = World::with_accounts(&[]);
    let start: Timestamp = "2025-01-01T00:30:00Z".parse().unwrap();
    let id = vault.add(account("anna"), start).unwrap();
    // Every six hours for a year.
    for round in 1..=(365 * 4) {
        let now = start + SignedDuration::from_hours(6 * round);
        vault.rename(id, "Contoso", &format!("round {round}"), now).unwrap();
    }
    let newest_first: Vec<_> = backups(&world).into_iter().rev().collect();
    let expected = [
        // The last five, among them the newest of two days,
        "vault-20260101-003000Z.age",
        "vault-20251231-183000Z.age",
        "vault-20251231-123000Z.age",
        "vault-20251231-063000Z.age",
        "vault-20251231-003000Z.age",
        // five more days,
        "vault-20251230-183000Z.age",
        "vault-20251229-183000Z.age",
        "vault-20251228-183000Z.age",
        "vault-20251227-183000Z.age",
        "vault-20251226-183000Z.age",
        // and the newest of four more months.
        "vault-20251130-183000Z.age",
        "vault-20251031-183000Z.age",
        "vault-20250930-183000Z.age",
        "vault-20250831-183000Z.age",
    ];
    assert_eq!(newest_first, expected);
    assert_eq!(vault.backups().unwrap().len(), expected.len(), "every one of them can be restored");
}

#[test]
fn foreign_files_are_never_pruned() {
    let (world, vault) = World::with_accounts(&["anna", "ben"]);
    let foreign = [
        "vault-20200101-000000Z.age.bak",
        "vault-20200101-000000.age",
        "vault-20201301-000000Z.age",
        "vault-2020+101-000000Z.age",
        "Vault-20200101-000000Z.age",
        "notes.txt",
    ];
    for name in foreign {
        fs::write(world.file("backups").join(name), b"mine").unwrap();
    }
    for day in 1..20 {
        vault.add(account(&format!("day {day}")), noon() + SignedDuration::from_hours(24 * day)).unwrap();
    }
    let there = backups(&world);
    for name in foreign {
        assert!(there.contains(name), "{name} is not ours to remove");
    }
    assert!(there.len() < 20, "{there:?}");
}

#[test]
fn a_clock_that_was_wrong_once_does_not_flood_the_folder() {
    let (world, vault) = World::with_accounts(&["anna"]);
    vault.add(account("future"), noon() + SignedDuration::from_hours(24 * 4000)).unwrap();
    for minute in 60..100 {
        vault.add(account(&minute.to_string()), after_minutes(minute)).unwrap();
    }
    assert!(backups(&world).len() <= 4, "{:?}", backups(&world));
}

#[test]
fn a_backup_is_an_age_file_of_its_own() {
    let (world, vault) = World::with_accounts(&["anna"]);
    let before = fs::read(world.file("vault.age")).unwrap();
    vault.add(account("ben"), after_minutes(100)).unwrap();
    assert_eq!(fs::read(world.file("backups/vault-20260131-134000Z.age")).unwrap(), before);
}

#[test]
fn one_can_be_made_at_any_time_but_only_of_new_content() {
    let (world, vault) = World::with_accounts(&["anna"]);
    assert!(vault.back_up(after_minutes(2)).unwrap());
    let made = vault.newest_backup().unwrap().unwrap();
    assert_eq!((made.made_at, made.entries), (after_minutes(2), 1));
    assert!(!vault.back_up(after_minutes(3)).unwrap(), "nothing is new");
    vault.add(account("ben"), after_minutes(4)).unwrap();
    let before = backups(&world).len();
    assert!(vault.back_up(after_minutes(5)).unwrap(), "though the last one is less than an hour old");
    assert_eq!(backups(&world).len(), before + 1);
    assert_eq!(vault.newest_backup().unwrap().unwrap().entries, 2);
    vault.lock();
    assert!(vault.back_up(after_minutes(6)).is_err());
}

#[test]
fn one_made_on_request_is_restored_like_any_other() {
    let (_world, vault) = World::with_accounts(&["anna", "ben"]);
    vault.back_up(after_minutes(1)).unwrap();
    let name = vault.newest_backup().unwrap().unwrap().name;
    vault.add(account("carla"), after_minutes(2)).unwrap();
    vault.restore_backup(&name, after_minutes(3)).unwrap();
    assert_eq!(vault.read(<[_]>::len).unwrap(), 2);
}
