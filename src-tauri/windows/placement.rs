//! The last position of the main window, so that it opens there again.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use tauri::{LogicalPosition, LogicalSize, Monitor, PhysicalPosition, PhysicalSize, Runtime, WebviewWindow};

/// Position and size, in physical pixels. For a maximized window, those before it was maximized.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    maximized: bool,
}

/// The usable area of a screen, in physical pixels.
#[derive(Debug, Clone, Copy)]
struct Area {
    left: i32,
    top: i32,
    width: u32,
    height: u32,
    scale: f64,
}

/// How a window is created.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Shape {
    pub(crate) size: LogicalSize<f64>,
    /// `None` if the position is on no screen any more: the desktop decides.
    pub(crate) position: Option<LogicalPosition<f64>>,
    pub(crate) maximized: bool,
}

/// The file with the position.
pub(crate) struct WindowPlace {
    path: PathBuf,
}

impl WindowPlace {
    pub(crate) fn new(data_folder: &Path) -> Self {
        Self { path: data_folder.join("window.json") }
    }

    /// The position and size, no larger than the screen; `None` if the window never had any.
    pub(crate) fn shape(&self, monitors: &[Monitor]) -> Option<Shape> {
        let areas = monitors.iter().map(area).collect::<Vec<_>>();
        Some(shape(self.read()?, &areas))
    }

    /// Moves a hidden window to its last position, if that is still on a screen.
    pub(crate) fn restore<R: Runtime>(&self, window: &WebviewWindow<R>) {
        let Some(place) = self.read() else { return };
        let monitors = window.available_monitors().unwrap_or_default();
        let set = || -> tauri::Result<()> {
            if monitors.iter().any(|monitor| shows(place, area(monitor))) {
                window.set_size(PhysicalSize::new(place.width, place.height))?;
                window.set_position(PhysicalPosition::new(place.x, place.y))?;
            }
            if place.maximized { window.maximize() } else { Ok(()) }
        };
        if let Err(error) = set() {
            tracing::debug!(%error, "the window could not be moved to its last position");
        }
    }

    /// Saves the position of the window.
    pub(crate) fn remember<R: Runtime>(&self, window: &WebviewWindow<R>) {
        let place = || -> tauri::Result<Place> {
            if window.is_maximized()?
                && let Some(before) = self.read()
            {
                return Ok(Place { maximized: true, ..before });
            }
            let (position, size) = (window.outer_position()?, window.inner_size()?);
            let maximized = window.is_maximized()?;
            Ok(Place { x: position.x, y: position.y, width: size.width, height: size.height, maximized })
        };
        let written = place().map_err(|error| error.to_string()).and_then(|place| {
            let json = serde_json::to_vec(&place).map_err(|error| error.to_string())?;
            fs::write(&self.path, json).map_err(|error| error.to_string())
        });
        if let Err(error) = written {
            tracing::debug!(error, "the position of the window was not saved");
        }
    }

    fn read(&self) -> Option<Place> {
        fs::read(&self.path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok())
    }
}

fn area(monitor: &Monitor) -> Area {
    let area = monitor.work_area();
    Area {
        left: area.position.x,
        top: area.position.y,
        width: area.size.width,
        height: area.size.height,
        scale: monitor.scale_factor(),
    }
}

fn shape(place: Place, areas: &[Area]) -> Shape {
    let own = areas.iter().find(|&&area| shows(place, area));
    let near = own.or(areas.first());
    let scale = near.map_or(1.0, |area| area.scale);
    let fits = |length: u32, most: Option<u32>| f64::from(most.map_or(length, |most| length.min(most))) / scale;
    Shape {
        size: LogicalSize::new(
            fits(place.width, near.map(|area| area.width)),
            fits(place.height, near.map(|area| area.height)),
        ),
        position: own.map(|_| LogicalPosition::new(f64::from(place.x) / scale, f64::from(place.y) / scale)),
        maximized: place.maximized,
    }
}

/// Whether enough of the title bar is in an area to drag it.
fn shows(place: Place, area: Area) -> bool {
    let (width, height) = (i64::from(area.width), i64::from(area.height));
    let (x, y) = (i64::from(place.x) - i64::from(area.left), i64::from(place.y) - i64::from(area.top));
    let visible = (x + i64::from(place.width)).min(width) - x.max(0);
    visible >= 100 && (0..=height - 40).contains(&y)
}

#[cfg(test)]
mod tests {
    use tauri::{LogicalPosition, LogicalSize};

    use super::{Area, Place, shape, shows};

    const SCREEN: Area = Area { left: 0, top: 0, width: 1920, height: 1080, scale: 1.0 };

    fn at(x: i32, y: i32) -> Place {
        Place { x, y, width: 1040, height: 720, maximized: false }
    }

    #[test]
    fn returns_only_to_a_position_where_it_can_be_dragged() {
        assert!(shows(at(100, 100), SCREEN));
        assert!(shows(at(-900, 0), SCREEN), "a corner is left");
        assert!(!shows(at(-1000, 0), SCREEN), "the screen on the left is gone");
        assert!(!shows(at(100, 1060), SCREEN), "the title bar is below the edge");
        assert!(!shows(at(100, -30), SCREEN), "the title bar is above the edge");
        assert!(shows(at(2000, 50), Area { left: 1920, ..SCREEN }), "on the second screen");
    }

    #[test]
    fn is_made_at_its_size_and_no_larger_than_the_screen() {
        let made = shape(at(100, 50), &[SCREEN]);
        assert_eq!(
            (made.size, made.position),
            (LogicalSize::new(1040.0, 720.0), Some(LogicalPosition::new(100.0, 50.0)))
        );
        let small = Area { width: 800, height: 600, ..SCREEN };
        assert_eq!(shape(at(0, 0), &[small]).size, LogicalSize::new(800.0, 600.0));
        assert_eq!(shape(at(5000, 0), &[SCREEN]).position, None, "its screen is gone");
        let fine = Area { scale: 2.0, ..SCREEN };
        assert_eq!(shape(at(100, 50), &[fine]).size, LogicalSize::new(520.0, 360.0), "two pixels to a point");
    }
}
