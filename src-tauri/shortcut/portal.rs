//! A shortcut of the desktop's portal, for Wayland: the desktop asks the person, grabs the keys, and signals when they
//! are pressed.

use std::{collections::HashMap, time::Duration};

use proofup_app::{AppError, Shortcut, ShortcutKey};
use tauri::async_runtime::{self, JoinHandle};
use tokio_stream::{Stream, StreamExt};
use zbus::{
    Connection, Proxy,
    fdo::DBusProxy,
    message::Message,
    zvariant::{OwnedObjectPath, OwnedValue, Structure, Value},
};

use crate::{
    linux::portal::{self, PATH, PORTAL},
    shortcut::Heard,
};

const SHORTCUTS: &str = "org.freedesktop.portal.GlobalShortcuts";
const SESSION: &str = "org.freedesktop.portal.Session";
/// The time limit for the person's answer.
const PATIENCE: Duration = Duration::from_secs(180);

/// The shortcut is active while this lives.
pub(crate) struct Bound {
    bus: Connection,
    session: OwnedObjectPath,
    listening: JoinHandle<()>,
}

/// Whether this desktop's portal supports shortcuts.
pub(crate) async fn is_there(bus: &Connection) -> bool {
    let asked = async { Proxy::new(bus, PORTAL, PATH, SHORTCUTS).await?.get_property::<u32>("version").await };
    asked.await.inspect_err(|error| tracing::debug!(%error, "the portal supports no shortcuts")).is_ok()
}

impl Bound {
    /// Requests the keys, and returns the desktop's name for them: the person may have chosen others. `purpose` is the
    /// text that the desktop shows, `heard` receives all events.
    ///
    /// # Errors
    /// [`AppError::ShortcutRefused`], [`AppError::ShortcutTaken`], [`AppError::ShortcutUnavailable`].
    pub(crate) async fn take(
        bus: Connection,
        shortcut: Shortcut,
        purpose: &str,
        heard: impl Fn(Heard) + Send + 'static,
    ) -> Result<(Self, String), AppError> {
        let session = open_session(&bus).await?;
        let id = id(shortcut);
        // From here on, every return closes the session.
        let listening =
            listen(bus.clone(), session.clone(), id.clone(), heard).await.map_err(|error| unavailable(&error))?;
        let bound = Self { bus, session, listening: async_runtime::spawn(listening) };
        let asked = tokio::time::timeout(PATIENCE, bound.bind(&id, shortcut, purpose)).await;
        let keys = asked.map_err(|_| AppError::ShortcutRefused)??;
        Ok((bound, keys))
    }

    async fn bind(&self, id: &str, shortcut: Shortcut, purpose: &str) -> Result<String, AppError> {
        let wish = HashMap::from([
            ("description", Value::from(purpose)),
            ("preferred_trigger", Value::from(trigger(shortcut))),
        ]);
        let asked = portal::ask(&self.bus, SHORTCUTS, "BindShortcuts", |options| {
            (self.session.clone(), vec![(id, wish)], "", options)
        });
        let mut results = done(asked.await)?;
        // If the person unticks the shortcut in the dialog, the answer lacks it.
        let ours = results.remove("shortcuts").and_then(bindings).and_then(|bindings| properties(bindings, id));
        let ours = ours.ok_or(AppError::ShortcutRefused)?;
        match keys(ours) {
            // If another program has the keys, the desktop returns the shortcut without keys.
            Some(keys) if keys.is_empty() => Err(AppError::ShortcutTaken),
            Some(keys) => Ok(keys),
            None => Ok(shortcut.to_string()),
        }
    }
}

impl Drop for Bound {
    fn drop(&mut self) {
        self.listening.abort();
        let (bus, session) = (self.bus.clone(), self.session.clone());
        async_runtime::spawn(async move {
            let close = async { Proxy::new(&bus, PORTAL, session, SESSION).await?.call("Close", &()).await };
            if let Err::<(), zbus::Error>(error) = close.await {
                tracing::debug!(%error, "the shortcut was not released");
            }
        });
    }
}

