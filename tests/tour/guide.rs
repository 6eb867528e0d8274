//! Leads through the app: signs people in, reads the demo's phone, takes pictures and has them checked.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::support::{Desktop, Keyring, MAIN_PAGE, PHONE_PAGE, Running, Window};

/// The passphrase of the vault in rounds without a keyring.
pub const PASSPHRASE: &str = "correct horse battery";

/// Light or dark.
#[derive(Debug, Clone, Copy)]
pub enum Theme {
    Light,
    Dark,
}

/// Where the vault's key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    InTheKeyring,
    UnderAPassphrase,
}

/// One round through the app.
pub struct Guide {
    running: Running,
    desktop: Desktop,
    theme: Theme,
    keys: Keys,
    pictures: Vec<Value>,
    secrets: Vec<String>,
    _keyring: Option<Keyring>,
}

impl Guide {
    /// Opens the app in demo mode.
    pub async fn open(theme: Theme, keys: Keys) -> Self {
        let name = theme.name();
        let mut desktop = Desktop::demo()
            .with("PROOFUP_LOG", "trace")
            .with_file("demo/settings.json", &json!({ "language": "en", "theme": name }).to_string());
        let keyring = (keys == Keys::InTheKeyring).then(Keyring::start);
        if keyring.is_some() {
            desktop = desktop.with("PROOFUP_KEYRING", "");
        }
        let running = desktop.open().await;
        let mut guide = Self { running, desktop, theme, keys, pictures: vec![], secrets: vec![], _keyring: keyring };
        guide.to_main_window().await;
        guide.window().part("page-sign-in").await;
        guide.secrets.push(PASSPHRASE.into());
        guide
    }

    /// The main window.
    pub fn window(&self) -> &Window {
        &self.running.window
    }

    /// Where the app runs in this round.
    pub fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// Where the app keeps its data in this round, and the tour its own files.
    pub fn folder(&self) -> &Path {
        self.desktop.folder()
    }

    /// Where the vault's key is in this round.
    pub fn keys(&self) -> Keys {
        self.keys
    }

    /// Takes a picture, and has the page checked by axe.
    pub async fn picture(&mut self, name: &str) {
        accessible_at_rest(self.window(), name).await;
        self.picture_without_axe(name).await;
    }

    /// Takes a picture of what is for the eyes alone, such as a page of paper.
    pub async fn picture_without_axe(&mut self, name: &str) {
        let window = self.window();
        window.settle().await;
        let file = format!("{:02}-{name}-{}.png", self.pictures.len() + 1, self.theme.name());
        window.screenshot(&folder().join(&file)).await;
        self.pictures.push(json!({ "name": name, "theme": self.theme.name(), "file": file, "axeViolations": 0 }));
    }

    /// Signs in with a person of the demo, up to where the service asks for more or lets them in.
    pub async fn give_password_of(&mut self, story: &str) {
        self.window().part(&format!("demo-person-{story}")).await;
        let shown = format!("return document.querySelector('[data-testid=demo-password-{story}]').innerText");
        let password = self.window().script(&shown).await;
        self.remember_secret(password.as_str().unwrap_or_default());
        self.window().press(&format!("demo-person-{story}")).await;
    }

    /// Signs in with password and a code by text message.
    pub async fn sign_in_by_text(&mut self, story: &str) {
        self.give_password_of(story).await;
        self.window().part("card-second-step").await;
        let code = self.newest_code().await;
        self.type_code(&code).await;
        self.window().press("action-verify").await;
    }

    /// Signs out by the settings page.
    pub async fn sign_out(&self) {
        self.window().press("nav-settings").await;
        self.window().press("settings-account").await;
        self.window().press("action-sign-out").await;
        self.window().see("Signed out").await;
        self.window().press("nav-security").await;
        self.window().part("page-sign-in").await;
    }

    /// Types a code into the six boxes.
    pub async fn type_code(&self, code: &str) {
        for (place, digit) in code.chars().enumerate() {
            self.window().fill(&format!("field-code-{place}"), &digit.to_string()).await;
        }
    }

