//! The profile: the data folder, the keyring and the source of the passphrase. The window and the terminal share it, so
//! that both find the same vault.

mod host;
mod passphrase;
mod settings_file;
mod setup;

pub use host::HostInfo;
pub(crate) use settings_file::Settings;
pub use setup::{PassphraseSource, ServiceSource, Setup};

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use proofup_client::Environment;
use proofup_vault::{KeyringTimeLimits, NoKeyring, OsKeyring, SecretStore, keyring_profile};

/// A file name that is not in use.
pub(crate) fn unique_name(environment: &dyn Environment) -> String {
    new_id(environment).simple().to_string()
}

/// A random UUID.
pub(crate) fn new_id(environment: &dyn Environment) -> uuid::Uuid {
    let mut bytes = [0; 16];
    environment.fill_random(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// The name of the data folder in the system's folder for data; also the window's identifier.
pub const DATA_FOLDER_NAME: &str = "org.proofup.desktop";
/// The folder of the demo, separate from the person's data; also the name of its keys.
const DEMO: &str = "demo";

/// The data folder, the keyring profile, and the source of the passphrase when there is no person to ask.
#[derive(Clone)]
pub struct Profile {
    /// The folder of all files.
    pub data_folder: PathBuf,
    /// The store that is searched first for the key.
    pub secret_store: Arc<dyn SecretStore>,
    /// `PROOFUP_PASSPHRASE_FILE` or `PROOFUP_PASSPHRASE_COMMAND`.
    pub passphrase: Option<PassphraseSource>,
}

impl Profile {
    /// Reads `PROOFUP_DATA_DIR`, `PROOFUP_KEYRING` and the `PROOFUP_PASSPHRASE_…` variables through a function that the
    /// binary passes in. `system_folder` is the system's folder for data.
    ///
    /// # Errors
    /// There is no such folder, or no current folder for a relative path.
    pub fn find(
        variable: impl Fn(&str) -> Option<OsString>,
        system_folder: Option<PathBuf>,
        demo: bool,
    ) -> io::Result<Self> {
        let variable = |name| variable(name).filter(|value| !value.is_empty());
        let (data_folder, profile) = spot(variable("PROOFUP_DATA_DIR"), system_folder, demo)?;
        let passphrase = match (variable("PROOFUP_PASSPHRASE_FILE"), variable("PROOFUP_PASSPHRASE_COMMAND")) {
            (Some(file), _) => Some(passphrase::from_file(file.into())),
            (None, Some(command)) => Some(passphrase::from_command(command)),
            (None, None) => None,
        };
        let secret_store: Arc<dyn SecretStore> = if variable("PROOFUP_KEYRING").is_some_and(|value| value == "none") {
            Arc::new(NoKeyring)
        } else {
            Arc::new(OsKeyring::new(&profile, KeyringTimeLimits::default()))
        };
        Ok(Self { data_folder, secret_store, passphrase })
    }
}

/// The data folder, and the name of its keys in the keyring. The demo, the usual folder and each chosen folder have
/// different names, and a folder has the same name for every spelling of its path.
fn spot(chosen: Option<OsString>, system_folder: Option<PathBuf>, demo: bool) -> io::Result<(PathBuf, String)> {
    let usual = system_folder.map(|folder| folder.join(DATA_FOLDER_NAME));
    let folder = match (chosen, &usual) {
        (Some(chosen), _) => std::path::absolute(chosen)?,
        (None, Some(usual)) => usual.clone(),
        (None, None) => return Err(io::Error::new(io::ErrorKind::NotFound, "this system has no folder for data")),
    };
    let is_usual = usual.is_some_and(|usual| real(&usual) == real(&folder));
    let data_folder = if demo { folder.join(DEMO) } else { folder };
    let profile = match (is_usual, demo) {
        (false, _) => keyring_profile(Some(&real(&data_folder))),
        (true, true) => DEMO.to_owned(),
        (true, false) => keyring_profile(None),
    };
    Ok((data_folder, profile))
}

/// The path without links, `..` and a slash at its end. If the folder does not exist, its parents are resolved.
fn real(path: &Path) -> PathBuf {
    let known = path.ancestors().find_map(|parent| Some((parent, fs::canonicalize(parent).ok()?)));
    match known {
        Some((parent, real)) => real.join(path.strip_prefix(parent).unwrap_or(path)).components().collect(),
        None => path.components().collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::{ffi::OsString, path::Path};

    use proofup_vault::StoreKind;

    use super::{Profile, spot};

    fn find(variables: &[(&str, &str)], demo: bool) -> Profile {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| OsString::from(value))
        };
        Profile::find(variable, Some("/home/ann/.local/share".into()), demo).unwrap()
    }

    #[test]
    fn is_the_systems_folder_for_data_unless_another_is_chosen() {
        assert_eq!(find(&[], false).data_folder, Path::new("/home/ann/.local/share/org.proofup.desktop"));
        assert_eq!(find(&[("PROOFUP_DATA_DIR", "")], false).data_folder, find(&[], false).data_folder);
        assert_eq!(find(&[("PROOFUP_DATA_DIR", "/stick")], false).data_folder, Path::new("/stick"));
        assert_eq!(find(&[("PROOFUP_DATA_DIR", "/stick")], true).data_folder, Path::new("/stick/demo"));
        assert!(Profile::find(|_| None, None, false).is_err());
    }

    fn keys_of(chosen: Option<&str>, system_folder: &Path, demo: bool) -> String {
        spot(chosen.map(OsString::from), Some(system_folder.to_owned()), demo).unwrap().1
    }

    #[test]
    fn every_chosen_folder_has_its_own_keys() {
        let home = Path::new("/home/ann/.local/share");
        assert_eq!(keys_of(None, home, false), "default");
        assert_eq!(keys_of(None, home, true), "demo");
        let all = [("/stick", false), ("/stick", true), ("/other", false)];
        let names = all.map(|(folder, demo)| keys_of(Some(folder), home, demo));
        assert!(names.iter().all(|name| name.starts_with("folder-") && !name.contains("stick")), "{names:?}");
        assert!(names[0] != names[1] && names[0] != names[2] && names[1] != names[2], "{names:?}");
        assert_eq!(keys_of(Some("/stick"), home, false), names[0], "the same at each start");
    }

    #[test]
    fn a_folder_has_the_same_keys_for_every_spelling_of_its_path() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("data").display().to_string();
        let keys = |way: &str| keys_of(Some(way), home.path(), false);
        let before = keys(&folder);
        std::fs::create_dir(&folder).unwrap();
        assert_eq!(keys(&folder), before, "the first start finds no folder");
        assert_eq!(keys(&format!("{folder}/")), before);
        assert_eq!(keys(&format!("{folder}/../data/.")), before);
        #[cfg(unix)]
        {
            let link = home.path().join("link");
            std::os::unix::fs::symlink(&folder, &link).unwrap();
            assert_eq!(keys(&link.display().to_string()), before);
        }
        let usual = home.path().join(super::DATA_FOLDER_NAME).display().to_string();
        assert_eq!(keys(&usual), "default", "the usual folder has the same keys when it is named");
        assert_eq!(keys_of(Some(&usual), home.path(), true), "demo");
    }

    #[test]
    fn has_no_keyring_where_it_is_switched_off() {
        assert_eq!(find(&[("PROOFUP_KEYRING", "none")], false).secret_store.describe(), StoreKind::SwitchedOff);
        assert_ne!(find(&[("PROOFUP_KEYRING", "on")], false).secret_store.describe(), StoreKind::SwitchedOff);
    }

    #[test]
    fn a_passphrase_file_is_used_before_a_command() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "from the file\n").unwrap();
        let path = file.path().to_str().unwrap();
        let place = find(&[("PROOFUP_PASSPHRASE_COMMAND", "exit 1"), ("PROOFUP_PASSPHRASE_FILE", path)], false);
        assert_eq!(place.passphrase.unwrap()().unwrap().expose(), "from the file");
        assert!(find(&[], false).passphrase.is_none());
    }
}