async fn open_session(bus: &Connection) -> Result<OwnedObjectPath, AppError> {
    let made = portal::ask(bus, SHORTCUTS, "CreateSession", |mut options| {
        options.insert("session_handle_token", Value::from(portal::token()));
        (options,)
    });
    let made = tokio::time::timeout(PATIENCE, made).await.map_err(|_| AppError::ShortcutRefused)?;
    // Portals return it as text, although it is a path.
    let session = match done(made)?.remove("session_handle").map(Value::from) {
        Some(Value::Str(path)) => OwnedObjectPath::try_from(path.as_str()).ok(),
        Some(Value::ObjectPath(path)) => Some(path.to_owned().into()),
        _ => None,
    };
    session.ok_or_else(|| AppError::ShortcutUnavailable("the desktop named no session".to_owned()))
}

/// Follows all events of a session.
async fn listen(
    bus: Connection,
    session: OwnedObjectPath,
    id: String,
    heard: impl Fn(Heard) + Send + 'static,
) -> zbus::Result<impl Future<Output = ()> + Send + 'static> {
    let mut all = signals(bus, session.clone()).await?;
    Ok(async move {
        while let Some(signal) = all.next().await {
            let news = match signal {
                Signal::Pressed(message) => pressed(&message, &session, &id),
                Signal::Changed(message) => renamed(&message, &session, &id),
                Signal::Over => Some(Heard::Lost),
            };
            if let Some(news) = news {
                heard(news);
            }
        }
    })
}

enum Signal {
    Pressed(Message),
    Changed(Message),
    Over,
}

async fn signals(bus: Connection, session: OwnedObjectPath) -> zbus::Result<impl Stream<Item = Signal> + Send + Unpin> {
    let portal = Proxy::new(&bus, PORTAL, PATH, SHORTCUTS).await?;
    let pressed = portal.receive_signal("Activated").await?.map(Signal::Pressed);
    let changed = portal.receive_signal("ShortcutsChanged").await?.map(Signal::Changed);
    let session = Proxy::new(&bus, PORTAL, session, SESSION).await?;
    let closed = session.receive_signal("Closed").await?.map(|_| Signal::Over);
    // The end of a portal ends its sessions.
    let owners = DBusProxy::new(&bus).await?.receive_name_owner_changed_with_args(&[(0, PORTAL)]).await?;
    Ok(pressed.merge(changed).merge(closed.merge(owners.map(|_| Signal::Over))))
}

fn pressed(message: &Message, session: &OwnedObjectPath, id: &str) -> Option<Heard> {
    type Press = (OwnedObjectPath, String, u64, HashMap<String, OwnedValue>);
    let (of, pressed, _, mut options) = message.body().deserialize::<Press>().ok()?;
    let token = options.remove("activation_token").and_then(|token| String::try_from(token).ok());
    (of == *session && pressed == id).then_some(Heard::Pressed { token })
}

fn renamed(message: &Message, session: &OwnedObjectPath, id: &str) -> Option<Heard> {
    let (of, bindings) = message.body().deserialize::<(OwnedObjectPath, Bindings)>().ok()?;
    let keys = keys(properties(bindings, id)?)?;
    (of == *session && !keys.is_empty()).then_some(Heard::Renamed(keys))
}

fn unavailable(error: &zbus::Error) -> AppError {
    AppError::ShortcutUnavailable(portal::in_a_word(error))
}

fn done(answer: zbus::Result<(u32, HashMap<String, OwnedValue>)>) -> Result<HashMap<String, OwnedValue>, AppError> {
    match answer.map_err(|error| unavailable(&error))? {
        (0, results) => Ok(results),
        (1, _) => Err(AppError::ShortcutRefused),
        _ => Err(AppError::ShortcutUnavailable("the desktop ended the request".to_owned())),
    }
}

