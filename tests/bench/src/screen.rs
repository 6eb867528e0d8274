//! Waits for a window on the X server, and hides it.

use std::{
    error::Error,
    time::{Duration, Instant},
};

use x11rb::{
    connection::Connection,
    protocol::{
        Event,
        xproto::{ChangeWindowAttributesAux, ConnectionExt, EventMask},
    },
    rust_connection::RustConnection,
};

/// Smaller windows are menus, tooltips and internal windows of the toolkit.
const SMALLEST: u16 = 200;

/// A window that was mapped.
pub struct Appeared {
    /// The time.
    pub at: Instant,
    /// Its id on the X server.
    pub window: u32,
}

/// Watches the root window, from before the program starts.
pub struct Screen(RustConnection);

impl Screen {
    /// Starts to watch.
    pub fn watch() -> Result<Self, Box<dyn Error>> {
        let (connection, number) = x11rb::connect(None)?;
        let root = connection.setup().roots.get(number).ok_or("the X server has no screen")?.root;
        let notice = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
        connection.change_window_attributes(root, &notice)?.check()?;
        Ok(Self(connection))
    }

    /// Waits until a real window is mapped.
    pub fn window_appears(&self, patience: Duration) -> Result<Appeared, Box<dyn Error>> {
        let begun = Instant::now();
        while begun.elapsed() < patience {
            let Some(event) = self.0.poll_for_event()? else {
                std::thread::sleep(Duration::from_micros(500));
                continue;
            };
            if let Event::MapNotify(mapped) = event {
                let at = Instant::now();
                // A window may close before its size is read.
                let Ok(size) = self.0.get_geometry(mapped.window)?.reply() else { continue };
                if size.width >= SMALLEST && size.height >= SMALLEST {
                    return Ok(Appeared { at, window: mapped.window });
                }
            }
        }
        Err("no window appeared".into())
    }

    /// Hides a window, as if a person had minimised it.
    pub fn hide(&self, window: u32) -> Result<(), Box<dyn Error>> {
        Ok(self.0.unmap_window(window)?.check()?)
    }
}
