//! The shortcut that brings the window to the front from anywhere: who gives it on this desktop, and whether it is held.

#[cfg(target_os = "linux")]
mod portal;
#[cfg(target_os = "linux")]
mod x11;

use std::sync::{Arc, Mutex, PoisonError};

use proofup_app::{AppError, Shortcut, view::QuickAccessObstacle};

#[cfg(target_os = "linux")]
use self::{portal::Bound, x11::Grab};

/// What comes of a shortcut that is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Heard {
    /// The keys were pressed. On Wayland a window comes to the front only with the desktop's token.
    Pressed {
        /// That token.
        token: Option<String>,
    },
    /// The person chose other keys in the desktop's settings; this is what it calls them.
    Renamed(String),
    /// The desktop took the keys back.
    Lost,
}

/// Who gives shortcuts.
#[derive(Clone, Copy)]
enum Giver {
    /// The X server.
    #[cfg(target_os = "linux")]
    X11,
    /// The desktop's portal, if it has them: on Wayland a program that asked an X server beside it would hear its own
    /// windows alone.
    #[cfg(target_os = "linux")]
    Portal,
    /// Nobody.
    Nobody(QuickAccessObstacle),
}

/// Keys that are ours; dropped, they are no more.
enum Held {
    #[cfg(target_os = "linux")]
    Grab { _grab: Grab },
    #[cfg(target_os = "linux")]
    Bound { _bound: Bound },
}

/// What the held keys are called here; none while none are.
#[derive(Clone, Default)]
struct Keys(Arc<Mutex<Option<String>>>);

/// The shortcut of this program.
pub(crate) struct Shortcuts {
    giver: Giver,
    /// One change at a time: the desktop may ask the person meanwhile.
    held: tokio::sync::Mutex<Option<(Shortcut, Held)>>,
    keys: Keys,
}

impl Shortcuts {
    /// Who gives shortcuts here.
    #[cfg(target_os = "linux")]
    pub(crate) fn of_this_desktop(wayland: bool, x11: bool) -> Self {
        Self::of(match (wayland, x11) {
            (true, _) => Giver::Portal,
            (false, true) => Giver::X11,
            (false, false) => Giver::Nobody(QuickAccessObstacle::NoDisplay),
        })
    }

    /// Nobody gives shortcuts here yet.
    #[cfg(not(target_os = "linux"))]
    pub(crate) fn of_this_desktop(_wayland: bool, _x11: bool) -> Self {
        Self::of(Giver::Nobody(QuickAccessObstacle::NotOnThisSystem))
    }

    fn of(giver: Giver) -> Self {
        Self { giver, held: tokio::sync::Mutex::default(), keys: Keys::default() }
    }

    /// Why there can be none.
    pub(crate) async fn obstacle(&self) -> Option<QuickAccessObstacle> {
        match self.giver {
            Giver::Nobody(obstacle) => Some(obstacle),
            #[cfg(target_os = "linux")]
            Giver::X11 => None,
            #[cfg(target_os = "linux")]
            Giver::Portal => match zbus::Connection::session().await {
                Ok(bus) if portal::is_there(&bus).await => None,
                _ => Some(QuickAccessObstacle::Wayland),
            },
        }
    }

    /// What the keys are called that no other program has; `None` while none are held.
    pub(crate) fn keys(&self) -> Option<String> {
        self.keys.get()
    }

    /// Holds this shortcut in place of the one before, or none. What was held stays when this one cannot be. `purpose` is
    /// what a desktop shows the person that it asks.
    ///
    /// # Errors
    /// [`AppError::ShortcutTaken`], [`AppError::ShortcutRefused`], [`AppError::ShortcutUnavailable`].
    pub(crate) async fn hold(
        &self,
        shortcut: Option<Shortcut>,
        purpose: &str,
        heard: impl Fn(Heard) + Send + 'static,
    ) -> Result<(), AppError> {
        let mut held = self.held.lock().await;
        let before = held.as_ref().map(|(shortcut, _)| *shortcut).filter(|_| self.keys().is_some());
        match shortcut {
            None => {
                *held = None;
                self.keys.set(None);
            }
            Some(same) if before == Some(same) => {}
            Some(other) => {
                let (taken, keys) = self.take(other, purpose, heard).await?;
                *held = Some((other, taken));
                self.keys.set(Some(keys));
            }
        }
        Ok(())
    }

    #[cfg(target_os = "linux")]
    async fn take(
        &self,
        shortcut: Shortcut,
        purpose: &str,
        heard: impl Fn(Heard) + Send + 'static,
    ) -> Result<(Held, String), AppError> {
        match self.giver {
            Giver::Nobody(obstacle) => Err(AppError::ShortcutUnavailable(obstacle.to_string())),
            Giver::X11 => {
                let grab = Grab::take(shortcut, move || heard(Heard::Pressed { token: None }))?;
                Ok((Held::Grab { _grab: grab }, shortcut.to_string()))
            }
            Giver::Portal => {
                let bus = zbus::Connection::session().await;
                let bus = bus.map_err(|error| AppError::ShortcutUnavailable(error.to_string()))?;
                let keys = self.keys.clone();
                let noted = move |news: Heard| {
                    match &news {
                        Heard::Pressed { .. } => {}
                        Heard::Renamed(name) => keys.set(Some(name.clone())),
                        Heard::Lost => keys.set(None),
                    }
                    heard(news);
                };
                let (bound, keys) = Bound::take(bus, shortcut, purpose, noted).await?;
                Ok((Held::Bound { _bound: bound }, keys))
            }
        }
    }

    #[cfg(not(target_os = "linux"))]
    async fn take(
        &self,
        _shortcut: Shortcut,
        _purpose: &str,
        _heard: impl Fn(Heard) + Send + 'static,
    ) -> Result<(Held, String), AppError> {
        let Giver::Nobody(obstacle) = self.giver;
        Err(AppError::ShortcutUnavailable(obstacle.to_string()))
    }
}

impl Keys {
    fn get(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, keys: Option<String>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = keys;
    }
}

#[cfg(test)]
mod tests {
    use proofup_app::view::QuickAccessObstacle;

    use super::Shortcuts;

    #[tokio::test]
    async fn holding_none_where_there_are_none_is_no_fault() {
        let shortcuts = Shortcuts::of_this_desktop(false, false);
        let nobody = [QuickAccessObstacle::NoDisplay, QuickAccessObstacle::NotOnThisSystem];
        assert!(shortcuts.obstacle().await.is_some_and(|obstacle| nobody.contains(&obstacle)));
        shortcuts.hold(None, "Open Proofup", |_| ()).await.unwrap();
        assert!(shortcuts.hold("Ctrl+Alt+P".parse().ok(), "Open Proofup", |_| ()).await.is_err());
        assert_eq!(shortcuts.keys(), None);
    }
}
