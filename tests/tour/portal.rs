//! A stub of the desktop's portal in this D-Bus session. It reports the desktop's theme, and on demand takes
//! screenshots and binds shortcuts, or refuses, at once and without a question.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use zbus::{
    Connection, connection, fdo, interface,
    message::Header,
    zvariant::{OwnedObjectPath, OwnedValue, Value},
};

use crate::support::Theme;

const NAME: &str = "org.freedesktop.portal.Desktop";
const DESKTOP: &str = "/org/freedesktop/portal/desktop";
const SETTINGS: &str = "org.freedesktop.portal.Settings";
const SHORTCUTS: &str = "org.freedesktop.portal.GlobalShortcuts";
const COLOR_SCHEME: (&str, &str) = ("org.freedesktop.appearance", "color-scheme");

/// The decision of the person at the desktop.
pub enum Answer {
    /// Gives this file.
    Picture(PathBuf),
    /// Gives these keys, regardless of the request.
    Keys(&'static str),
    /// Refuses.
    Refused,
}

/// The portal of a part of the tour.
pub struct Portal {
    bus: Connection,
    theme: Arc<Mutex<Theme>>,
    answer: Arc<Mutex<Answer>>,
    bound: Arc<Mutex<Vec<Shortcut>>>,
}

/// Session and id.
type Shortcut = (OwnedObjectPath, String);

impl Portal {
    /// Takes the portal's name on the session bus, as a light desktop without screenshots and shortcuts.
    pub async fn open() -> Self {
        let theme = Arc::new(Mutex::new(Theme::Light));
        let bus = connection::Builder::session()
            .and_then(|bus| bus.serve_at(DESKTOP, Settings { theme: theme.clone() }))
            .and_then(|bus| bus.name(NAME))
            .expect("the portal can be described")
            .build()
            .await
            .expect("nobody else is the portal of this session");
        Self { bus, theme, answer: Arc::new(Mutex::new(Answer::Refused)), bound: Arc::default() }
    }

    /// Changes the desktop's theme, and signals that to programs.
    pub async fn prefers(&self, theme: Theme) {
        *lock(&self.theme) = theme;
        let change = (COLOR_SCHEME.0, COLOR_SCHEME.1, scheme(theme));
        self.bus.emit_signal(None::<&str>, DESKTOP, SETTINGS, "SettingChanged", &change).await.expect("it can be sent");
    }

    /// From now on the desktop takes screenshots and binds shortcuts, if the person agrees.
    pub async fn asks_the_person(&self) {
        let server = self.bus.object_server();
        let screenshot = Screenshot { answer: self.answer.clone() };
        let shortcuts = GlobalShortcuts { answer: self.answer.clone(), bound: self.bound.clone() };
        server.at(DESKTOP, screenshot).await.expect("it can be offered");
        server.at(DESKTOP, shortcuts).await.expect("it can be offered");
    }

    /// Sets the person's decision.
    pub fn answers(&self, answer: Answer) {
        *lock(&self.answer) = answer;
    }

    /// Presses the keys of the last bound shortcut.
    pub async fn press(&self) {
        let (session, id) = lock(&self.bound).last().cloned().expect("a shortcut was bound");
        let options = HashMap::from([("activation_token", Value::from("of-the-tour"))]);
        let press = (session, id, 0_u64, options);
        self.bus.emit_signal(None::<&str>, DESKTOP, SHORTCUTS, "Activated", &press).await.expect("it can be sent");
    }

