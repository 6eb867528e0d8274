//! A stand-in for the desktop's portal in this D-Bus session: it gives a picture of the screen, or refuses, at once and
//! without asking anybody.

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

/// What the person at the desktop decides.
pub enum Answer {
    /// Gives this file.
    Picture(PathBuf),
    /// Says no.
    Refused,
}

/// The portal; there is none again once it is closed.
pub struct Portal {
    bus: Connection,
    answer: Arc<Mutex<Answer>>,
}

impl Portal {
    /// Takes the portal's name on the session's bus.
    pub async fn open(answer: Answer) -> Self {
        let answer = Arc::new(Mutex::new(answer));
        let bus = connection::Builder::session()
            .and_then(|bus| bus.serve_at(DESKTOP, Screenshot { answer: answer.clone() }))
            .and_then(|bus| bus.name("org.freedesktop.portal.Desktop"))
            .expect("the portal can be described")
            .build()
            .await
            .expect("nobody else is the portal of this session");
        Self { bus, answer }
    }

    /// Decides otherwise from now on.
    pub fn answers(&mut self, answer: Answer) {
        *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = answer;
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
        let sender = header.sender().expect("a caller has a name");
        let token = String::try_from(options["handle_token"].clone()).expect("the token is text");
        let path = format!("{DESKTOP}/request/{}/{token}", sender.trim_start_matches(':').replace('.', "_"));
        let (response, results) = match &*self.answer.lock().unwrap_or_else(PoisonError::into_inner) {
            Answer::Picture(file) => {
                (0_u32, HashMap::from([("uri", Value::from(format!("file://{}", file.display())))]))
            }
            Answer::Refused => (1, HashMap::new()),
        };
        bus.emit_signal(
            Some(sender.as_str()),
            path.as_str(),
            "org.freedesktop.portal.Request",
            "Response",
            &(response, results),
        )
        .await
        .expect("the answer can be sent");
        path.try_into().expect("it is a path")
    }
}
