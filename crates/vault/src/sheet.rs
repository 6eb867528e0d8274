//! The recovery sheet: the key on paper, for a person to type back.
//!
//! It is the identity in age's format, `AGE-SECRET-KEY-1` and 58 symbols of Bech32, so that it works with any age tool.
//! The symbols are printed in numbered groups of four. The Bech32 checksum of six symbols (BIP 173) locates up to two
//! wrong ones: the app tells the person which group to look at, never the right symbols.

mod bech32;

use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::{KeyId, key::VaultKey};

/// The prefix of the symbols; the person may omit it.
const PREFIX: &str = "AGE-SECRET-KEY-1";
/// Symbols of an identity, the checksum included.
const SYMBOLS: usize = 58;
/// Symbols of a group.
const GROUP: usize = 4;

/// The content of a recovery sheet. It contains the key, so it is wiped when dropped.
pub struct Sheet {
    key_id: KeyId,
    text: SecretString,
}

/// Why a typed sheet is not a key. Groups are counted from 1; no variant contains symbols that were right.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SheetFault {
    /// A character that no sheet has.
    #[error("{character:?} in group {group} is no symbol of a recovery sheet")]
    Character {
        /// The character.
        character: char,
        /// Its group.
        group: usize,
    },
    /// Symbols are missing.
    #[error("{missing} symbols are missing")]
    TooShort {
        /// How many.
        missing: usize,
        /// The group where they are missing, if it can be located.
        group: Option<usize>,
    },
    /// There are more symbols than a sheet has.
    #[error("{extra} symbols are too many")]
    TooLong {
        /// How many.
        extra: usize,
        /// The group with too many, if it can be located.
        group: Option<usize>,
    },
    /// The checksum is wrong.
    #[error("mistyped in groups {groups:?}")]
    Mistyped {
        /// The wrong groups; empty if they cannot be located.
        groups: Vec<usize>,
    },
}

impl Sheet {
    pub(crate) fn of(key: &VaultKey) -> Self {
        Self { key_id: key.id().clone(), text: key.to_text() }
    }

    /// The key id, as on the sheet.
    #[must_use]
    pub const fn key_id(&self) -> &KeyId {
        &self.key_id
    }

    /// The identity in age's format, for the QR code.
    #[must_use]
    pub const fn text(&self) -> &SecretString {
        &self.text
    }

    /// The prefix before the groups.
    #[must_use]
    pub const fn prefix() -> &'static str {
        PREFIX
    }

    /// The symbols in groups of four; the last one has two.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        // Bech32 is ASCII.
        self.symbols().as_bytes().chunks(GROUP).map(|group| std::str::from_utf8(group).unwrap_or_default())
    }

    /// The number of whole groups; the person is asked only for these.
    pub const WHOLE_GROUPS: usize = SYMBOLS / GROUP;

    /// Whether a group has these symbols. Ignores case, spaces and dashes.
    #[must_use]
    pub fn has_group(&self, number: usize, typed: &str) -> bool {
        let typed = Zeroizing::new(typed.chars().filter(|sign| !is_filler(*sign)).map(normal).collect::<String>());
        let group = number.checked_sub(1).and_then(|index| self.groups().nth(index)).unwrap_or_default();
        !group.is_empty() && bool::from(group.as_bytes().ct_eq(typed.as_bytes()))
    }

    fn symbols(&self) -> &str {
        let text = self.text.expose_secret();
        text.strip_prefix(PREFIX).unwrap_or(text)
    }
}

impl fmt::Debug for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sheet").field("key_id", &self.key_id).finish_non_exhaustive()
    }
}

/// Reads a typed or scanned sheet, with or without the prefix.
pub(crate) fn read(typed: &str) -> Result<VaultKey, SheetFault> {
    let signs: Zeroizing<Vec<char>> = Zeroizing::new(typed.chars().filter(|sign| !is_filler(*sign)).collect());
    let signs = without_prefix(&signs);
    if let Some(at) = signs.iter().position(|sign| !sign.is_ascii_alphanumeric()) {
        return Err(SheetFault::Character { character: signs[at], group: group_of(at.min(SYMBOLS - 1)) });
    }
    let symbols = Zeroizing::new(signs.iter().copied().map(normal).collect::<String>());
    let values = Zeroizing::new(symbols.bytes().filter_map(bech32::value).collect::<Vec<u8>>());
    match values.len() {
        length if length < SYMBOLS => {
            let group = (length + 1 == SYMBOLS).then(|| bech32::missing_at(&values).map(group_of)).flatten();
            return Err(SheetFault::TooShort { missing: SYMBOLS - length, group });
        }
        length if length > SYMBOLS => {
            let group = (length == SYMBOLS + 1).then(|| bech32::extra_at(&values).map(group_of)).flatten();
            return Err(SheetFault::TooLong { extra: length - SYMBOLS, group });
        }
        _ => {}
    }
    if let Err(wrong) = bech32::check(&values) {
        let mut groups: Vec<usize> = wrong.into_iter().map(group_of).collect();
        groups.dedup();
        return Err(SheetFault::Mistyped { groups });
    }
    let text = Zeroizing::new(format!("{PREFIX}{}", *symbols));
    VaultKey::from_text(&text).ok_or(SheetFault::Mistyped { groups: Vec::new() })
}

/// Spaces, line breaks and dashes of every kind, as they are printed, typed and pasted.
fn is_filler(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{200b}' | '\u{feff}')
}

/// Upper case; replaces the four characters that Bech32 leaves out with their look-alikes. The checksum decides.
fn normal(sign: char) -> char {
    match sign.to_ascii_uppercase() {
        '1' | 'I' => 'L',
        'O' => '0',
        'B' => '8',
        upper => upper,
    }
}

fn without_prefix(signs: &[char]) -> &[char] {
    let prefix = PREFIX.chars().filter(|sign| !is_filler(*sign));
    let length = prefix.clone().count();
    let there = signs.len() >= length && prefix.zip(signs).all(|(wanted, sign)| wanted == sign.to_ascii_uppercase());
    if there { &signs[length..] } else { signs }
}

const fn group_of(index: usize) -> usize {
    index / GROUP + 1
}
