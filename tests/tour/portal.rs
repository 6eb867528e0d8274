//! A stand-in for the desktop's portal in this D-Bus session: it gives a picture of the screen and binds shortcuts, or refuses,
//! at once and without asking anybody.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use zbus::{
    Connection, connection, interface,
    message::Header,
    zvariant::{OwnedObjectPath, OwnedValue, Value},
};

const DESKTOP: &str = "/org/freedesktop/portal/desktop";
const SHORTCUTS: &str = "org.freedesktop.portal.GlobalShortcuts";

/// What the person at the desktop decides.
pub enum Answer {
    /// Gives this file.
    Picture(PathBuf),
    /// Gives these keys, whichever were wished for.
    Keys(&'static str),
    /// Says no.
    Refused,
}

/// The portal; there is none again once it is closed.
pub struct Portal {
    bus: Connection,
    answer: Arc<Mutex<Answer>>,
    bound: Arc<Mutex<Vec<Shortcut>>>,
}

/// Session and id.
type Shortcut = (OwnedObjectPath, String);

impl Portal {
    /// Takes the portal's name on the session's bus.
    pub async fn open(answer: Answer) -> Self {
        let answer = Arc::new(Mutex::new(answer));
        let bound = Arc::<Mutex<Vec<Shortcut>>>::default();
        let shortcuts = GlobalShortcuts { answer: answer.clone(), bound: bound.clone() };
        let bus = connection::Builder::session()
            .and_then(|bus| bus.serve_at(DESKTOP, Screenshot { answer: answer.clone() }))
            .and_then(|bus| bus.serve_at(DESKTOP, shortcuts))
            .and_then(|bus| bus.name("org.freedesktop.portal.Desktop"))
            .expect("the portal can be described")
            .build()
            .await
            .expect("nobody else is the portal of this session");
        Self { bus, answer, bound }
    }

    /// Decides otherwise from now on.
    pub fn answers(&mut self, answer: Answer) {
        *lock(&self.answer) = answer;
    }

    /// Presses the keys of the shortcut that was bound last, wherever the person is.
    pub async fn press(&self) {
        let (session, id) = lock(&self.bound).last().cloned().expect("a shortcut was bound");
        let options = HashMap::from([("activation_token", Value::from("of-the-tour"))]);
        let press = (session, id, 0_u64, options);
        self.bus.emit_signal(None::<&str>, DESKTOP, SHORTCUTS, "Activated", &press).await.expect("it can be sent");
    }

    /// Leaves the session.
    pub async fn close(self) {
        self.bus.close().await.expect("the bus lets go");
    }
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
