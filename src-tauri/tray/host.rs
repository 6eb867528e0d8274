//! Who draws the icons of programs. On Linux a part of the desktop does, if it does: GNOME wants an extension for it.

#[cfg(target_os = "linux")]
pub(crate) use linux::TrayHost;

/// Whether somebody draws icons now.
#[cfg(target_os = "linux")]
pub(crate) async fn is_there() -> bool {
    TrayHost::find().await.is_some_and(|host| host.is_there())
}

/// Waits until whoever draws icons comes or goes.
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
        /// Looks for it; `None` where there is no session to ask.
        pub(crate) async fn find() -> Option<Self> {
            let found = async {
                let bus = Connection::session().await?;
                let names = DBusProxy::new(&bus).await?;
                let owners = names.receive_name_owner_changed_with_args(&[(0, WATCHER)]).await?;
                let there = has_host(&bus).await;
                Ok::<_, zbus::Error>(Self { bus, there, owners })
            };
            found.await.inspect_err(|error| tracing::debug!(%error, "nobody to ask about the tray")).ok()
        }

        pub(crate) fn is_there(&self) -> bool {
            self.there
        }

        pub(super) async fn changed(&mut self) {
            loop {
                if self.owners.next().await.is_none() {
                    // The session is over; so is the app, soon.
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

    /// There is a list, and somebody who draws what stands in it.
    async fn has_host(bus: &Connection) -> bool {
        let asked = async {
            // Asking for a name that is not there would start a program that has it.
            let names = DBusProxy::new(bus).await?;
            if !names.name_has_owner(WATCHER.try_into()?).await? {
                return Ok(false);
            }
            let watcher = Proxy::new(bus, WATCHER, "/StatusNotifierWatcher", WATCHER).await?;
            watcher.get_property::<bool>("IsStatusNotifierHostRegistered").await
        };
        asked
            .await
            .inspect_err(|error| tracing::debug!(%error, "the desktop does not tell of its tray"))
            .unwrap_or(false)
    }
}

/// The other systems have a place for icons always.
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
