//! The host of tray icons. On Linux it is a part of the desktop; GNOME needs an extension for it.

#[cfg(target_os = "linux")]
pub(crate) use linux::TrayHost;

/// Whether there is a host now.
#[cfg(target_os = "linux")]
pub(crate) async fn is_there() -> bool {
    TrayHost::find().await.is_some_and(|host| host.is_there())
}

/// Waits until the host appears or goes.
#[cfg(target_os = "linux")]
pub(crate) async fn changed(host: &mut Option<TrayHost>) {
    match host {
        Some(host) => host.changed().await,
        None => std::future::pending().await,
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use tokio_stream::StreamExt;
    use zbus::{
        Connection, Proxy,
        fdo::{DBusProxy, NameOwnerChangedStream},
    };

    const WATCHER: &str = "org.kde.StatusNotifierWatcher";

    /// The desktop's list of icons, watched.
    pub(crate) struct TrayHost {
        bus: Connection,
        there: bool,
        owners: NameOwnerChangedStream,
    }

    impl TrayHost {
        /// Finds it; `None` without a session bus.
        pub(crate) async fn find() -> Option<Self> {
            let found = async {
                let bus = Connection::session().await?;
                let names = DBusProxy::new(&bus).await?;
                let owners = names.receive_name_owner_changed_with_args(&[(0, WATCHER)]).await?;
                let there = has_host(&bus).await;
                Ok::<_, zbus::Error>(Self { bus, there, owners })
            };
            found.await.inspect_err(|error| tracing::debug!(%error, "there is no session bus for the tray")).ok()
        }

        pub(crate) fn is_there(&self) -> bool {
            self.there
        }

        pub(super) async fn changed(&mut self) {
            loop {
                if self.owners.next().await.is_none() {
                    // The session is over, and the app ends soon.
                    std::future::pending::<()>().await;
                }
                let there = has_host(&self.bus).await;
                if there != self.there {
                    self.there = there;
                    return;
                }
            }
        }
    }

    /// Whether there is a list, and a host that draws it.
    async fn has_host(bus: &Connection) -> bool {
        let asked = async {
            // A call to a missing name would start the program that provides it.
            let names = DBusProxy::new(bus).await?;
            if !names.name_has_owner(WATCHER.try_into()?).await? {
                return Ok(false);
            }
            let watcher = Proxy::new(bus, WATCHER, "/StatusNotifierWatcher", WATCHER).await?;
            watcher.get_property::<bool>("IsStatusNotifierHostRegistered").await
        };
        asked
            .await
            .inspect_err(|error| tracing::debug!(%error, "the desktop does not report its tray"))
            .unwrap_or(false)
    }
}

/// Other systems always have a place for icons.
#[cfg(not(target_os = "linux"))]
pub(crate) struct TrayHost;

#[cfg(not(target_os = "linux"))]
impl TrayHost {
    pub(crate) async fn find() -> Option<Self> {
        Some(Self)
    }

    pub(crate) fn is_there(&self) -> bool {
        true
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) async fn is_there() -> bool {
    true
}

#[cfg(not(target_os = "linux"))]
pub(crate) async fn changed(_host: &mut Option<TrayHost>) {
    std::future::pending().await
}
