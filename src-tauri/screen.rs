//! A picture of the screen. On Linux the desktop's portal gives it, on X11 and Wayland alike, after asking the person.

use proofup_app::AppError;

/// Who gives a picture of the screen.
pub(crate) enum Screen {
    /// This desktop.
    Desktop,
    /// Nobody, where there is no desktop.
    #[cfg(test)]
    Nobody,
}

impl Screen {
    /// A picture file of the screen, or of the part that the person chose.
    ///
    /// # Errors
    /// [`AppError::NoScreen`] where there is no portal, [`AppError::ScreenRefused`].
    pub(crate) async fn picture(&self) -> Result<Vec<u8>, AppError> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Desktop => match zbus::Connection::session().await {
                Ok(bus) => portal::picture(&bus).await,
                Err(error) => Err(AppError::NoScreen(error.to_string())),
            },
            #[cfg(not(target_os = "linux"))]
            Self::Desktop => Err(AppError::NoScreen("not available on this system yet".to_owned())),
            #[cfg(test)]
            Self::Nobody => Err(AppError::NoScreen("there is none".to_owned())),
        }
    }
}

#[cfg(target_os = "linux")]
mod portal {
    use std::{collections::HashMap, fs, io::Read, time::Duration};

    use proofup_app::AppError;
    use tauri::Url;
    use tokio_stream::StreamExt;
    use zbus::{
        Connection, Proxy,
        zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Value},
    };

    const PORTAL: &str = "org.freedesktop.portal.Desktop";
    const REQUEST: &str = "org.freedesktop.portal.Request";
    /// How long the person may take to choose.
    const PATIENCE: Duration = Duration::from_secs(180);
    /// Larger files are not read; what reads pictures has the same limit.
    const LARGEST: u64 = 64 * 1024 * 1024;

    pub(super) async fn picture(bus: &Connection) -> Result<Vec<u8>, AppError> {
        let unavailable = |error: zbus::Error| AppError::NoScreen(in_a_word(&error));
        let asked = tokio::time::timeout(PATIENCE, ask(bus)).await;
        let (response, mut results) = asked.map_err(|_| AppError::ScreenRefused)?.map_err(unavailable)?;
        match response {
            0 => {}
            1 => return Err(AppError::ScreenRefused),
            _ => return Err(AppError::NoScreen("the desktop ended the request".to_owned())),
        }
        let uri = results.remove("uri").and_then(|value| String::try_from(value).ok());
        let uri = uri.ok_or_else(|| AppError::NoScreen("the desktop named no file".to_owned()))?;
        let read = tokio::task::spawn_blocking(move || read_and_remove(&uri));
        read.await.map_err(|_| AppError::Failed)?.map_err(AppError::NoScreen)
    }

    /// That nobody is the portal is the usual case, and has words that are not the bus's.
    fn in_a_word(error: &zbus::Error) -> String {
        match error {
            zbus::Error::MethodError(name, ..) if name.as_str() == "org.freedesktop.DBus.Error.ServiceUnknown" => {
                "no desktop portal in this session".to_owned()
            }
            other => other.to_string(),
        }
    }

    /// The answer comes as a signal of an object whose path is known beforehand, so that it cannot come too early.
    async fn ask(bus: &Connection) -> zbus::Result<(u32, HashMap<String, OwnedValue>)> {
        let token = format!("proofup_{:016x}", rand::random::<u64>());
        let sender = bus.unique_name().map(|name| name.trim_start_matches(':').replace('.', "_")).unwrap_or_default();
        let expected = ObjectPath::try_from(format!("/org/freedesktop/portal/desktop/request/{sender}/{token}"))?;
        let mut answers = Proxy::new(bus, PORTAL, expected.clone(), REQUEST).await?.receive_signal("Response").await?;
        let desktop = Proxy::new(bus, PORTAL, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Screenshot");
        let options = HashMap::from([
            ("handle_token", Value::from(token.as_str())),
            ("interactive", Value::from(true)),
            ("modal", Value::from(true)),
        ]);
        let handle: OwnedObjectPath = desktop.await?.call("Screenshot", &("", options)).await?;
        if *handle != expected {
            // Portals before version 0.9 choose the path themselves.
            answers = Proxy::new(bus, PORTAL, handle, REQUEST).await?.receive_signal("Response").await?;
        }
        let answer = answers.next().await.ok_or(zbus::Error::InvalidReply)?;
        answer.body().deserialize()
    }

    /// The picture may show secrets, and nobody asked to keep it.
    fn read_and_remove(uri: &str) -> Result<Vec<u8>, String> {
        let path = Url::parse(uri).ok().and_then(|uri| uri.to_file_path().ok()).ok_or("the desktop named no file")?;
        let read = || {
            let mut bytes = Vec::new();
            fs::File::open(&path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
            Ok::<_, std::io::Error>(bytes)
        };
        let bytes = read().map_err(|error| error.to_string());
        if let Err(error) = fs::remove_file(&path) {
            tracing::warn!(%error, "the picture of the screen could not be removed");
        }
        bytes
    }

    #[cfg(test)]
    mod tests {
        use std::{
            collections::HashMap,
            io::{BufRead, BufReader},
            path::PathBuf,
            process::{Child, Command, Stdio},
        };

        use proofup_app::AppError;
        use zbus::{
            Connection, connection, interface,
            message::Header,
            zvariant::{OwnedObjectPath, OwnedValue, Value},
        };

        use super::{PORTAL, REQUEST, picture};

        /// A desktop that answers at once.
        struct Desktop {
            response: u32,
            file: PathBuf,
        }

        #[interface(name = "org.freedesktop.portal.Screenshot")]
        impl Desktop {
            async fn screenshot(
                &self,
                #[zbus(header)] header: Header<'_>,
                #[zbus(connection)] bus: &Connection,
                _parent_window: &str,
                options: HashMap<String, OwnedValue>,
            ) -> OwnedObjectPath {
                let sender = header.sender().unwrap().trim_start_matches(':').replace('.', "_");
                let token = String::try_from(options["handle_token"].clone()).unwrap();
                assert_eq!(bool::try_from(options["interactive"].clone()), Ok(true), "the person chooses");
                let path = format!("/org/freedesktop/portal/desktop/request/{sender}/{token}");
                let uri = tauri::Url::from_file_path(&self.file).unwrap().to_string();
                let results = HashMap::from([("uri", Value::from(uri))]);
                let body = (self.response, results);
                bus.emit_signal(header.sender().map(|name| name.as_str()), path.as_str(), REQUEST, "Response", &body)
                    .await
                    .unwrap();
                path.try_into().unwrap()
            }
        }

        /// A D-Bus session of this test alone.
        struct Session {
            daemon: Child,
            address: String,
        }

        impl Session {
            fn start() -> Self {
                let mut daemon = Command::new("dbus-daemon")
                    .args(["--session", "--nofork", "--print-address=1"])
                    .stdout(Stdio::piped())
                    .spawn()
                    .expect("dbus-daemon starts: `make test` installs it");
                let mut address = String::new();
                BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
                Self { daemon, address: address.trim().to_owned() }
            }

            async fn connect(&self) -> Connection {
                connection::Builder::address(self.address.as_str()).unwrap().build().await.unwrap()
            }

            async fn desktop(&self, response: u32, file: PathBuf) -> Connection {
                connection::Builder::address(self.address.as_str())
                    .unwrap()
                    .serve_at("/org/freedesktop/portal/desktop", Desktop { response, file })
                    .unwrap()
                    .name(PORTAL)
                    .unwrap()
                    .build()
                    .await
                    .unwrap()
            }
        }

        impl Drop for Session {
            fn drop(&mut self) {
                let _ = self.daemon.kill();
                let _ = self.daemon.wait();
            }
        }

        #[tokio::test]
        async fn asks_the_desktop_and_leaves_no_picture_behind() {
            let session = Session::start();
            let bus = session.connect().await;
            let Err(AppError::NoScreen(why)) = picture(&bus).await else { panic!("there is no portal yet") };
            assert_eq!(why, "no desktop portal in this session");

            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("screen shot.png");
            std::fs::write(&file, "the screen").unwrap();
            let giving = session.desktop(0, file.clone()).await;
            assert_eq!(picture(&bus).await.unwrap(), b"the screen");
            assert!(!file.exists());
            assert!(matches!(picture(&bus).await, Err(AppError::NoScreen(_))), "the file is gone");
            giving.close().await.unwrap();
        }

        #[tokio::test]
        async fn a_person_may_say_no() {
            let session = Session::start();
            let refusing = session.desktop(1, PathBuf::from("/nowhere.png")).await;
            assert!(matches!(picture(&session.connect().await).await, Err(AppError::ScreenRefused)));
            refusing.close().await.unwrap();
        }
    }
}
