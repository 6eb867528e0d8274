//! The X server of the test: takes pictures of windows, closes them as a person does, and tells which are visible.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbaImage};
use x11rb::{
    connection::Connection,
    protocol::xproto::{
        AtomEnum, ClientMessageEvent, ConfigureWindowAux, ConnectionExt, EventMask, ImageFormat as Layout, MapState,
        StackMode, Window,
    },
    rust_connection::RustConnection,
};

/// Whether a window with this title is visible.
pub fn is_seen(title: &str) -> bool {
    let (server, root) = server();
    window(&server, root, title).is_some()
}

/// Closes the window with this title, like its close button.
pub fn close(title: &str) {
    let (server, root) = server();
    let window = window(&server, root, title).expect("the window can be seen");
    let atom = |name: &str| {
        let asked = server.intern_atom(false, name.as_bytes()).expect("the server is there");
        asked.reply().expect("it answers").atom
    };
    let message = ClientMessageEvent::new(32, window, atom("WM_PROTOCOLS"), [atom("WM_DELETE_WINDOW"), 0, 0, 0, 0]);
    let sent = server.send_event(false, window, EventMask::NO_EVENT, message).expect("the server is there");
    sent.check().expect("the window is told");
}

/// Raises the window with this title, so that all of it is drawn.
pub fn bring_forward(title: &str) {
    let (server, root) = server();
    let window = window(&server, root, title).expect("the window can be seen");
    let before = ConfigureWindowAux::new().stack_mode(StackMode::ABOVE);
    let asked = server.configure_window(window, &before).expect("the server is there");
    asked.check().expect("the window can be moved");
}

/// The pixels of a window.
#[derive(PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    /// In the server's order: blue, green, red and one unused byte. scripts/with-display uses 24 bits.
    pixels: Vec<u8>,
}

/// The pixels of the window with this title.
pub fn picture(title: &str) -> Picture {
    let (server, root) = server();
    let window = window(&server, root, title).expect("the window can be seen");
    let size = server.get_geometry(window).expect("the server is there").reply().expect("it has a size");
    let asked = server.get_image(Layout::Z_PIXMAP, window, 0, 0, size.width, size.height, !0);
    let pixels = asked.expect("the server is there").reply().expect("the window is whole on the screen").data;
    Picture { width: size.width.into(), height: size.height.into(), pixels }
}

impl Picture {
    /// The picture as a PNG file.
    pub fn png(mut self) -> Vec<u8> {
        for pixel in self.pixels.chunks_exact_mut(4) {
            pixel.swap(0, 2);
            pixel[3] = u8::MAX;
        }
        let picture = RgbaImage::from_raw(self.width, self.height, self.pixels).expect("four bytes for each pixel");
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::from(picture).to_rgb8().write_to(&mut bytes, ImageFormat::Png).expect("a PNG can be written");
        bytes.into_inner()
    }
}

fn server() -> (RustConnection, Window) {
    let (server, screen) = RustConnection::connect(None).expect("scripts/with-display makes a display");
    let root = server.setup().roots[screen].root;
    (server, root)
}

fn window(server: &RustConnection, root: Window, title: &str) -> Option<Window> {
    let windows = server.query_tree(root).ok()?.reply().ok()?.children;
    windows.into_iter().find(|&window| {
        let name = server.get_property(false, window, AtomEnum::WM_NAME, AtomEnum::ANY, 0, 64);
        let name = name.ok().and_then(|asked| asked.reply().ok()).map(|property| property.value).unwrap_or_default();
        let state = server.get_window_attributes(window).ok().and_then(|asked| asked.reply().ok());
        name == title.as_bytes() && state.is_some_and(|window| window.map_state == MapState::VIEWABLE)
    })
}
