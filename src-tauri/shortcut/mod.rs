//! The global shortcut that raises the window: the provider on this desktop, and the active shortcut.

#[cfg(target_os = "linux")]
mod portal;
#[cfg(target_os = "linux")]
mod x11;

use std::sync::{Arc, Mutex, PoisonError};

use proofup_app::{AppError, Shortcut, view::QuickAccessObstacle};

#[cfg(target_os = "linux")]
use self::{portal::Bound, x11::Grab};

/// An event of the active shortcut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Heard {
    /// The keys were pressed. On Wayland, raising a window needs the desktop's token.
    Pressed {
        /// That token.
        token: Option<String>,
    },
    /// The person chose other keys in the desktop's settings; this is their name.
    Renamed(String),
    /// The desktop removed the shortcut.
    Lost,
}

/// The provider of shortcuts.
#[derive(Clone, Copy)]
enum Giver {
    /// The X server.
    #[cfg(target_os = "linux")]
    X11,
    /// The desktop's portal, if it supports them: on Wayland a grab on the X server would work only in X11 windows.
    #[cfg(target_os = "linux")]
    Portal,
    /// None.
    Nobody(QuickAccessObstacle),
}

/// An active shortcut; dropping it releases the keys.
enum Held {
    #[cfg(target_os = "linux")]
    Grab { _grab: Grab },
    #[cfg(target_os = "linux")]
    Bound { _bound: Bound },
}

/// The desktop's name for the active keys; `None` without a shortcut.
#[derive(Clone, Default)]
struct Keys(Arc<Mutex<Option<String>>>);

/// The shortcut of this program.
pub(crate) struct Shortcuts {
    giver: Giver,
    /// One change at a time: the desktop may be asking the person.
    held: tokio::sync::Mutex<Option<(Shortcut, Held)>>,
    keys: Keys,
}

impl Shortcuts {
    /// The provider on this desktop.
    #[cfg(target_os = "linux")]
    pub(crate) fn of_this_desktop(wayland: bool, x11: bool) -> Self {
        Self::of(match (wayland, x11) {
            (true, _) => Giver::Portal,
            (false, true) => Giver::X11,
            (false, false) => Giver::Nobody(QuickAccessObstacle::NoDisplay),
        })
    }

    /// Other systems have no provider yet.
    #[cfg(not(target_os = "linux"))]
    pub(crate) fn of_this_desktop(_wayland: bool, _x11: bool) -> Self {
        Self::of(Giver::Nobody(QuickAccessObstacle::NotOnThisSystem))
    }

    fn of(giver: Giver) -> Self {
        Self { giver, held: tokio::sync::Mutex::default(), keys: Keys::default() }
    }

    /// Why there can be no shortcut.
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

    /// The name of the active keys; `None` without a shortcut.
    pub(crate) fn keys(&self) -> Option<String> {
        self.keys.get()
    }

    /// Replaces the shortcut, or releases it. If the new one fails, the old one stays. `purpose` is the text that a
    /// desktop shows to the person.
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
    async fn releasing_a_shortcut_without_a_provider_is_no_error() {
        let shortcuts = Shortcuts::of_this_desktop(false, false);
        let nobody = [QuickAccessObstacle::NoDisplay, QuickAccessObstacle::NotOnThisSystem];
        assert!(shortcuts.obstacle().await.is_some_and(|obstacle| nobody.contains(&obstacle)));
        shortcuts.hold(None, "Open Proofup", |_| ()).await.unwrap();
        assert!(shortcuts.hold("Ctrl+Alt+P".parse().ok(), "Open Proofup", |_| ()).await.is_err());
        assert_eq!(shortcuts.keys(), None);
    }
}
