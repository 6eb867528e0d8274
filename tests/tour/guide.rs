//! Drives the app: signs people in, reads the demo phone, takes pictures.

use std::path::Path;

use serde_json::json;

use crate::{
    portal::Portal,
    report::Report,
    support::{Desktop, Keyring, MAIN_PAGE, PHONE_PAGE, Running, Window, wait::seen},
};

/// The passphrase of the vault in runs without a keyring.
pub const PASSPHRASE: &str = "correct horse battery";

/// The place of the vault's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    InTheKeyring,
    UnderAPassphrase,
}

/// One run through the app.
pub struct Guide {
    running: Running,
    desktop: Desktop,
    keys: Keys,
    report: Report,
    secrets: Vec<String>,
    _keyring: Option<Keyring>,
}

impl Guide {
    /// Opens the app in demo mode. It follows the desktop's theme, like before the person chooses one.
    pub async fn open(report: Report, keys: Keys) -> Self {
        let mut desktop = Desktop::demo()
            .with("PROOFUP_LOG", "trace")
            .with_file("demo/settings.json", &json!({ "language": "en", "theme": "system" }).to_string());
        let keyring = (keys == Keys::InTheKeyring).then(Keyring::start);
        if keyring.is_some() {
            desktop = desktop.with("PROOFUP_KEYRING", "");
        }
        let running = desktop.open().await;
        let mut guide = Self { running, desktop, keys, report, secrets: vec![], _keyring: keyring };
        guide.to_main_window().await;
        guide.window().part("page-sign-in").await;
        guide.secrets.push(PASSPHRASE.into());
        guide
    }

    /// Logs the start of a chapter.
    pub fn chapter(&self, name: &str) {
        self.report.chapter(name);
    }

    /// The main window.
    pub fn window(&self) -> &Window {
        &self.running.window
    }

    /// The desktop of this run.
    pub fn portal(&self) -> &Portal {
        &self.report.portal
    }

    /// The environment of the app in this run.
    pub fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// The folder of the app's data in this run, and of the tour's own files.
    pub fn folder(&self) -> &Path {
        self.desktop.folder()
    }

    /// The place of the vault's key in this run.
    pub fn keys(&self) -> Keys {
        self.keys
    }

    /// Takes a picture in each theme, and checks both with axe.
    pub async fn picture(&mut self, name: &str) {
        self.report.picture(&self.running.window, name).await;
    }

    /// Takes a picture without axe, such as of a printed page.
    pub async fn picture_without_axe(&mut self, name: &str) {
        self.report.picture_without_axe(&self.running.window, name).await;
    }

    /// Signs in as a person of the demo, up to the second step or the first page.
    pub async fn give_password_of(&mut self, story: &str) {
        self.window().part(&format!("demo-person-{story}")).await;
        let shown = format!("return document.querySelector('[data-testid=demo-password-{story}]').innerText");
        let password = self.window().script(&shown).await;
        self.remember_secret(password.as_str().unwrap_or_default());
        self.window().press(&format!("demo-person-{story}")).await;
    }

    /// Signs in with a password and a code by text message.
    pub async fn sign_in_by_text(&mut self, story: &str) {
        self.give_password_of(story).await;
        self.window().part("card-second-step").await;
        let code = self.newest_code().await;
        self.type_code(&code).await;
        self.window().press("action-verify").await;
    }

    /// Signs out on the Settings page.
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

    /// The code of the newest text on the demo phone. Waits for a newer one than the last.
    pub async fn newest_code(&mut self) -> String {
        self.window().switch_to(PHONE_PAGE).await;
        // A text that tells of something has no code.
        let newest = "const texts = [...document.querySelectorAll('[data-testid=phone-message-text]')];
            return texts.map((text) => text.innerText).filter((text) => /\\d{6}/.test(text)).pop() ?? ''";
        let code = seen(async || {
            let text = self.window().script(newest).await;
            six_digits(text.as_str()?).filter(|code| !self.secrets.contains(code))
        });
        let code = code.await.expect("a new text arrives on the demo phone");
        self.remember_secret(code.clone());
        self.to_main_window().await;
        code
    }

    /// A secret that must not be in the log.
    pub fn remember_secret(&mut self, secret: impl Into<String>) {
        self.secrets.push(secret.into());
    }

    /// Switches from the phone to the main window.
    pub async fn to_main_window(&self) {
        self.window().switch_to(MAIN_PAGE).await;
    }

    /// Switches to the phone.
    pub async fn to_phone(&self) {
        self.window().switch_to(PHONE_PAGE).await;
    }

    /// Closes the app and searches its log for every secret of the run.
    pub async fn end(self) -> Report {
        let log = self.desktop.log();
        self.running.close().await;
        let log = std::fs::read_to_string(log).expect("the app writes a log");
        assert!(log.lines().count() > 20, "the app wrote next to nothing at trace level, so the search proves nothing");
        for secret in self.secrets.iter().filter(|secret| !secret.is_empty()) {
            // The line distinguishes a leak from a coincidence; a secret of the tour is worthless.
            let line = log.lines().find(|line| stands_in(line, secret));
            assert!(line.is_none(), "{secret:?}, a secret of the tour, stands in the log: {line:?}");
        }
        self.report
    }
}

/// Whether a secret is in a line. Six digits must be separate: a time of day has as many fraction digits.
fn stands_in(line: &str, secret: &str) -> bool {
    let is_code = secret.bytes().all(|byte| byte.is_ascii_digit());
    line.match_indices(secret).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + secret.len()..].chars().next();
        !is_code
            || !(before.is_some_and(|c| c == '.' || c.is_alphanumeric()) || after.is_some_and(char::is_alphanumeric))
    })
}

/// The last six digits in a row.
fn six_digits(text: &str) -> Option<String> {
    let mut runs = text.split(|character: char| !character.is_ascii_digit());
    runs.rfind(|run| run.len() == 6).map(str::to_owned)
}
