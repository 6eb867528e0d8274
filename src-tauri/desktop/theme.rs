//! The desktop's theme, which the pages follow until the person chooses one.
//!
//! On Linux the desktop's portal reports it at the start and after each change: Tauri's windows do not use the portal,
//! and take every desktop for a light one. On other systems Tauri knows the theme.

use std::time::Duration;

use proofup_app::view::SystemTheme;
use tauri::{AppHandle, Runtime};
use tokio::sync::watch;

/// How long a page waits for the portal, which the desktop may have to start first. A later answer arrives as a change.
const PATIENCE: Duration = Duration::from_secs(2);

/// The last answer of the portal.
pub(crate) struct DesktopTheme {
    told: watch::Receiver<Option<SystemTheme>>,
}

impl DesktopTheme {
    /// Follows the theme, and informs every page of a change.
    pub(crate) fn follow<R: Runtime>(handle: &AppHandle<R>) -> Self {
        let (tell, told) = watch::channel(None);
        begin(handle.clone(), tell);
        Self { told }
    }

    /// A desktop that reports no theme.
    #[cfg(test)]
    pub(crate) fn unknown() -> Self {
        Self { told: watch::channel(None).1 }
    }

    /// The desktop's theme; `None` without a portal.
    pub(crate) async fn now(&self) -> Option<SystemTheme> {
        let mut told = self.told.clone();
        // The wait ends at once when the sender is gone.
        let _ = tokio::time::timeout(PATIENCE, told.wait_for(Option::is_some)).await;
        *told.borrow()
    }
}

#[cfg(not(target_os = "linux"))]
fn begin<R: Runtime>(_handle: AppHandle<R>, _tell: watch::Sender<Option<SystemTheme>>) {}

#[cfg(target_os = "linux")]
fn begin<R: Runtime>(handle: AppHandle<R>, tell: watch::Sender<Option<SystemTheme>>) {
    use tauri::Emitter;

    let heard = move |theme: SystemTheme| {
        tell.send_replace(Some(theme));
        if let Err(error) = handle.emit("theme", theme) {
            tracing::debug!(%error, "the pages could not be informed of the desktop's theme");
        }
    };
    tauri::async_runtime::spawn(async move {
        let followed = async { linux::follow(&zbus::Connection::session().await?, heard).await };
        if let Err(error) = followed.await {
            tracing::debug!(%error, "the desktop reports no theme");
        }
    });
}

#[cfg(target_os = "linux")]
mod linux {
    use proofup_app::view::SystemTheme;
    use tokio_stream::StreamExt;
    use zbus::{
        Connection, Proxy,
        zvariant::{OwnedValue, Value},
    };

    use crate::linux::portal::{PATH, PORTAL};

    const SETTINGS: &str = "org.freedesktop.portal.Settings";
    const NAMESPACE: &str = "org.freedesktop.appearance";
    const KEY: &str = "color-scheme";

    /// Reports the present theme, and each change.
    pub(super) async fn follow(bus: &Connection, heard: impl Fn(SystemTheme)) -> zbus::Result<()> {
        let settings = Proxy::new(bus, PORTAL, PATH, SETTINGS).await?;
        let mut changes = settings.receive_signal_with_args("SettingChanged", &[(0, NAMESPACE), (1, KEY)]).await?;
        let now = settings.call::<_, _, OwnedValue>("Read", &(NAMESPACE, KEY)).await;
        match now {
            Ok(now) => heard(theme(&now)),
            // A portal that starts later reports its theme as a change.
            Err(error) => {
                tracing::debug!(%error, "the portal reports no theme yet");
                heard(SystemTheme::Light);
            }
        }
        while let Some(change) = changes.next().await {
            let (_, _, value): (String, String, OwnedValue) = change.body().deserialize()?;
            heard(theme(&value));
        }
        Ok(())
    }

    /// 1 prefers dark, 2 light, 0 has no preference. The answer of `Read` has one more layer than a change.
    fn theme(value: &Value<'_>) -> SystemTheme {
        match value {
            Value::Value(inner) => theme(inner),
            Value::U32(1) => SystemTheme::Dark,
            _ => SystemTheme::Light,
        }
    }

    #[cfg(test)]
    mod tests {
        use proofup_app::view::SystemTheme::{Dark, Light};
        use tokio::sync::mpsc;
        use zbus::{fdo, interface, zvariant::Value};

        use super::{KEY, NAMESPACE, PATH, SETTINGS, follow};
        use crate::linux::portal::testing::Session;

        /// A desktop that prefers dark.
        struct Desktop;

        #[interface(name = "org.freedesktop.portal.Settings")]
        impl Desktop {
            fn read(&self, namespace: &str, key: &str) -> fdo::Result<Value<'static>> {
                let known = (namespace, key) == (NAMESPACE, KEY);
                known.then(|| Value::new(Value::from(1_u32))).ok_or(fdo::Error::Failed("not found".into()))
            }
        }

        #[tokio::test]
        async fn reports_the_desktops_theme_and_each_change() {
            let session = Session::start();
            let (tell, mut told) = mpsc::unbounded_channel();
            let desktop = session.serve(Desktop).await;
            let bus = session.connect().await;
            let following = tokio::spawn(async move { follow(&bus, |theme| tell.send(theme).unwrap()).await });
            assert_eq!(told.recv().await, Some(Dark));
            for (namespace, scheme) in
                [(NAMESPACE, 2_u32), ("org.gnome.desktop.a11y", 1), (NAMESPACE, 0), (NAMESPACE, 1)]
            {
                let change = (namespace, KEY, Value::from(scheme));
                desktop.emit_signal(None::<&str>, PATH, SETTINGS, "SettingChanged", &change).await.unwrap();
            }
            for wanted in [Light, Light, Dark] {
                assert_eq!(told.recv().await, Some(wanted), "another setting of this name is none of ours");
            }
            following.abort();
        }

        #[tokio::test]
        async fn a_desktop_without_a_portal_is_light() {
            let session = Session::start();
            let (tell, mut told) = mpsc::unbounded_channel();
            let bus = session.connect().await;
            let following = tokio::spawn(async move { follow(&bus, |theme| tell.send(theme).unwrap()).await });
            assert_eq!(told.recv().await, Some(Light));
            following.abort();
        }
    }
}
