//! The menu of the tray icon: its items, their order, and what each does. The shell draws it.
//!
//! Desktops pass menus on in clear text, so a menu contains only names: no codes, no notes, and no names while the
//! vault is locked.

use proofup_otp::Code;
use proofup_vault::{Entry, Vault, VaultError};

use super::{QuickAccess, words::words};
use crate::{
    AppError,
    authenticator::entry_id,
    view::{Language, VaultState},
};

/// More would not fit a screen; the window has the rest.
const MOST_ACCOUNTS: usize = 20;
/// A longer name is cut.
const MOST_CHARACTERS: usize = 60;
const ACCOUNT: &str = "account:";

/// A line of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrayItem {
    /// An item that can be chosen.
    Choice(TrayChoice, String),
    /// A text that cannot be chosen.
    Text(String),
    /// A separator.
    Line,
}

/// What an item does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrayChoice {
    /// Copies the code of this account.
    Account(String),
    /// Brings the window to the front.
    Open,
    /// Brings the window to the front for unlocking the vault.
    Unlock,
    /// Locks the vault.
    Lock,
    /// Quits the app.
    Quit,
}

impl TrayChoice {
    /// Its id in the menu.
    pub fn id(&self) -> String {
        match self {
            Self::Account(id) => format!("{ACCOUNT}{id}"),
            Self::Open => "open".to_owned(),
            Self::Unlock => "unlock".to_owned(),
            Self::Lock => "lock".to_owned(),
            Self::Quit => "quit".to_owned(),
        }
    }

    /// The choice with this id.
    pub fn of_id(id: &str) -> Option<Self> {
        match id {
            "open" => Some(Self::Open),
            "unlock" => Some(Self::Unlock),
            "lock" => Some(Self::Lock),
            "quit" => Some(Self::Quit),
            other => other.strip_prefix(ACCOUNT).map(|id| Self::Account(id.to_owned())),
        }
    }
}

impl QuickAccess {
    /// The present menu; `None` if the person has switched the tray off.
    pub async fn tray_menu(&self) -> Option<Vec<TrayItem>> {
        if !self.settings.current().quick_access.tray {
            return None;
        }
        let vault = self.publisher.status().vault;
        let pinned = match vault {
            // The vault may have locked in the meantime; then there are no names.
            VaultState::Unlocked => self.vault.with_vault(|vault| vault.read(names)).await.ok(),
            _ => None,
        };
        Some(menu(self.settings.language(), &vault, pinned.as_deref()))
    }

    /// Copies the code of an account that was chosen in the tray. For a counter-based account, the new counter is on
    /// the disk before the code is in the clipboard.
    ///
    /// # Errors
    /// There is no such account, the vault is locked or cannot be saved, or the clipboard failed.
    pub async fn copy_from_tray(&self, id: &str) -> Result<(), AppError> {
        let (id, clock, now) = (entry_id(id)?, self.authenticator.code_clock(), self.environment.now());
        let code = move |vault: &Vault| -> Result<Code, VaultError> {
            let entry = vault.entry(id)?;
            match entry.params.code_at(clock.seconds_of(&entry)) {
                Some(timed) => vault.note_use(id, now).map(|()| timed.code),
                None => vault.next_hotp_code(id, now),
            }
        };
        let code = self.vault.with_vault(code).await?;
        self.clipboard.copy_secret(code.as_str()).await
    }
}

/// The pinned accounts with their labels, in the person's own order, so that an account does not change its position.
fn names(entries: &[Entry]) -> Vec<(String, String)> {
    let pinned = entries.iter().filter(|entry| entry.pinned);
    pinned.map(|entry| (entry.id.to_string(), label(&entry.issuer, &entry.account))).collect()
}

fn label(issuer: &str, account: &str) -> String {
    let both = [issuer, account].into_iter().map(str::trim).filter(|name| !name.is_empty()).collect::<Vec<_>>();
    // A name must neither break the line nor change the direction of its neighbours.
    let mut plain =
        both.join(" · ").chars().map(|sign| if is_plain(sign) { sign } else { '\u{fffd}' }).collect::<String>();
    if let Some((end, _)) = plain.char_indices().nth(MOST_CHARACTERS) {
        plain.truncate(end);
        plain.push('…');
    }
    plain
}

