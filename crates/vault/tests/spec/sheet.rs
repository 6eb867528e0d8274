//! The recovery sheet: printed in groups, typed back by people.

use proofup_vault::{Sheet, SheetFault, VaultError};
use proptest::prelude::*;
use secrecy::{ExposeSecret, SecretString};

use crate::world::{World, accounts_of, noon, passphrase};

fn sheet_of(world: &World) -> String {
    world.opened().sheet().unwrap().text().expose_secret().to_owned()
}

fn fault(world: &World, typed: &str) -> SheetFault {
    match world.vault().unlock_with_sheet(&passphrase(typed), noon()) {
        Err(VaultError::Sheet(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

/// The sheet with another symbol at one position.
fn with(sheet: &str, place: usize, symbol: char) -> String {
    let (prefix, symbols) = sheet.split_at(16);
    let symbols: String = symbols.chars().enumerate().map(|(at, own)| if at == place { symbol } else { own }).collect();
    format!("{prefix}{symbols}")
}

/// Another symbol of the alphabet than the present one.
fn another(sheet: &str, place: usize) -> char {
    if sheet.as_bytes()[16 + place] == b'Q' { 'P' } else { 'Q' }
}

#[test]
fn shows_the_identity_in_the_format_of_age() {
    let (world, vault) = World::with_accounts(&["anna"]);
    let sheet = vault.sheet().unwrap();
    assert_eq!(sheet.text().expose_secret(), world.identity().to_string().expose_secret());
    let groups: Vec<_> = sheet.groups().collect();
    assert_eq!(groups.len(), 15);
    assert!(groups[..Sheet::WHOLE_GROUPS].iter().all(|group| group.len() == 4) && groups[14].len() == 2);
    assert_eq!(format!("{}{}", Sheet::prefix(), groups.concat()), sheet.text().expose_secret());
    assert_eq!(sheet.key_id(), &vault.key_copies().unwrap().key_id);
}

#[test]
fn opens_the_vault_in_every_way_of_typing() {
    let (world, _) = World::with_accounts(&["anna"]);
    let text = sheet_of(&world);
    proofup_vault::SecretStore::delete(&*world.store, "vault-key").unwrap();
    let symbols = &text[16..];
    let grouped: Vec<&str> = symbols.as_bytes().chunks(4).map(|group| std::str::from_utf8(group).unwrap()).collect();
    for typed in [
        text.clone(),
        text.to_lowercase(),
        symbols.to_owned(),
        grouped.join(" "),
        grouped.join("-"),
        grouped.join("\n"),
        format!("  age-secret-key-1 {}\r\n", grouped.join("\u{2013}").to_lowercase()),
        format!("AGE SECRET KEY 1\t{}", grouped.join("\u{a0}")),
        // A character that Bech32 leaves out counts as its look-alike.
        symbols.replace('L', "1").replace('0', "o").replace('8', "b"),
    ] {
        let vault = world.vault();
        vault.unlock_with_sheet(&passphrase(&typed), noon()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(accounts_of(&vault), ["anna"]);
    }
}

#[test]
fn names_a_character_that_no_sheet_has() {
    let (world, _) = World::with_accounts(&[]);
    let text = sheet_of(&world);
    assert_eq!(fault(&world, &with(&text, 9, '?')), SheetFault::Character { character: '?', group: 3 });
    assert_eq!(fault(&world, &with(&text, 0, 'ö')), SheetFault::Character { character: 'ö', group: 1 });
}

#[test]
fn one_symbol_too_few_or_too_many_is_found() {
    let (world, _) = World::with_accounts(&[]);
    let text = sheet_of(&world);
    let mut short = text.clone();
    short.remove(16 + 21);
    let SheetFault::TooShort { missing: 1, group: Some(group) } = fault(&world, &short) else { panic!("{short}") };
    // If the same symbol comes twice in a row, either may be the missing one.
    assert!((5..=7).contains(&group), "{group}");
    let mut long = text.clone();
    long.insert(16 + 21, another(&text, 21));
    assert_eq!(fault(&world, &long), SheetFault::TooLong { extra: 1, group: Some(6) });
    assert_eq!(fault(&world, &text[..40]), SheetFault::TooShort { missing: 34, group: None });
    assert_eq!(fault(&world, ""), SheetFault::TooShort { missing: 58, group: None });
    assert!(matches!(
        fault(&world, &format!("{text}{text}")),
        SheetFault::Character { .. } | SheetFault::TooLong { .. }
    ));
}

#[test]
fn recognises_a_sheet_of_another_vault() {
    let (world, vault) = World::with_accounts(&["anna"]);
    let (other, _) = World::with_accounts(&[]);
    let own = vault.key_copies().unwrap().key_id;
    let error = world.vault().unlock_with_sheet(&passphrase(&sheet_of(&other)), noon()).unwrap_err();
    assert!(matches!(error, VaultError::KeyOfAnotherVault { vault: Some(ref id), .. } if *id == own), "{error:?}");
}

#[test]
fn a_sheet_makes_no_vault_where_there_is_none() {
    let (world, _) = World::with_accounts(&[]);
    let empty = World::new();
    let error = empty.vault().unlock_with_sheet(&passphrase(&sheet_of(&world)), noon()).unwrap_err();
    assert!(matches!(error, VaultError::NotAVault), "{error:?}");
    assert!(empty.names().is_empty());
}

#[test]
fn confirms_the_sheet_with_some_groups() {
    let (world, vault) = World::with_accounts(&[]);
    let sheet = vault.sheet().unwrap();
    let groups: Vec<String> = sheet.groups().map(str::to_lowercase).collect();
    let piece = |number: usize, text: &str| (number, SecretString::from(text.to_owned()));
    for wrong in [
        vec![],
        vec![piece(3, "")],
        vec![piece(3, &groups[4])],
        vec![piece(3, &groups[2]), piece(5, &groups[2])],
        vec![piece(0, &groups[0])],
        vec![piece(16, "")],
        vec![piece(3, &groups[2][..3])],
    ] {
        assert!(matches!(vault.confirm_sheet(&wrong, noon()), Err(VaultError::SheetPieceWrong { .. })), "{wrong:?}");
        assert_eq!(vault.key_copies().unwrap().sheet, None);
    }
    vault.confirm_sheet(&[piece(3, &format!(" {}", groups[2])), piece(14, &groups[13])], noon()).unwrap();
    assert_eq!(vault.key_copies().unwrap().sheet, Some(noon()));
    assert_eq!(world.opened().key_copies().unwrap().sheet, Some(noon()), "the next start knows it");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Finds up to two wrong symbols, for every key.
    #[test]
    fn up_to_two_wrong_symbols_are_found(first in 0usize..58, second in 0usize..58) {
        let (world, _) = World::with_accounts(&[]);
        let text = sheet_of(&world);
        let mut typed = with(&text, first, another(&text, first));
        typed = with(&typed, second, another(&text, second));
        let mut groups = vec![first / 4 + 1, second / 4 + 1];
        groups.sort_unstable();
        groups.dedup();
        prop_assert_eq!(fault(&world, &typed), SheetFault::Mistyped { groups });
    }

    /// No other text opens the vault or causes a panic.
    #[test]
    fn nothing_else_opens_it(typed in "\\PC{0,90}") {
        let (world, _) = World::with_accounts(&[]);
        prop_assert!(world.vault().unlock_with_sheet(&passphrase(&typed), noon()).is_err());
    }

    /// Spaces, dashes and case do not matter.
    #[test]
    fn opens_with_any_spaces_dashes_and_case(gaps in prop::collection::vec("[ \\-\n\t]{0,3}", 58), upper in prop::collection::vec(any::<bool>(), 58)) {
        let (world, _) = World::with_accounts(&["anna"]);
        let text = sheet_of(&world);
        let symbols = text[16..].chars().zip(&upper).map(|(symbol, upper)| if *upper { symbol } else { symbol.to_ascii_lowercase() });
        let typed: String = symbols.zip(&gaps).map(|(symbol, gap)| format!("{symbol}{gap}")).collect();
        prop_assert!(world.vault().unlock_with_sheet(&passphrase(&typed), noon()).is_ok());
    }
}
