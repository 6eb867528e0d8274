//! Starting with the session. On Linux this is a file in `autostart` (the desktop entry specification). The setting is
//! stored only there, so that the desktop's settings and ours always agree. The library for this supports neither
//! `XDG_CONFIG_HOME`, nor a path with a space, nor an entry that the desktop switched off.

use std::{fs, io, io::Write, path::PathBuf};

use proofup_app::{AppError, DATA_FOLDER_NAME, view::QuickAccessObstacle};

/// How the app starts with the session.
pub(crate) enum SessionStart {
    /// By an entry in the session's folder.
    Entry(Entry),
    /// Not supported.
    Not(QuickAccessObstacle),
}

/// The entry.
pub(crate) struct Entry {
    /// `~/.config`, which contains `autostart`.
    pub(crate) configuration: PathBuf,
    /// The program to start.
    pub(crate) program: PathBuf,
}

impl SessionStart {
    /// The way of this system.
    pub(crate) fn of_this_system(configuration: Option<PathBuf>, program: Option<PathBuf>, demo: bool) -> Self {
        if demo {
            return Self::Not(QuickAccessObstacle::Demo);
        }
        match (configuration, program) {
            (Some(configuration), Some(program)) if cfg!(target_os = "linux") => {
                Self::Entry(Entry { configuration, program })
            }
            _ => Self::Not(QuickAccessObstacle::NotOnThisSystem),
        }
    }

    pub(crate) fn obstacle(&self) -> Option<QuickAccessObstacle> {
        match self {
            Self::Entry(_) => None,
            Self::Not(obstacle) => Some(*obstacle),
        }
    }

    pub(crate) fn is_on(&self) -> bool {
        match self {
            Self::Entry(entry) => fs::read_to_string(entry.path()).is_ok_and(|text| is_on(&text)),
            Self::Not(_) => false,
        }
    }

    /// Writes or removes the entry.
    ///
    /// # Errors
    /// [`AppError::SessionStart`].
    pub(crate) fn set(&self, on: bool) -> Result<(), AppError> {
        let Self::Entry(entry) = self else {
            return Err(AppError::SessionStart(io::ErrorKind::Unsupported.into()));
        };
        let done = if on { entry.write() } else { entry.remove() };
        done.map_err(AppError::SessionStart)
    }
}

impl Entry {
    fn path(&self) -> PathBuf {
        self.configuration.join("autostart").join(format!("{DATA_FOLDER_NAME}.desktop"))
    }

    fn write(&self) -> io::Result<()> {
        let program = self.program.to_str().and_then(quoted);
        let program = program.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "the program's path"))?;
        let path = self.path();
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let entry = format!(
            "[Desktop Entry]\nType=Application\nName=Proofup\nIcon=proofup-desktop\nExec={program}\nTerminal=false\n\
             X-GNOME-Autostart-enabled=true\n"
        );
        // Another program must not read a half-written path.
        let unfinished = path.with_extension("unfinished");
        let mut file = fs::File::create(&unfinished)?;
        file.write_all(entry.as_bytes())?;
        file.sync_all()?;
        fs::rename(&unfinished, &path)
    }

    fn remove(&self) -> io::Result<()> {
        match fs::remove_file(self.path()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// A path for the key `Exec`: in quotes, and escaped twice. `None` for a path that does not fit a line, and for `%`,
/// which starts a field code and which GLib cannot escape.
fn quoted(path: &str) -> Option<String> {
    if path.contains(|sign: char| sign.is_control() || sign == '%') {
        return None;
    }
    let mut quoted = String::from("\"");
    for sign in path.chars() {
        match sign {
            '\\' => quoted.push_str(r"\\\\"),
            '"' | '`' | '$' => quoted.extend([r"\\", sign.encode_utf8(&mut [0; 4])]),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    Some(quoted)
}

/// Whether an entry is active: desktops switch it off with a line instead of removing it.
fn is_on(entry: &str) -> bool {
    let says = |wanted: &str, value: &str| {
        entry
            .lines()
            .filter_map(|line| line.split_once('='))
            .any(|(key, said)| key.trim() == wanted && said.trim().eq_ignore_ascii_case(value))
    };
    !says("Hidden", "true") && !says("X-GNOME-Autostart-enabled", "false")
}

#[cfg(test)]
mod tests {
    use std::{fs, path::PathBuf, process::Command};

    use proofup_app::view::QuickAccessObstacle;

    use super::{Entry, SessionStart, quoted};

    fn on_a_system_of_its_own(folder: &tempfile::TempDir, program: &str) -> SessionStart {
        SessionStart::Entry(Entry { configuration: folder.path().join("config"), program: PathBuf::from(program) })
    }

    #[test]
    fn writes_and_removes_its_entry() {
        let folder = tempfile::tempdir().unwrap();
        let start = on_a_system_of_its_own(&folder, "/opt/proof up/proofup-desktop");
        assert!(!start.is_on());
        start.set(true).unwrap();
        assert!(start.is_on());
        let entry = fs::read_to_string(folder.path().join("config/autostart/org.proofup.desktop.desktop")).unwrap();
        assert!(entry.contains("\nExec=\"/opt/proof up/proofup-desktop\"\n"), "{entry}");
        start.set(false).unwrap();
        start.set(false).unwrap();
        assert!(!start.is_on());
    }

    #[test]
    fn an_entry_that_the_desktop_switched_off_is_off() {
        let folder = tempfile::tempdir().unwrap();
        let start = on_a_system_of_its_own(&folder, "/usr/bin/proofup-desktop");
        start.set(true).unwrap();
        let path = folder.path().join("config/autostart/org.proofup.desktop.desktop");
        let entry = fs::read_to_string(&path).unwrap();
        fs::write(&path, entry.replace("enabled=true", "enabled=false")).unwrap();
        assert!(!start.is_on());
        fs::write(&path, format!("{entry}Hidden=true\n")).unwrap();
        assert!(!start.is_on());
        start.set(true).unwrap();
        assert!(start.is_on());
    }

    #[test]
    fn a_path_cannot_add_arguments() {
        assert_eq!(quoted("/a b").as_deref(), Some("\"/a b\""));
        assert_eq!(quoted("/a%f"), None);
        assert_eq!(quoted("/$(x)`\"\\").as_deref(), Some(r#""/\\$(x)\\`\\"\\\\""#));
        assert_eq!(quoted("/a\nExec=/bin/evil"), None);
    }

    #[test]
    fn the_demo_does_not_change_the_session() {
        let start = SessionStart::of_this_system(Some("/nowhere".into()), Some("/bin/true".into()), true);
        assert_eq!(start.obstacle(), Some(QuickAccessObstacle::Demo));
        assert!(start.set(true).is_err());
    }

    /// GLib reads the entry as desktops do.
    #[test]
    fn glib_starts_the_program_of_the_entry() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("pro $of `u` \"p\" \\ x");
        fs::write(&program, "#!/bin/sh\ntouch \"$(dirname \"$0\")/started\"\n").unwrap();
        #[cfg(unix)]
        fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        let start = on_a_system_of_its_own(&folder, program.to_str().unwrap());
        start.set(true).unwrap();
        let entry = folder.path().join("config/autostart/org.proofup.desktop.desktop");
        let Ok(started) = Command::new("gio").arg("launch").arg(entry).status() else {
            eprintln!("skipped: there is no `gio` here");
            return;
        };
        assert!(started.success());
        let mark = folder.path().join("started");
        let begun = std::time::Instant::now();
        while !mark.exists() {
            assert!(begun.elapsed() < std::time::Duration::from_secs(60), "it was not started");
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }
}
