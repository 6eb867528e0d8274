//! A stub of a desktop with a tray: keeps the list of icons, reads their menus and chooses items, like a panel.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use zbus::{
    Connection, Proxy, interface,
    message::Header,
    zvariant::{OwnedObjectPath, OwnedValue, Structure, Value},
};

use super::wait::seen;

const NAME: &str = "org.kde.StatusNotifierWatcher";
const PATH: &str = "/StatusNotifierWatcher";

/// The tray; dropping it removes the tray.
pub struct Tray {
    bus: Connection,
    icons: Icons,
}

/// Program and object of each icon.
type Icons = Arc<Mutex<Vec<(String, String)>>>;

struct Watcher(Icons);

#[interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, #[zbus(header)] header: Header<'_>, item: &str) {
        let program = header.sender().map(ToString::to_string).unwrap_or_default();
        self.0.lock().expect("nobody panicked").push((program, item.to_owned()));
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}

impl Tray {
    /// Starts a tray on the desktop of this test.
    pub async fn begin() -> Self {
        let bus = Connection::session().await.expect("scripts/with-display makes a D-Bus session");
        let icons = Icons::default();
        bus.object_server().at(PATH, Watcher(icons.clone())).await.expect("an object");
        bus.request_name(NAME).await.expect("no other tray is here");
        Self { bus, icons }
    }

    /// Removes the tray while programs continue.
    pub async fn end(self) {
        self.bus.release_name(NAME).await.expect("the name was ours");
    }

    /// Waits until the menu of the newest icon has these items; `-` is a separator.
    pub async fn shows(&self, wanted: &[&str]) {
        let mut last = Vec::new();
        let shown = seen(async || {
            last = self.lines().await.into_iter().map(|(_, label)| label).collect();
            (last == wanted).then_some(())
        });
        if shown.await.is_none() {
            panic!("the menu never showed {wanted:?}, but {last:?}");
        }
    }

    /// Chooses an item of the menu, after waiting for it.
    pub async fn choose(&self, wanted: &str) {
        let line = seen(async || self.lines().await.into_iter().find(|(_, label)| label == wanted)).await;
        let Some((id, _)) = line else { panic!("the menu never had {wanted:?}, but {:?}", self.lines().await) };
        let menu = self.menu().await.expect("there is a menu");
        let event = (id, "clicked", Value::from(0_i32), 0_u32);
        menu.call::<_, _, ()>("Event", &event).await.expect("the menu hears of it");
    }

    async fn menu(&self) -> Option<Proxy<'static>> {
        let (program, item) = self.icons.lock().expect("nobody panicked").last()?.clone();
        let icon = Proxy::new(&self.bus, program.clone(), item, "org.kde.StatusNotifierItem").await.ok()?;
        let menu = icon.get_property::<OwnedObjectPath>("Menu").await.ok()?;
        Proxy::new(&self.bus, program, menu, "com.canonical.dbusmenu").await.ok()
    }

    async fn lines(&self) -> Vec<(i32, String)> {
        let Some(menu) = self.menu().await else { return Vec::new() };
        let asked = (0_i32, -1_i32, Vec::<&str>::new());
        type Layout = (u32, (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>));
        let Ok((_, (_, _, lines))) = menu.call::<_, _, Layout>("GetLayout", &asked).await else { return Vec::new() };
        lines.into_iter().filter_map(line).collect()
    }
}

fn line(value: OwnedValue) -> Option<(i32, String)> {
    let line = Structure::try_from(value).ok()?;
    let (id, mut properties, _): (i32, HashMap<String, Value<'_>>, Vec<Value<'_>>) = line.try_into().ok()?;
    let mut text = |name: &str| properties.remove(name).and_then(|value| String::try_from(value).ok());
    if text("type").as_deref() == Some("separator") {
        return Some((id, "-".to_owned()));
    }
    Some((id, text("label")?.replace("__", "_")))
}
