//! The shortcut that brings the window to the front from anywhere: who gives it on this desktop, and whether it is held.

use std::sync::{Mutex, PoisonError};

use proofup_app::{AppError, Shortcut, view::AtHandObstacle};

#[cfg(target_os = "linux")]
use crate::shortcut_x11::Grab;

/// Nobody gives shortcuts here yet.
#[cfg(not(target_os = "linux"))]
struct Grab;

#[cfg(not(target_os = "linux"))]
impl Grab {
    fn take(_shortcut: Shortcut, _pressed: impl Fn() + Send + 'static) -> Result<Self, AppError> {
        Err(AppError::ShortcutUnavailable("not available on this system yet".to_owned()))
    }
}

/// The shortcut of this program.
pub(crate) struct Shortcuts {
    obstacle: Option<AtHandObstacle>,
    held: Mutex<Option<(Shortcut, Grab)>>,
}

impl Shortcuts {
    /// Who gives shortcuts here: an X server does; on Wayland a program that runs beside one would hear its own windows
    /// alone.
    pub(crate) fn of_this_desktop(wayland: bool, x11: bool) -> Self {
        let obstacle = match (wayland, x11) {
            _ if !cfg!(target_os = "linux") => Some(AtHandObstacle::NotOnThisSystem),
            (true, _) => Some(AtHandObstacle::Wayland),
            (false, true) => None,
            (false, false) => Some(AtHandObstacle::NoDisplay),
        };
        Self { obstacle, held: Mutex::default() }
    }

    /// Why there can be none.
    pub(crate) fn obstacle(&self) -> Option<AtHandObstacle> {
        self.obstacle
    }

    /// Whether no other program has it.
    pub(crate) fn is_held(&self) -> bool {
        self.held().is_some()
    }

    /// Holds this shortcut in place of the one before, or none. What was held stays when this one cannot be.
    ///
    /// # Errors
    /// [`AppError::ShortcutTaken`], [`AppError::ShortcutUnavailable`].
    pub(crate) fn hold(&self, shortcut: Option<Shortcut>, pressed: impl Fn() + Send + 'static) -> Result<(), AppError> {
        let mut held = self.held();
        match shortcut {
            None => *held = None,
            Some(same) if held.as_ref().is_some_and(|(before, _)| *before == same) => {}
            Some(other) => {
                if let Some(obstacle) = self.obstacle {
                    return Err(AppError::ShortcutUnavailable(obstacle.to_string()));
                }
                let grab = Grab::take(other, pressed)?;
                *held = Some((other, grab));
            }
        }
        Ok(())
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Option<(Shortcut, Grab)>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use proofup_app::view::AtHandObstacle;

    use super::Shortcuts;

    #[cfg(target_os = "linux")]
    #[test]
    fn wayland_gives_none_even_with_an_x_server_beside_it() {
        let obstacle = |wayland, x11| Shortcuts::of_this_desktop(wayland, x11).obstacle();
        assert_eq!(obstacle(true, true), Some(AtHandObstacle::Wayland));
        assert_eq!(obstacle(false, false), Some(AtHandObstacle::NoDisplay));
        assert_eq!(obstacle(false, true), None);
    }

    #[test]
    fn holding_none_where_there_are_none_is_no_fault() {
        let shortcuts = Shortcuts::of_this_desktop(true, false);
        shortcuts.hold(None, || ()).unwrap();
        assert!(shortcuts.hold("Ctrl+Alt+P".parse().ok(), || ()).is_err());
        assert!(!shortcuts.is_held());
    }
}
