//! Puts the windows of the demo side by side.

use tauri::{LogicalSize, Manager, PhysicalPosition, Runtime, WebviewWindow};

use super::configuration;

/// The gap between two windows, in physical pixels.
const GAP: i64 = 16;

/// The width in physical pixels. A window that has just opened reports less than it gets: its configured width counts.
fn width<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<i64> {
    let (now, scale) = (window.outer_size()?.width, window.scale_factor()?);
    let configured = configuration(window.app_handle(), window.label())
        .map_or(0, |window| LogicalSize::new(window.width, window.height).to_physical::<u32>(scale).width);
    Ok(now.max(configured).into())
}

/// Puts a window to the right of another, if there is room; otherwise the desktop decides.
pub(crate) fn put_beside<R: Runtime>(window: &WebviewWindow<R>, other: &WebviewWindow<R>) {
    let place = || -> tauri::Result<Option<PhysicalPosition<i32>>> {
        let (position, size) = (other.outer_position()?, other.outer_size()?);
        let left = i64::from(position.x) + i64::from(size.width) + GAP;
        let Some(monitor) = other.current_monitor()? else { return Ok(None) };
        let edge = i64::from(monitor.position().x) + i64::from(monitor.size().width);
        let fits = left + width(window)? <= edge;
        Ok(i32::try_from(left).ok().filter(|_| fits).map(|left| PhysicalPosition::new(left, position.y)))
    };
    let put = place().and_then(|place| place.map_or(Ok(()), |place| window.set_position(place)));
    if let Err(error) = put {
        tracing::debug!(%error, "a window stays where the desktop put it");
    }
}
