//! The vault of the terminal: found, opened, and read.

use std::{sync::Arc, time::Duration};

use proofup_app::{
    AppError, Clipboard, HostInfo, OfflineParts, Profile, ServiceSource, Setup, WorkFactor, view::VaultState,
};
use zeroize::Zeroizing;

use crate::{
    account::Account,
    ask,
    environment::{self, SystemEnvironment},
    exit,
    trouble::Trouble,
};

/// How often the program asks for a passphrase.
const TRIES: u32 = 3;
/// How often a change is made again: some seconds.
const CHANGES: u32 = 60;

/// The vault of a terminal, with its authenticator.
pub(crate) struct TerminalVault {
    parts: OfflineParts,
    folder: String,
}

impl TerminalVault {
    /// Finds the vault; does not open it.
    pub(crate) fn find(demo: bool) -> Result<Self, Trouble> {
        let place = Profile::find(environment::variable, dirs::data_dir(), demo)?;
        let folder = place.data_folder.display().to_string();
        let parts = OfflineParts::new(Setup {
            data_folder: place.data_folder,
            secret_store: place.secret_store,
            environment: Arc::new(SystemEnvironment),
            clipboard: Arc::new(NoClipboard),
            host: HostInfo::default(),
            service: ServiceSource::Settings,
            passphrase: place.passphrase,
            passphrase_cost: WorkFactor::STANDARD,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        });
        Ok(Self { parts, folder })
    }

    /// The vault and its authenticator.
    pub(crate) const fn parts(&self) -> &OfflineParts {
        &self.parts
    }

    /// The folder of the vault.
    pub(crate) fn folder(&self) -> &str {
        &self.folder
    }

    /// Converts an error of the app into one of the terminal.
    pub(crate) fn done<T>(&self, result: Result<T, AppError>) -> Result<T, Trouble> {
        result.map_err(|error| Trouble::of(&self.parts, &error))
    }

    /// Whether there was never a vault.
    pub(crate) async fn is_fresh(&self) -> Result<bool, Trouble> {
        Ok(self.done(self.parts.vault().vault_at_rest().await)? == VaultState::PassphraseNeeded)
    }

    /// Opens an existing vault: with the keyring, with the passphrase from the environment, or with a typed passphrase.
    pub(crate) async fn open(&self) -> Result<(), Trouble> {
        if self.is_fresh().await? {
            return Err(Trouble::NoVault { folder: self.folder.clone() });
        }
        self.open_or_begin().await
    }

    /// As [`TerminalVault::open`], but creates a vault if there is none.
    pub(crate) async fn open_or_begin(&self) -> Result<(), Trouble> {
        match self.done(self.parts.vault().open_vault_only().await)? {
            VaultState::Unlocked => Ok(()),
            VaultState::PassphraseNeeded => {
                if !ask::can_ask() {
                    return Err(Trouble::NobodyToAsk(
                        "a new vault needs a passphrase and there is no terminal to ask on; set PROOFUP_PASSPHRASE_FILE or \
                         PROOFUP_PASSPHRASE_COMMAND",
                    ));
                }
                self.done(self.parts.vault().create_vault(ask::new_passphrase_typed()?).await)
            }
            _ => self.unlock().await,
        }
    }

    async fn unlock(&self) -> Result<(), Trouble> {
        let mut left = TRIES;
        loop {
            let typed = ask::passphrase("Passphrase of the vault: ")?;
            left -= 1;
            match self.done(self.parts.vault().unlock_vault(typed).await) {
                Err(trouble) if trouble.code() == "wrong_passphrase" && left > 0 => ask::say("Wrong passphrase."),
                unlocked => return unlocked,
            }
        }
    }

    /// Makes a change that does not depend on other entries of the vault. If another program saves at the same time, the change
    /// is made again on the saved vault, for some seconds.
    pub(crate) async fn change<T>(&self, change: impl AsyncFn() -> Result<T, AppError>) -> Result<T, Trouble> {
        let mut left = CHANGES;
        loop {
            match self.done(change().await) {
                Err(trouble) if trouble.number() == exit::BUSY && left > 0 => {
                    left -= 1;
                    // Programs that were started together do not go on meeting each other.
                    let pause = 20 + u64::from(std::process::id() % 17) * 10;
                    tokio::time::sleep(Duration::from_millis(pause)).await;
                    self.done(self.parts.vault().retry_vault().await)?;
                }
                outcome => return outcome,
            }
        }
    }

    /// The accounts, in their order.
    pub(crate) async fn accounts(&self) -> Result<Vec<Account>, Trouble> {
        let view = self.done(self.parts.authenticator().authenticator().await)?;
        Ok(view.accounts.into_iter().map(Account::from).collect())
    }
}

/// A terminal has no clipboard that could be cleared.
struct NoClipboard;

impl Clipboard for NoClipboard {
    fn write(&self, _: &str) -> Result<(), String> {
        Err("a terminal has none".to_owned())
    }

    fn write_secret(&self, text: &str) -> Result<(), String> {
        self.write(text)
    }

    fn read(&self) -> Option<Zeroizing<String>> {
        None
    }

    fn clear(&self) -> Result<(), String> {
        Ok(())
    }
}
