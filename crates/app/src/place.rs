//! Where one person's data is, and how it is opened where nobody can be asked. The window and the terminal share it, so
//! that both find the same vault.

mod passphrase;

use std::{
    ffi::OsString,
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use proofup_vault::{KeyringTimeLimits, NoKeyring, OsKeyring, SecretStore, keyring_profile};

use crate::PassphraseSource;

/// The folder's name where the system keeps the data of programs; the window's identifier.
pub const DATA_FOLDER_NAME: &str = "org.proofup.desktop";
/// Everything of the demo, apart from a person's own data; also the name of its keys.
const DEMO: &str = "demo";

/// A data folder, its keys' place in the keyring, and the passphrase of whoever cannot be asked.
#[derive(Clone)]
pub struct Place {
    /// Where all files are.
    pub data_folder: PathBuf,
    /// Where the key is looked for first.
    pub secret_store: Arc<dyn SecretStore>,
    /// `PROOFUP_PASSPHRASE_FILE` or `PROOFUP_PASSPHRASE_COMMAND`.
    pub passphrase: Option<PassphraseSource>,
}

impl Place {
    /// Reads `PROOFUP_DATA_DIR`, `PROOFUP_KEYRING` and the `PROOFUP_PASSPHRASE_…` variables, through whoever may read
    /// the environment. `system_folder` is where the system keeps the data of programs.
    ///
    /// # Errors
    /// That there is no such folder, or none to be relative to.
    pub fn find(
        variable: impl Fn(&str) -> Option<OsString>,
        system_folder: Option<PathBuf>,
        demo: bool,
    ) -> io::Result<Self> {
        let variable = |name| variable(name).filter(|value| !value.is_empty());
        let chosen = variable("PROOFUP_DATA_DIR");
        let is_chosen = chosen.is_some();
        let folder = match chosen {
            Some(chosen) => std::path::absolute(chosen)?,
            None => system_folder
                .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "this system has no folder for data"))?
                .join(DATA_FOLDER_NAME),
        };
        let data_folder = if demo { folder.join(DEMO) } else { folder };
        let passphrase = match (variable("PROOFUP_PASSPHRASE_FILE"), variable("PROOFUP_PASSPHRASE_COMMAND")) {
            (Some(file), _) => Some(passphrase::from_file(file.into())),
            (None, Some(command)) => Some(passphrase::from_command(command)),
            (None, None) => None,
        };
        let secret_store: Arc<dyn SecretStore> = if variable("PROOFUP_KEYRING").is_some_and(|value| value == "none") {
            Arc::new(NoKeyring)
        } else {
            Arc::new(OsKeyring::new(&profile(&data_folder, is_chosen, demo), KeyringTimeLimits::default()))
        };
        Ok(Self { data_folder, secret_store, passphrase })
    }
}

/// Under which name the keyring keeps the keys. The demo's must never be taken for a person's own, nor those of one
/// chosen folder for another's.
fn profile(data_folder: &Path, is_chosen: bool, demo: bool) -> String {
    match (is_chosen, demo) {
        (true, _) => keyring_profile(Some(data_folder)),
        (false, true) => DEMO.to_owned(),
        (false, false) => keyring_profile(None),
    }
}

#[cfg(test)]
mod tests {
    use std::{ffi::OsString, path::Path};

    use proofup_vault::StoreKind;

    use super::{Place, profile};

    fn find(variables: &[(&str, &str)], demo: bool) -> Place {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| OsString::from(value))
        };
        Place::find(variable, Some("/home/ann/.local/share".into()), demo).unwrap()
    }

    #[test]
    fn is_where_the_system_keeps_data_unless_somebody_chose() {
        assert_eq!(find(&[], false).data_folder, Path::new("/home/ann/.local/share/org.proofup.desktop"));
        assert_eq!(find(&[("PROOFUP_DATA_DIR", "")], false).data_folder, find(&[], false).data_folder);
        assert_eq!(find(&[("PROOFUP_DATA_DIR", "/stick")], false).data_folder, Path::new("/stick"));
        assert_eq!(find(&[("PROOFUP_DATA_DIR", "/stick")], true).data_folder, Path::new("/stick/demo"));
        assert!(Place::find(|_| None, None, false).is_err());
    }

    #[test]
    fn every_chosen_folder_has_keys_of_its_own() {
        let folder = |name| Path::new(name);
        assert_eq!(profile(folder("/home/ann"), false, false), "default");
        assert_eq!(profile(folder("/home/ann/demo"), false, true), "demo");
        let (stick, other) = (profile(folder("/stick"), true, false), profile(folder("/other"), true, false));
        assert!(stick != other && stick != "default" && !stick.contains("stick"), "{stick} {other}");
        assert_eq!(stick, profile(folder("/stick"), true, false), "the same at each start");
    }

    #[test]
    fn has_no_keyring_where_it_is_switched_off() {
        assert_eq!(find(&[("PROOFUP_KEYRING", "none")], false).secret_store.describe(), StoreKind::SwitchedOff);
        assert_ne!(find(&[("PROOFUP_KEYRING", "on")], false).secret_store.describe(), StoreKind::SwitchedOff);
    }

    #[test]
    fn a_file_goes_before_a_command() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "from the file\n").unwrap();
        let path = file.path().to_str().unwrap();
        let place = find(&[("PROOFUP_PASSPHRASE_COMMAND", "exit 1"), ("PROOFUP_PASSPHRASE_FILE", path)], false);
        assert_eq!(place.passphrase.unwrap()().unwrap().expose(), "from the file");
        assert!(find(&[], false).passphrase.is_none());
    }
}