/// The shortcuts of a session, by id.
type Bindings = Vec<(String, Properties)>;
type Properties = HashMap<String, OwnedValue>;

fn bindings(value: OwnedValue) -> Option<Bindings> {
    let all = Vec::<Structure<'_>>::try_from(Value::from(value)).ok()?;
    let binding = |one: Structure<'_>| {
        let (id, properties) = <(String, HashMap<String, Value<'_>>)>::try_from(one).ok()?;
        let owned = properties.into_iter().filter_map(|(name, value)| Some((name, value.try_into_owned().ok()?)));
        Some((id, owned.collect()))
    };
    all.into_iter().map(binding).collect()
}

/// The properties of our shortcut.
fn properties(bindings: Bindings, id: &str) -> Option<Properties> {
    bindings.into_iter().find_map(|(name, properties)| (name == id).then_some(properties))
}

/// The desktop's name for the keys.
fn keys(mut properties: Properties) -> Option<String> {
    let keys = String::try_from(properties.remove("trigger_description")?).ok()?;
    Some(keys.trim().chars().filter(|sign| !sign.is_control()).take(60).collect())
}

/// Desktops remember the keys of an id. Other keys get another id, so that the desktop asks the person again.
fn id(shortcut: Shortcut) -> String {
    format!("open-{}", shortcut.to_string().to_ascii_lowercase().replace('+', "-"))
}

/// The keys in the format of the shortcuts specification.
fn trigger(shortcut: Shortcut) -> String {
    let Shortcut { ctrl, alt, shift, meta, key } = shortcut;
    let held = [(ctrl, "CTRL"), (alt, "ALT"), (shift, "SHIFT"), (meta, "LOGO")];
    let key = match key {
        ShortcutKey::Sign(sign) => sign.to_ascii_lowercase().to_string(),
        ShortcutKey::Function(number) => format!("F{number}"),
        ShortcutKey::Space => "space".to_owned(),
    };
    held.into_iter().filter(|(held, _)| *held).map(|(_, name)| name).chain([key.as_str()]).collect::<Vec<_>>().join("+")
}

#[cfg(test)]
mod tests {
    use std::{
        collections::HashMap,
        sync::mpsc::{self, Receiver},
        time::{Duration, Instant},
    };

    use proofup_app::{AppError, Shortcut};
    use zbus::{
        Connection, interface,
        message::Header,
        zvariant::{OwnedObjectPath, OwnedValue, Value},
    };

    use super::{Bound, PATH, SESSION, SHORTCUTS, is_there};
    use crate::{
        linux::portal::testing::{Session, respond},
        shortcut::Heard,
    };

    const OURS: &str = "/org/freedesktop/portal/desktop/session/1/a";

    /// A stub of a desktop whose person accepts or refuses shortcuts, and chooses keys.
    struct Desktop {
        says: u32,
        keys: Option<&'static str>,
    }