    /// Ends the portal, and starts it in its first state.
    pub async fn restarts(&self) {
        self.bus.release_name(NAME).await.expect("the name was ours");
        let server = self.bus.object_server();
        server.remove::<Screenshot, _>(DESKTOP).await.expect("it was offered");
        server.remove::<GlobalShortcuts, _>(DESKTOP).await.expect("it was offered");
        self.bus.request_name(NAME).await.expect("nobody else is the portal of this session");
    }
}

struct Settings {
    theme: Arc<Mutex<Theme>>,
}

#[interface(name = "org.freedesktop.portal.Settings")]
impl Settings {
    fn read(&self, namespace: &str, key: &str) -> fdo::Result<Value<'static>> {
        if (namespace, key) != COLOR_SCHEME {
            return Err(fdo::Error::Failed("Requested setting not found".into()));
        }
        Ok(Value::new(scheme(*lock(&self.theme))))
    }
}

fn scheme(theme: Theme) -> Value<'static> {
    Value::from(match theme {
        Theme::Dark => 1_u32,
        Theme::Light => 2,
    })
}

struct Screenshot {
    answer: Arc<Mutex<Answer>>,
}

#[interface(name = "org.freedesktop.portal.Screenshot")]
impl Screenshot {
    async fn screenshot(
        &self,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] bus: &Connection,
        _parent_window: &str,
        options: HashMap<String, OwnedValue>,
    ) -> OwnedObjectPath {
        let (response, results) = match &*lock(&self.answer) {
            Answer::Picture(file) => {
                (0_u32, HashMap::from([("uri", Value::from(format!("file://{}", file.display())))]))
            }
            Answer::Keys(_) | Answer::Refused => (1, HashMap::new()),
        };
        respond(bus, &header, &options, response, results).await
    }
}

struct GlobalShortcuts {
    answer: Arc<Mutex<Answer>>,
    bound: Arc<Mutex<Vec<Shortcut>>>,
}

#[interface(name = "org.freedesktop.portal.GlobalShortcuts")]
impl GlobalShortcuts {
    #[zbus(property, name = "version")]
    fn version(&self) -> u32 {
        1
    }

    async fn create_session(
        &self,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] bus: &Connection,
        options: HashMap<String, OwnedValue>,
    ) -> OwnedObjectPath {
        let token = String::try_from(options["session_handle_token"].clone()).expect("the token is text");
        let results = HashMap::from([("session_handle", Value::from(format!("{DESKTOP}/session/tour/{token}")))]);
        respond(bus, &header, &options, 0, results).await
    }

    async fn bind_shortcuts(
        &self,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] bus: &Connection,
        session: OwnedObjectPath,
        shortcuts: Vec<(String, HashMap<String, OwnedValue>)>,
        _parent_window: &str,
        options: HashMap<String, OwnedValue>,
    ) -> OwnedObjectPath {
        let (response, results) = match &*lock(&self.answer) {
            Answer::Keys(keys) => {
                let keys = HashMap::from([("trigger_description", Value::from(*keys))]);
                let bound: Vec<_> = shortcuts.iter().map(|(id, _)| (id.clone(), keys.clone())).collect();
                (0, HashMap::from([("shortcuts", Value::from(bound))]))
            }
            Answer::Picture(_) | Answer::Refused => (1, HashMap::new()),
        };
        if response == 0 {
            lock(&self.bound).extend(shortcuts.into_iter().map(|(id, _)| (session.clone(), id)));
        }
        respond(bus, &header, &options, response, results).await
    }
}

/// Answers a request at once.
async fn respond(
    bus: &Connection,
    header: &Header<'_>,
    options: &HashMap<String, OwnedValue>,
    response: u32,
    results: HashMap<&str, Value<'_>>,
) -> OwnedObjectPath {
    let sender = header.sender().expect("a caller has a name");
    let token = String::try_from(options["handle_token"].clone()).expect("the token is text");
    let path = format!("{DESKTOP}/request/{}/{token}", sender.trim_start_matches(':').replace('.', "_"));
    let request = "org.freedesktop.portal.Request";
    let sent = bus.emit_signal(Some(sender.as_str()), path.as_str(), request, "Response", &(response, results)).await;
    sent.expect("the answer can be sent");
    path.try_into().expect("it is a path")
}

fn lock<T>(shared: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
