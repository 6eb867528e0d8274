//! The X server of the test: closes windows as their frame would, and says which can be seen.

use x11rb::{
    connection::Connection,
    protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, MapState, Window},
    rust_connection::RustConnection,
};

/// Whether a window with this title can be seen.
pub fn is_seen(title: &str) -> bool {
    let (server, root) = server();
    window(&server, root, title).is_some()
}

/// Closes the window with this title, as the cross in its frame does.
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