    #[interface(name = "org.freedesktop.portal.GlobalShortcuts")]
    impl Desktop {
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
            assert!(options.contains_key("session_handle_token"));
            respond(bus, &header, &options, 0, HashMap::from([("session_handle", Value::from(OURS))])).await
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
            assert_eq!(session.as_str(), OURS);
            let (id, wish) = &shortcuts[0];
            let wished = |name: &str| String::try_from(wish[name].clone()).unwrap();
            assert_eq!((id.as_str(), wished("preferred_trigger").as_str()), ("open-ctrl-alt-p", "CTRL+ALT+p"));
            assert_eq!(wished("description"), "Open Proofup");
            let bound: Vec<_> = self.keys.into_iter().map(|keys| bound_as(id, keys)).collect();
            respond(bus, &header, &options, self.says, HashMap::from([("shortcuts", Value::from(bound))])).await
        }
    }

    fn bound_as(id: &str, keys: &str) -> (String, HashMap<String, Value<'static>>) {
        (id.to_owned(), HashMap::from([("trigger_description".to_owned(), Value::from(keys.to_owned()))]))
    }

    async fn press(desktop: &Connection, session: &str, id: &str, token: &str) {
        let options = HashMap::from([("activation_token", Value::from(token))]);
        let body = (OwnedObjectPath::try_from(session).unwrap(), id, 0_u64, options);
        desktop.emit_signal(None::<&str>, PATH, SHORTCUTS, "Activated", &body).await.unwrap();
    }

    fn keys() -> Shortcut {
        "Ctrl+Alt+P".parse().unwrap()
    }

    async fn next(heard: &Receiver<Heard>) -> Heard {
        let begun = Instant::now();
        loop {
            if let Ok(news) = heard.try_recv() {
                return news;
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "no event arrived");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    #[tokio::test]
    async fn the_desktop_binds_the_keys_and_signals_them() {
        let session = Session::start();
        let bus = session.connect().await;
        assert!(!is_there(&bus).await, "no portal yet");
        let desktop = session.serve(Desktop { says: 0, keys: Some("Ctrl+Alt+Q") }).await;
        assert!(is_there(&bus).await);
        let (tell, heard) = mpsc::channel();
        let told = move |news| tell.send(news).unwrap_or_default();
        let (bound, keys) = Bound::take(bus, keys(), "Open Proofup", told).await.unwrap();
        assert_eq!(keys, "Ctrl+Alt+Q", "the person chose others in the desktop's own dialog");

        press(&desktop, "/org/freedesktop/portal/desktop/session/1/another", "open-ctrl-alt-p", "t1").await;
        press(&desktop, OURS, "another", "t2").await;
        press(&desktop, OURS, "open-ctrl-alt-p", "t3").await;
        assert_eq!(next(&heard).await, Heard::Pressed { token: Some("t3".to_owned()) }, "the others were not ours");

        let renamed = (OwnedObjectPath::try_from(OURS).unwrap(), vec![bound_as("open-ctrl-alt-p", "Super+P")]);
        desktop.emit_signal(None::<&str>, PATH, SHORTCUTS, "ShortcutsChanged", &renamed).await.unwrap();
        assert_eq!(next(&heard).await, Heard::Renamed("Super+P".to_owned()));

        let over = HashMap::<&str, Value<'_>>::new();
        desktop.emit_signal(None::<&str>, OURS, SESSION, "Closed", &(over,)).await.unwrap();
        assert_eq!(next(&heard).await, Heard::Lost);
        desktop.close().await.unwrap();
        assert_eq!(next(&heard).await, Heard::Lost, "without a portal nobody tells of keys");
        drop(bound);
    }

    async fn refused(says: u32, keys_of: Option<&'static str>) -> AppError {
        let session = Session::start();
        let desktop = session.serve(Desktop { says, keys: keys_of }).await;
        let refused = Bound::take(session.connect().await, keys(), "Open Proofup", |_| ()).await;
        desktop.close().await.unwrap();
        refused.err().expect("no keys were given")
    }

    #[tokio::test]
    async fn the_person_can_refuse_a_shortcut() {
        assert!(matches!(refused(1, None).await, AppError::ShortcutRefused));
        assert!(matches!(refused(0, None).await, AppError::ShortcutRefused), "it was left out of the answer");
        assert!(matches!(refused(2, None).await, AppError::ShortcutUnavailable(_)));
    }

    #[tokio::test]
    async fn keys_of_another_program_are_an_error() {
        assert!(matches!(refused(0, Some("")).await, AppError::ShortcutTaken));
    }

    #[tokio::test]
    async fn without_a_portal_a_shortcut_is_unavailable() {
        let session = Session::start();
        let asked = Bound::take(session.connect().await, keys(), "Open Proofup", |_| ()).await;
        let Err(AppError::ShortcutUnavailable(why)) = asked else { panic!("there is no portal") };
        assert_eq!(why, "no desktop portal in this session");
    }
}