fn is_plain(sign: char) -> bool {
    !sign.is_control() && !matches!(sign, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn menu(language: Language, vault: &VaultState, pinned: Option<&[(String, String)]>) -> Vec<TrayItem> {
    let words = words(language);
    let choice = |choice: TrayChoice, text: &str| TrayItem::Choice(choice, text.to_owned());
    let mut items = Vec::new();
    match pinned {
        None => {}
        Some([]) => items.extend([TrayItem::Text(words.nothing_pinned.to_owned()), TrayItem::Line]),
        Some(pinned) => {
            let shown = pinned.iter().take(MOST_ACCOUNTS);
            items.extend(shown.map(|(id, label)| choice(TrayChoice::Account(id.clone()), label)));
            if pinned.len() > MOST_ACCOUNTS {
                items.push(choice(TrayChoice::Open, words.more));
            }
            items.push(TrayItem::Line);
        }
    }
    items.push(choice(TrayChoice::Open, words.open));
    match vault {
        VaultState::Unlocked => items.push(choice(TrayChoice::Lock, words.lock)),
        VaultState::Locked { .. } => items.push(choice(TrayChoice::Unlock, words.unlock)),
        _ => {}
    }
    items.extend([TrayItem::Line, choice(TrayChoice::Quit, words.quit)]);
    items
}

#[cfg(test)]
mod tests {
    use super::{MOST_ACCOUNTS, TrayChoice, TrayItem, label, menu};
    use crate::view::{Language, VaultState};

    fn texts(items: &[TrayItem]) -> Vec<String> {
        let text = |item: &TrayItem| match item {
            TrayItem::Choice(_, text) | TrayItem::Text(text) => text.clone(),
            TrayItem::Line => "-".to_owned(),
        };
        items.iter().map(text).collect()
    }

    #[test]
    fn an_open_vault_offers_its_pinned_accounts_first() {
        let pinned = [("1".to_owned(), "GitHub · ann".to_owned()), ("2".to_owned(), "Contoso".to_owned())];
        let items = menu(Language::English, &VaultState::Unlocked, Some(&pinned));
        assert_eq!(texts(&items), ["GitHub · ann", "Contoso", "-", "Open Proofup", "Lock", "-", "Quit"]);
        assert_eq!(items[1], TrayItem::Choice(TrayChoice::Account("2".into()), "Contoso".into()));
    }

    #[test]
    fn a_menu_without_accounts_explains_pinning() {
        let items = menu(Language::Dutch, &VaultState::Unlocked, Some(&[]));
        assert_eq!(items[0], TrayItem::Text("Geen vastgemaakte accounts".into()));
        assert_eq!(texts(&items)[2..], ["Proofup openen", "Vergrendelen", "-", "Afsluiten"]);
    }

    #[test]
    fn a_locked_vault_can_be_unlocked_and_shows_no_names() {
        let locked = VaultState::Locked { passphrase: true, keyring: false };
        let items = menu(Language::TraditionalChinese, &locked, None);
        assert_eq!(texts(&items), ["開啟 Proofup", "解除鎖定", "-", "結束"]);
        let items = menu(Language::SimplifiedChinese, &VaultState::Opening, None);
        assert_eq!(texts(&items), ["打开 Proofup", "-", "退出"]);
    }

    #[test]
    fn a_long_list_ends_in_the_window() {
        let pinned: Vec<_> = (0..100).map(|number| (number.to_string(), format!("account {number}"))).collect();
        let items = menu(Language::English, &VaultState::Unlocked, Some(&pinned));
        assert_eq!(items[MOST_ACCOUNTS], TrayItem::Choice(TrayChoice::Open, "More accounts…".into()));
        assert_eq!(items.len(), MOST_ACCOUNTS + 6);
    }

    #[test]
    fn a_label_is_one_short_plain_line() {
        assert_eq!(label("GitHub", " ann "), "GitHub · ann");
        assert_eq!(label("", "ann"), "ann");
        assert_eq!(label("Con\ntoso", "\u{202e}nna"), "Con\u{fffd}toso · \u{fffd}nna");
        let long = label(&"長".repeat(300), "");
        assert_eq!(long.chars().count(), 61);
        assert!(long.ends_with('…'));
    }

    #[test]
    fn each_choice_is_found_by_its_id() {
        let choices = [TrayChoice::Open, TrayChoice::Unlock, TrayChoice::Lock, TrayChoice::Quit];
        for choice in choices.into_iter().chain([TrayChoice::Account("0199a6a0".into())]) {
            assert_eq!(TrayChoice::of_id(&choice.id()), Some(choice));
        }
        assert_eq!(TrayChoice::of_id("else"), None);
    }
}
