//! Screenshots. On Linux the desktop's portal makes them, on X11 and Wayland alike, after asking the person.

use proofup_app::AppError;

/// Where a screenshot comes from.
pub(crate) enum Screen {
    /// This desktop.
    Desktop,
    /// Nowhere, in tests without a desktop.
    #[cfg(test)]
    Nobody,
}

impl Screen {
    /// The file of a screenshot, or of the part that the person chose.
    ///
    /// # Errors
    /// [`AppError::NoScreen`] where there is no portal, [`AppError::ScreenRefused`].
    pub(crate) async fn picture(&self) -> Result<Vec<u8>, AppError> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Desktop => match zbus::Connection::session().await {
                Ok(bus) => desktop::picture(&bus).await,
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
mod desktop {
    use std::{fs, io::Read, time::Duration};

    use proofup_app::AppError;
    use tauri::Url;
    use zbus::{Connection, zvariant::Value};

    use crate::linux::portal;

    const SCREENSHOT: &str = "org.freedesktop.portal.Screenshot";
    /// The time limit for the person's choice.
    const PATIENCE: Duration = Duration::from_secs(180);
    /// Larger files are not read; the picture reader has the same limit.
    const LARGEST: u64 = 64 * 1024 * 1024;

    pub(super) async fn picture(bus: &Connection) -> Result<Vec<u8>, AppError> {
        let unavailable = |error: zbus::Error| AppError::NoScreen(portal::in_a_word(&error));
        let ask = portal::ask(bus, SCREENSHOT, "Screenshot", |mut options| {
            options.extend([("interactive", Value::from(true)), ("modal", Value::from(true))]);
            ("", options)
        });
        let asked = tokio::time::timeout(PATIENCE, ask).await;
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

    /// Removes the file after reading it, because it may show secrets.
    fn read_and_remove(uri: &str) -> Result<Vec<u8>, String> {
        let path = Url::parse(uri).ok().and_then(|uri| uri.to_file_path().ok()).ok_or("the desktop named no file")?;
        let read = || {
            let mut bytes = Vec::new();
            fs::File::open(&path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
            Ok::<_, std::io::Error>(bytes)
        };
        let bytes = read().map_err(|error| error.to_string());
        if let Err(error) = fs::remove_file(&path) {
            tracing::warn!(%error, "the screenshot could not be removed");
        }
        bytes
    }

    #[cfg(test)]
    mod tests {
        use std::{collections::HashMap, path::PathBuf};

        use proofup_app::AppError;
        use zbus::{
            Connection, interface,
            message::Header,
            zvariant::{OwnedObjectPath, OwnedValue, Value},
        };

        use super::picture;
        use crate::linux::portal::testing::{Session, respond};

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
                assert_eq!(bool::try_from(options["interactive"].clone()), Ok(true), "the person chooses");
                let uri = tauri::Url::from_file_path(&self.file).unwrap().to_string();
                respond(bus, &header, &options, self.response, HashMap::from([("uri", Value::from(uri))])).await
            }
        }

        #[tokio::test]
        async fn asks_the_desktop_and_removes_the_file() {
            let session = Session::start();
            let bus = session.connect().await;
            let Err(AppError::NoScreen(why)) = picture(&bus).await else { panic!("there is no portal yet") };
            assert_eq!(why, "no desktop portal in this session");

            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("screen shot.png");
            std::fs::write(&file, "the screen").unwrap();
            let giving = session.serve(Desktop { response: 0, file: file.clone() }).await;
            assert_eq!(picture(&bus).await.unwrap(), b"the screen");
            assert!(!file.exists());
            assert!(matches!(picture(&bus).await, Err(AppError::NoScreen(_))), "the file is gone");
            giving.close().await.unwrap();
        }

        #[tokio::test]
        async fn the_person_can_refuse_a_screenshot() {
            let session = Session::start();
            let refusing = session.serve(Desktop { response: 1, file: PathBuf::from("/nowhere.png") }).await;
            assert!(matches!(picture(&session.connect().await).await, Err(AppError::ScreenRefused)));
            refusing.close().await.unwrap();
        }
    }
}
