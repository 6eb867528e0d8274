//! An X server and a window manager of the test's own: a person's windows have frames, and get their size from whoever frames them.

use std::{
    collections::HashSet,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use image::{Rgb, RgbImage};
use x11rb::{
    connection::Connection,
    protocol::xproto::{AtomEnum, ConnectionExt, ImageFormat, Window},
    rust_connection::RustConnection,
};

/// How long something that is seen may take on a machine with other things to do.
const PATIENCE: Duration = Duration::from_secs(200);
const PAUSE: Duration = Duration::from_millis(50);

/// The display, for as long as this value lives.
pub struct Screen {
    server: Child,
    manager: Child,
    name: String,
    connection: RustConnection,
    root: Window,
}

impl Screen {
    /// A display with a window manager, and nothing on it.
    pub fn open() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts: `make test` installs it");
        let mut number = String::new();
        let told = server.stdout.take().expect("its output is piped");
        BufReader::new(told).read_line(&mut number).expect("it tells its number");
        let name = format!(":{}", number.trim());
        let manager = Command::new("openbox")
            .args(["--sm-disable"])
            .env("DISPLAY", &name)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox starts: `make test` installs it");
        let (connection, screen) = RustConnection::connect(Some(&name)).expect("the display is there");
        let root = connection.setup().roots[screen].root;
        let display = Self { server, manager, name, connection, root };
        display.wait("the window manager", || display.property(root, "_NET_SUPPORTING_WM_CHECK").map(drop));
        display
    }

    /// What `DISPLAY` is for programs on it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Waits until something is there.
    pub fn wait<T>(&self, what: &str, look: impl Fn() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(begun.elapsed() < PATIENCE, "{what} did not come");
            std::thread::sleep(PAUSE);
        }
    }

    /// The window with this title, of those that the window manager knows.
    pub fn window(&self, title: &str) -> Option<Window> {
        let windows = self.property(self.root, "_NET_CLIENT_LIST")?;
        let windows = windows.chunks_exact(4).map(|id| u32::from_ne_bytes([id[0], id[1], id[2], id[3]]));
        windows.into_iter().find(|&window| {
            self.property(window, "_NET_WM_NAME").or_else(|| self.property(window, "WM_NAME"))
                == Some(title.as_bytes().to_vec())
        })
    }

    /// What a window shows, to the pixel. Nothing is before it.
    pub fn picture(&self, window: Window) -> Option<RgbImage> {
        let size = self.connection.get_geometry(window).ok()?.reply().ok()?;
        let asked = self.connection.get_image(ImageFormat::Z_PIXMAP, window, 0, 0, size.width, size.height, !0).ok()?;
        let colours =
            asked.reply().ok()?.data.chunks_exact(4).flat_map(|pixel| [pixel[2], pixel[1], pixel[0]]).collect();
        RgbImage::from_raw(size.width.into(), size.height.into(), colours)
    }

    fn property(&self, window: Window, name: &str) -> Option<Vec<u8>> {
        let atom = self.connection.intern_atom(false, name.as_bytes()).ok()?.reply().ok()?.atom;
        let asked = self.connection.get_property(false, window, atom, AtomEnum::ANY, 0, 1024).ok()?;
        asked.reply().ok().map(|property| property.value).filter(|value| !value.is_empty())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for process in [&mut self.manager, &mut self.server] {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// Whether a page is drawn here: its accent is somewhere, and many shades of letters on light ground.
pub fn is_a_page(picture: &RgbImage) -> bool {
    // Teal 80 of `ui/src/app/themes.ts`, which marks the page that is open.
    let accent = picture.pixels().any(|&pixel| pixel == Rgb([0x12, 0x78, 0x79]));
    accent && has_shades(picture, 40)
}

/// Whether a page shows a message that warns.
pub fn warns(picture: &RgbImage) -> bool {
    // The ground of Fluent's message bars of this kind, in light.
    picture.pixels().any(|&pixel| pixel == Rgb([0xff, 0xf9, 0xf5]))
}

/// Whether there are more shades than this. A page is mostly ground: a pixel like the one before it is no news.
fn has_shades(picture: &RgbImage, more_than: usize) -> bool {
    let (mut found, mut before) = (HashSet::new(), None);
    picture.pixels().any(|pixel| before.replace(pixel) != Some(pixel) && found.insert(pixel) && found.len() > more_than)
}
