//! The desktop's portal: a program makes a request, the desktop asks the person, and the answer arrives as a signal.

use std::collections::HashMap;

use serde::Serialize;
use tokio_stream::StreamExt;
use zbus::{
    Connection, Proxy,
    zvariant::{DynamicType, ObjectPath, OwnedObjectPath, OwnedValue, Value},
};

pub(crate) const PORTAL: &str = "org.freedesktop.portal.Desktop";
pub(crate) const PATH: &str = "/org/freedesktop/portal/desktop";
const REQUEST: &str = "org.freedesktop.portal.Request";

/// The options of a request.
pub(crate) type Options = HashMap<&'static str, Value<'static>>;

/// Makes a request, and waits for the person: 0 for done, 1 for refused, and the results. `body` puts the options where
/// the method expects them.
pub(crate) async fn ask<B: Serialize + DynamicType>(
    bus: &Connection,
    interface: &'static str,
    method: &'static str,
    body: impl FnOnce(Options) -> B,
) -> zbus::Result<(u32, HashMap<String, OwnedValue>)> {
    let token = token();
    let sender = bus.unique_name().map(|name| name.trim_start_matches(':').replace('.', "_")).unwrap_or_default();
    // The path is known before the request, so that the signal cannot arrive too early.
    let expected = ObjectPath::try_from(format!("{PATH}/request/{sender}/{token}"))?;
    let mut answers = Proxy::new(bus, PORTAL, expected.clone(), REQUEST).await?.receive_signal("Response").await?;
    let options = HashMap::from([("handle_token", Value::from(token))]);
    let desktop = Proxy::new(bus, PORTAL, PATH, interface).await?;
    let handle: OwnedObjectPath = desktop.call(method, &body(options)).await?;
    if *handle != expected {
        // Portals before version 0.9 choose the path themselves.
        answers = Proxy::new(bus, PORTAL, handle, REQUEST).await?.receive_signal("Response").await?;
    }
    let answer = answers.next().await.ok_or(zbus::Error::InvalidReply)?;
    answer.body().deserialize()
}

/// The usual error is that there is no portal; it gets a clear text.
pub(crate) fn in_a_word(error: &zbus::Error) -> String {
    match error {
        zbus::Error::MethodError(name, ..) if name.as_str() == "org.freedesktop.DBus.Error.ServiceUnknown" => {
            "no desktop portal in this session".to_owned()
        }
        other => other.to_string(),
    }
}

/// A name for an object that the desktop creates.
pub(crate) fn token() -> String {
    format!("proofup_{:016x}", rand::random::<u64>())
}

/// A stub of the desktop, on a session of its own.
#[cfg(test)]
pub(crate) mod testing {
    use std::{
        collections::HashMap,
        io::{BufRead, BufReader},
        process::{Child, Command, Stdio},
    };

    use zbus::{
        Connection, connection,
        message::Header,
        object_server::Interface,
        zvariant::{OwnedObjectPath, OwnedValue, Value},
    };

    use super::{PATH, PORTAL, REQUEST};

    /// A D-Bus session of one test.
    pub(crate) struct Session {
        daemon: Child,
        address: String,
    }

    impl Session {
        pub(crate) fn start() -> Self {
            let mut daemon = Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--print-address=1"])
                .stdout(Stdio::piped())
                .spawn()
                .expect("dbus-daemon starts: `make test` installs it");
            let mut address = String::new();
            BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
            Self { daemon, address: address.trim().to_owned() }
        }

        pub(crate) async fn connect(&self) -> Connection {
            connection::Builder::address(self.address.as_str()).unwrap().build().await.unwrap()
        }

        /// Adds a portal to the session.
        pub(crate) async fn serve(&self, desktop: impl Interface) -> Connection {
            let builder = connection::Builder::address(self.address.as_str()).unwrap();
            builder.serve_at(PATH, desktop).unwrap().name(PORTAL).unwrap().build().await.unwrap()
        }
    }

    impl Drop for Session {
        fn drop(&mut self) {
            let _ = self.daemon.kill();
            let _ = self.daemon.wait();
        }
    }

    /// Answers a request at once.
    pub(crate) async fn respond(
        bus: &Connection,
        header: &Header<'_>,
        options: &HashMap<String, OwnedValue>,
        response: u32,
        results: HashMap<&str, Value<'_>>,
    ) -> OwnedObjectPath {
        let sender = header.sender().unwrap().trim_start_matches(':').replace('.', "_");
        let token = String::try_from(options["handle_token"].clone()).unwrap();
        let path = format!("{PATH}/request/{sender}/{token}");
        let to = header.sender().map(|name| name.as_str());
        bus.emit_signal(to, path.as_str(), REQUEST, "Response", &(response, results)).await.unwrap();
        path.try_into().unwrap()
    }
}
