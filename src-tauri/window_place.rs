//! Where the main window was, so that it opens there again.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use tauri::{PhysicalPosition, PhysicalSize, Runtime, WebviewWindow};

/// Place and size, in physical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    maximized: bool,
}

/// The file with the place.
pub(crate) struct WindowPlace {
    path: PathBuf,
}

impl WindowPlace {
    pub(crate) fn new(data_folder: &Path) -> Self {
        Self { path: data_folder.join("window.json") }
    }

    /// Puts the window where it was, if that is still on a screen.
    pub(crate) fn restore<R: Runtime>(&self, window: &WebviewWindow<R>) {
        let Some(place) = fs::read(&self.path).ok().and_then(|bytes| serde_json::from_slice::<Place>(&bytes).ok())
        else {
            return;
        };
        let monitors = window.available_monitors().unwrap_or_default();
        let on_a_screen = monitors.iter().any(|monitor| {
            let area = monitor.work_area();
            shows(place, (area.position.x, area.position.y), (area.size.width, area.size.height))
        });
        let set = || -> tauri::Result<()> {
            if on_a_screen {
                window.set_size(PhysicalSize::new(place.width, place.height))?;
                window.set_position(PhysicalPosition::new(place.x, place.y))?;
            }
            if place.maximized { window.maximize() } else { Ok(()) }
        };
        if let Err(error) = set() {
            tracing::debug!(%error, "the window could not be put where it was");
        }
    }

    /// Remembers where the window is.
    pub(crate) fn remember<R: Runtime>(&self, window: &WebviewWindow<R>) {
        let place = || -> tauri::Result<Place> {
            let (position, size) = (window.outer_position()?, window.inner_size()?);
            let maximized = window.is_maximized()?;
            Ok(Place { x: position.x, y: position.y, width: size.width, height: size.height, maximized })
        };
        let written = place().map_err(|error| error.to_string()).and_then(|place| {
            let json = serde_json::to_vec(&place).map_err(|error| error.to_string())?;
            fs::write(&self.path, json).map_err(|error| error.to_string())
        });
        if let Err(error) = written {
            tracing::debug!(error, "the window's place is not remembered");
        }
    }
}

/// Whether enough of the title bar lies in an area to take hold of it.
fn shows(place: Place, (left, top): (i32, i32), (width, height): (u32, u32)) -> bool {
    let (width, height) = (i64::from(width), i64::from(height));
    let (x, y) = (i64::from(place.x) - i64::from(left), i64::from(place.y) - i64::from(top));
    let visible = (x + i64::from(place.width)).min(width) - x.max(0);
    visible >= 100 && (0..=height - 40).contains(&y)
}

#[cfg(test)]
mod tests {
    use super::{Place, shows};

    fn at(x: i32, y: i32) -> Place {
        Place { x, y, width: 1040, height: 720, maximized: false }
    }

    #[test]
    fn comes_back_only_where_it_can_be_taken_hold_of() {
        let screen = ((0, 0), (1920, 1080));
        assert!(shows(at(100, 100), screen.0, screen.1));
        assert!(shows(at(-900, 0), screen.0, screen.1), "a corner is left");
        assert!(!shows(at(-1000, 0), screen.0, screen.1), "the screen on the left is gone");
        assert!(!shows(at(100, 1060), screen.0, screen.1), "the title bar is below the edge");
        assert!(!shows(at(100, -30), screen.0, screen.1), "the title bar is above the edge");
        assert!(shows(at(2000, 50), (1920, 0), (1920, 1080)), "on the second screen");
    }
}
