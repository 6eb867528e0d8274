//! Receives the desktop's signals before the computer sleeps and when the screen is locked, so that the vault can lock.
//!
//! On Linux, `logind` signals sleep and locked sessions on the system bus, and the desktop's screen saver signals a
//! locked screen on the session bus. If neither exists, the settings show that. Other systems are not supported yet.

use proofup_app::App;

#[cfg(not(all(unix, not(target_os = "macos"))))]
pub(crate) fn begin(_app: &App) {}

#[cfg(all(unix, not(target_os = "macos")))]
pub(crate) fn begin(app: &App) {
    use proofup_app::view::LockTriggers;
    use tauri::async_runtime::block_on;

    // Calls on a bus may take a moment; the window does not wait for them.
    let app = app.clone();
    let listen = move || {
        let (sleeping, locking, saving) = (app.clone(), app.clone(), app.clone());
        let system = zbus::blocking::Connection::system().ok();
        let session = zbus::blocking::Connection::session().ok();
        let suspend = system
            .as_ref()
            .is_some_and(|bus| linux::on_sleep(bus, move || block_on(sleeping.vault().computer_goes_to_sleep())));
        let by_login = system.as_ref().is_some_and(|bus| {
            linux::on_locked_session(bus, std::process::id(), move || block_on(locking.vault().session_was_locked()))
        });
        let by_screen = session
            .as_ref()
            .is_some_and(|bus| linux::on_screen_saver(bus, move || block_on(saving.vault().session_was_locked())));
        app.vault().set_lock_triggers(LockTriggers { suspend, session: by_login || by_screen });
    };
    if let Err(error) = std::thread::Builder::new().name("session watch".to_owned()).spawn(listen) {
        tracing::warn!(%error, "the watch for sleep and locked screens did not start");
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
mod linux {
    use std::thread;

    use zbus::{
        MatchRule,
        blocking::{Connection, MessageIterator, Proxy, fdo::DBusProxy},
        message::Type,
        zvariant::{OwnedFd, OwnedObjectPath},
    };

    const LOGIN: &str = "org.freedesktop.login1";
    const MANAGER: &str = "org.freedesktop.login1.Manager";
    /// The services of screen savers: GNOME, Cinnamon and MATE have their own names, KDE and others the common one.
    const SCREEN_SAVERS: [&str; 4] =
        ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver"];

    /// Calls `asleep` before the computer sleeps, and delays the sleep until it returns. Returns whether that is
    /// supported.
    pub(super) fn on_sleep(bus: &Connection, asleep: impl Fn() + Send + 'static) -> bool {
        let Some(manager) = login_manager(bus) else { return false };
        let signals = match manager.receive_signal("PrepareForSleep") {
            Ok(signals) => signals,
            Err(error) => {
                tracing::debug!(%error, "logind is not available");
                return false;
            }
        };
        let listen = move || {
            let mut delay = delay_sleep(&manager);
            for signal in signals {
                match signal.body().deserialize::<bool>() {
                    Ok(true) => {
                        asleep();
                        // Dropping it lets the computer sleep.
                        drop(delay.take());
                    }
                    Ok(false) => delay = delay_sleep(&manager),
                    Err(error) => tracing::debug!(%error, "a signal about sleep is malformed"),
                }
            }
        };
        thread::Builder::new().name("sleep".to_owned()).spawn(listen).is_ok()
    }

    /// Calls `locked` when the session of this process is locked. Returns whether that is supported.
    pub(super) fn on_locked_session(bus: &Connection, process: u32, locked: impl Fn() + Send + 'static) -> bool {
        let Some(manager) = login_manager(bus) else { return false };
        let Ok(path) = manager.call::<_, _, OwnedObjectPath>("GetSessionByPID", &(process)) else { return false };
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .interface("org.freedesktop.login1.Session")
            .and_then(|rule| rule.member("Lock"))
            .and_then(|rule| rule.path(path))
            .map(|rule| rule.build());
        let Ok(signals) = rule.and_then(|rule| MessageIterator::for_match_rule(rule, bus, None)) else { return false };
        let listen = move || signals.flatten().for_each(|_| locked());
        thread::Builder::new().name("session lock".to_owned()).spawn(listen).is_ok()
    }

    /// Calls `locked` when the desktop's screen saver starts. Returns whether there is one.
    pub(super) fn on_screen_saver(bus: &Connection, locked: impl Fn() + Clone + Send + 'static) -> bool {
        let Ok(names) = DBusProxy::new(bus) else { return false };
        let there = |name: &str| name.try_into().is_ok_and(|name| names.name_has_owner(name).unwrap_or(false));
        let savers = SCREEN_SAVERS.into_iter().filter(|name| there(name));
        savers.filter(|name| on_one_screen_saver(bus, name, locked.clone())).count() > 0
    }

    fn on_one_screen_saver(bus: &Connection, name: &'static str, locked: impl Fn() + Send + 'static) -> bool {
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .interface(name)
            .and_then(|rule| rule.member("ActiveChanged"))
            .map(|rule| rule.build());
        let Ok(signals) = rule.and_then(|rule| MessageIterator::for_match_rule(rule, bus, None)) else { return false };
        let began = |message: zbus::Message| message.body().deserialize::<bool>().unwrap_or(false);
        let listen = move || signals.flatten().filter(|message| began(message.clone())).for_each(|_| locked());
        thread::Builder::new().name("screen saver".to_owned()).spawn(listen).is_ok()
    }

    fn login_manager(bus: &Connection) -> Option<Proxy<'static>> {
        let known = DBusProxy::new(bus).ok()?.name_has_owner(LOGIN.try_into().ok()?).unwrap_or(false);
        if !known {
            return None;
        }
        Proxy::new(bus, LOGIN, "/org/freedesktop/login1", MANAGER).ok()
    }

    /// Delays sleep until it is dropped. Without it, the key is forgotten a moment too late.
    fn delay_sleep(manager: &Proxy<'_>) -> Option<OwnedFd> {
        let held = manager.call("Inhibit", &("sleep", "Proofup", "The authenticator locks first", "delay"));
        held.inspect_err(|error| tracing::debug!(%error, "sleep does not wait for the vault")).ok()
    }
}

#[cfg(test)]
#[cfg(all(unix, not(target_os = "macos")))]
mod tests {
    use std::{sync::mpsc, time::Duration};

    use zbus::{blocking::Connection, zvariant::OwnedObjectPath};

    use super::linux;

    /// A stub of `logind` on the bus of the test.
    struct Login;

    #[zbus::interface(name = "org.freedesktop.login1.Manager")]
    impl Login {
        #[zbus(name = "GetSessionByPID")]
        fn get_session_by_pid(&self, _process: u32) -> OwnedObjectPath {
            OwnedObjectPath::try_from("/org/freedesktop/login1/session/c1").unwrap()
        }
    }

    fn soon<T>(heard: &mpsc::Receiver<T>) -> Option<T> {
        heard.recv_timeout(Duration::from_secs(60)).ok()
    }

    fn not_now<T>(heard: &mpsc::Receiver<T>) -> bool {
        heard.recv_timeout(Duration::from_millis(200)).is_err()
    }

    fn signal(bus: &Connection, path: &str, interface: &str, member: &str, on: Option<bool>) {
        let sent = match on {
            Some(on) => bus.emit_signal(None::<&str>, path, interface, member, &(on)),
            None => bus.emit_signal(None::<&str>, path, interface, member, &()),
        };
        sent.unwrap();
    }

    #[test]
    fn receives_sleep_and_locked_screens() {
        let Ok(ours) = Connection::session() else {
            eprintln!("skipped: there is no D-Bus session here; scripts/with-display makes one");
            return;
        };
        let desktop = Connection::session().expect("a second connection");
        if linux::on_sleep(&ours, || ()) {
            eprintln!("skipped: the bus of this session has a logind of its own");
            return;
        }
        assert!(!linux::on_locked_session(&ours, 1, || ()), "nobody tells");
        desktop.object_server().at("/org/freedesktop/login1", Login).expect("an object");
        desktop.request_name("org.freedesktop.login1").expect("the name is free");
        desktop.request_name("org.gnome.ScreenSaver").expect("the name is free");

        let (tell, asleep) = mpsc::channel();
        assert!(linux::on_sleep(&ours, move || tell.send(()).unwrap_or_default()));
        let manager = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager");
        signal(&desktop, manager.0, manager.1, "PrepareForSleep", Some(true));
        assert!(soon(&asleep).is_some(), "it goes to sleep");
        signal(&desktop, manager.0, manager.1, "PrepareForSleep", Some(false));
        assert!(not_now(&asleep), "waking up is no sleep");

        let (tell, locked) = mpsc::channel();
        let by_screen = tell.clone();
        assert!(linux::on_locked_session(&ours, 1, move || tell.send("session").unwrap_or_default()));
        assert!(linux::on_screen_saver(&ours, move || by_screen.send("screen").unwrap_or_default()));
        let session = "org.freedesktop.login1.Session";
        signal(&desktop, "/org/freedesktop/login1/session/c2", session, "Lock", None);
        assert!(not_now(&locked), "another person's session");
        signal(&desktop, "/org/freedesktop/login1/session/c1", session, "Lock", None);
        assert_eq!(soon(&locked), Some("session"));
        signal(&desktop, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", Some(false));
        assert!(not_now(&locked), "the screen came back");
        signal(&desktop, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", Some(true));
        assert_eq!(soon(&locked), Some("screen"));
    }
}