    /// The code of the newest text on the demo's phone. Waits until one is newer than the last that was read.
    pub async fn newest_code(&mut self) -> String {
        self.window().switch_to(PHONE_PAGE).await;
        let mut code = String::new();
        for _ in 0..250 {
            let newest = "const texts = [...document.querySelectorAll('[data-testid=phone-message-text]')];
                return texts.length ? texts[texts.length - 1].innerText : ''";
            let text = self.window().script(newest).await;
            code = six_digits(text.as_str().unwrap_or_default());
            if !code.is_empty() && !self.secrets.contains(&code) {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(60)).await;
        }
        assert!(!code.is_empty() && !self.secrets.contains(&code), "no new text arrived on the demo phone");
        self.remember_secret(code.clone());
        self.to_main_window().await;
        code
    }

    /// Something that must stand in no log.
    pub fn remember_secret(&mut self, secret: impl Into<String>) {
        self.secrets.push(secret.into());
    }

    /// Goes back from the phone.
    pub async fn to_main_window(&self) {
        self.window().switch_to(MAIN_PAGE).await;
    }

    /// Goes to the phone.
    pub async fn to_phone(&self) {
        self.window().switch_to(PHONE_PAGE).await;
    }

    /// Closes the app and searches what it wrote for every secret of the round.
    pub async fn end(self, report: &mut Report) {
        let log = self.desktop.log();
        self.running.close().await;
        let log = std::fs::read_to_string(log).expect("the app writes a log");
        assert!(log.lines().count() > 20, "the app wrote next to nothing at trace level, so the search proves nothing");
        for secret in self.secrets.iter().filter(|secret| !secret.is_empty()) {
            // The line tells a leak from a chance; a secret of the tour opens nothing.
            let line = log.lines().find(|line| stands_in(line, secret));
            assert!(line.is_none(), "{secret:?}, a secret of the tour, stands in the log: {line:?}");
        }
        report.pictures.extend(self.pictures);
    }
}

/// Whether a secret stands in a line. Six digits must stand by themselves: a time of day has as many behind its point.
fn stands_in(line: &str, secret: &str) -> bool {
    let is_code = secret.bytes().all(|byte| byte.is_ascii_digit());
    line.match_indices(secret).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + secret.len()..].chars().next();
        !is_code
            || !(before.is_some_and(|c| c == '.' || c.is_alphanumeric()) || after.is_some_and(char::is_alphanumeric))
    })
}

impl Theme {
    fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What the tour did.
pub struct Report {
    part: &'static str,
    pictures: Vec<Value>,
}

impl Report {
    /// Begins a part of the tour. Parts run side by side, so each leaves alone what others have in the folder.
    pub fn begin(part: &'static str) -> Self {
        std::fs::create_dir_all(folder()).expect("target/tour can be made");
        Self { part, pictures: vec![] }
    }

    /// Adds a picture that was taken outside of a round.
    pub fn add(&mut self, picture: Value) {
        self.pictures.push(picture);
    }

    /// Writes the part's report.
    pub fn write(self) {
        let report = json!({ "part": self.part, "passed": true, "pictures": self.pictures });
        let text = serde_json::to_string_pretty(&report).expect("the report is JSON");
        std::fs::write(folder().join(format!("report-{}.json", self.part)), text).expect("the report can be written");
    }
}

/// `target/tour` of the checkout, wherever Cargo builds.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tour")
}

/// Has the page checked by axe once nothing moves. What it finds must be found twice: a message that begins to fade while it
/// looks has too little contrast for a moment.
pub async fn accessible_at_rest(window: &Window, name: &str) {
    window.settle().await;
    if window.accessibility_violations().await.is_empty() {
        return;
    }
    window.settle().await;
    let violations = window.accessibility_violations().await;
    assert!(
        violations.is_empty(),
        "{name}: axe found
{}",
        violations.join(
            "
"
        )
    );
}

fn six_digits(text: &str) -> String {
    let mut runs = text.split(|character: char| !character.is_ascii_digit());
    runs.rfind(|run| run.len() == 6).unwrap_or_default().to_owned()
}
