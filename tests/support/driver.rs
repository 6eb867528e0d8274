//! Starts the real app under WebDriver, with a driver, a port and a data folder for each test.

use std::{
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

use super::{Window, port::Port};

/// A desktop for a test: a data folder, on which the app can be opened several times.
pub struct Desktop {
    folder: TempDir,
    environment: Vec<(String, String)>,
    arguments: Vec<String>,
}

impl Desktop {
    /// The app in demo mode, without earlier data and without an OS keyring.
    pub fn demo() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the app's data");
        Self { folder, environment: vec![], arguments: vec!["--demo=free".into()] }
            .with("PROOFUP_KEYRING", "none")
            .with("PROOFUP_PASSPHRASE_FILE", "")
    }

    /// The app in demo mode, on the cards of its scenarios.
    pub fn scenarios() -> Self {
        let mut desktop = Self::demo();
        desktop.arguments = vec!["--demo".into()];
        desktop
    }

    /// The app outside of demo mode, with its data in the usual folder, and without an OS keyring.
    pub fn of_somebody() -> Self {
        let mut desktop = Self::demo();
        let home = desktop.folder().display().to_string();
        desktop.arguments.clear();
        // An empty variable counts as unset.
        desktop.environment.extend([("PROOFUP_DATA_DIR".into(), String::new()), ("XDG_DATA_HOME".into(), home)]);
        desktop
    }

    /// The command line of the same person: `proofup`, with the same environment. A separate run of the tour does not
    /// build it; `make test` does.
    pub fn terminal(&self) -> Option<Command> {
        let beside = Path::new(env!("CARGO_BIN_EXE_proofup-desktop")).with_file_name("proofup");
        if !beside.exists() {
            eprintln!("the terminal is left out: `cargo build -p proofup-cli` makes {}", beside.display());
            return None;
        }
        let mut command = Command::new(beside);
        command.env("PROOFUP_DATA_DIR", self.folder()).envs(self.environment.iter().cloned());
        Some(command)
    }

    /// Sets a variable of the app's environment; an empty value removes it.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.retain(|(known, _)| known != name);
        if !value.is_empty() {
            self.environment.push((name.into(), value.into()));
        }
        self
    }

    /// Puts a file into the data folder before the app starts.
    pub fn with_file(self, name: &str, content: &str) -> Self {
        let path = self.folder().join(name);
        std::fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the data folder can be written");
        std::fs::write(path, content).expect("the data folder can be written");
        self
    }

    /// The app's data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The log of the app and its driver.
    pub fn log(&self) -> PathBuf {
        self.folder().join("log.txt")
    }

    /// Opens the app and waits for its window. Dropping this desktop removes the data folder.
    pub async fn open(&self) -> Running {
        let (port, native) = (Port::claim(), Port::claim());
        let mut driver = Command::new(tool("tauri-driver"));
        driver.args(["--port", &port.to_string(), "--native-port", &native.to_string()]);
        driver.env("PROOFUP_DATA_DIR", self.folder()).envs(self.environment.iter().cloned());
        // In a group of its own, so that the app and its web processes end with the driver.
        let log = std::fs::File::create(self.log()).expect("the data folder can be written");
        driver.process_group(0).stdout(Stdio::null()).stderr(log);
        let child = driver.spawn().expect("tauri-driver starts: `make test` installs it");
        // The outer driver listens at once, even before the inner one, to which it forwards everything.
        port.wait_for_listener("tauri-driver");
        native.wait_for_listener("WebKitWebDriver");
        let driver = Driver { child, ports: [port, native] };
        // The driver uses plain HTTP, but its HTTP client requires a TLS provider.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut capabilities = Capabilities::new();
        let application = env!("CARGO_BIN_EXE_proofup-desktop");
        capabilities
            .set("tauri:options", json!({ "application": application, "args": self.arguments }))
            .expect("capabilities are JSON");
        let web = WebDriver::new(format!("http://127.0.0.1:{}", driver.ports[0]), capabilities)
            .await
            .expect("the app opens a window");
        Running { window: Window::new(web), _driver: driver }
    }
}

/// The open app; closing it ends all its processes.
pub struct Running {
    /// The window.
    pub window: Window,
    _driver: Driver,
}

impl Running {
    /// Closes the window and waits for the end of the driver.
    pub async fn close(self) {
        self.window.quit().await;
    }
}

struct Driver {
    child: Child,
    ports: [Port; 2],
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The driver leads its group; `kill` with a negative id ends the group, web processes included.
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.child.wait();
    }
}

fn tool(name: &str) -> PathBuf {
    let tools = std::env::var_os("PROOFUP_TOOLS").map(PathBuf::from);
    tools.map(|folder| folder.join("bin").join(name)).filter(|path| path.exists()).unwrap_or_else(|| name.into())
}
