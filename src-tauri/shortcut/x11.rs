//! A shortcut of the X server, which grabs the keys and signals when they are pressed. The library for this polls
//! twenty times a second; this code waits for events.

use std::{fmt::Display, sync::Arc, thread};

use proofup_app::{AppError, Shortcut, ShortcutKey};
use x11rb::{
    connection::Connection,
    errors::ReplyError,
    protocol::{
        ErrorKind, Event,
        xproto::{
            ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, GrabMode, Keycode, ModMask, Window,
            WindowClass,
        },
    },
    rust_connection::RustConnection,
};

/// The server counts Caps Lock and Num Lock as modifiers; the person does not.
const IGNORED: [u16; 4] = [0, 1 << 1, 1 << 4, 1 << 1 | 1 << 4];

/// The keys are grabbed while this lives.
pub(crate) struct Grab {
    connection: Arc<RustConnection>,
    root: Window,
    key: Keycode,
    /// An invisible window; a message to it ends the wait.
    own: Window,
}

impl Grab {
    /// Grabs the keys and calls `pressed` each time.
    ///
    /// # Errors
    /// [`AppError::ShortcutTaken`] by another program, [`AppError::ShortcutUnavailable`].
    pub(crate) fn take(shortcut: Shortcut, pressed: impl Fn() + Send + 'static) -> Result<Self, AppError> {
        let (connection, screen) = RustConnection::connect(None).map_err(unavailable)?;
        let screen = connection.setup().roots.get(screen).ok_or_else(|| unavailable("no screen"))?;
        let root = screen.root;
        let key = keycode(&connection, shortcut.key).map_err(unavailable)?;
        let key = key.ok_or_else(|| unavailable("no such key on this keyboard"))?;
        let modifiers = modifiers(shortcut);
        for ignored in IGNORED {
            let held = ModMask::from(modifiers | ignored);
            let asked = connection.grab_key(false, root, held, key, GrabMode::ASYNC, GrabMode::ASYNC);
            asked.map_err(unavailable)?.check().map_err(|error| match error {
                ReplyError::X11Error(refused) if refused.error_kind == ErrorKind::Access => AppError::ShortcutTaken,
                other => unavailable(other),
            })?;
        }
        let own = own_window(&connection, root).map_err(unavailable)?;
        let connection = Arc::new(connection);
        let waiting = connection.clone();
        let wait = move || loop {
            match waiting.wait_for_event() {
                Ok(Event::KeyPress(_)) => pressed(),
                Ok(Event::ClientMessage(_)) | Err(_) => return,
                Ok(_) => {}
            }
        };
        thread::Builder::new().name("shortcut".to_owned()).spawn(wait).map_err(unavailable)?;
        Ok(Self { connection, root, key, own })
    }
}

impl Drop for Grab {
    fn drop(&mut self) {
        let let_go = || -> Result<(), ReplyError> {
            self.connection.ungrab_key(self.key, self.root, ModMask::ANY)?.check()?;
            let end = ClientMessageEvent::new(8, self.own, 1_u32, [0_u8; 20]);
            self.connection.send_event(false, self.own, EventMask::NO_EVENT, end)?.check()
        };
        if let Err(error) = let_go() {
            tracing::debug!(%error, "the shortcut was not released");
        }
    }
}

fn unavailable(error: impl Display) -> AppError {
    AppError::ShortcutUnavailable(error.to_string())
}

fn own_window(connection: &RustConnection, root: Window) -> Result<Window, Box<dyn std::error::Error>> {
    let own = connection.generate_id()?;
    let nothing = CreateWindowAux::new();
    connection.create_window(0, own, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &nothing)?.check()?;
    Ok(own)
}

fn modifiers(shortcut: Shortcut) -> u16 {
    let Shortcut { ctrl, alt, shift, meta, key: _ } = shortcut;
    let masks = [(shift, 1 << 0), (ctrl, 1 << 2), (alt, 1 << 3), (meta, 1 << 6)];
    masks.into_iter().filter(|(held, _)| *held).fold(0, |all, (_, mask)| all | mask)
}

/// The code of a key on this keyboard.
fn keycode(connection: &RustConnection, key: ShortcutKey) -> Result<Option<Keycode>, ReplyError> {
    let symbol = match key {
        ShortcutKey::Sign(sign) => u32::from(sign.to_ascii_lowercase()),
        ShortcutKey::Function(number) => 0xffbd + u32::from(number),
        ShortcutKey::Space => 0x20,
    };
    let (first, last) = (connection.setup().min_keycode, connection.setup().max_keycode);
    let keyboard = connection.get_keyboard_mapping(first, last - first + 1)?.reply()?;
    let keys = keyboard.keysyms.chunks(usize::from(keyboard.keysyms_per_keycode).max(1));
    Ok((first..=last).zip(keys).find(|(_, symbols)| symbols.contains(&symbol)).map(|(code, _)| code))
}

#[cfg(test)]
mod tests {
    use std::{sync::mpsc, time::Duration};

    use proofup_app::{AppError, Shortcut, ShortcutKey};
    use x11rb::{
        connection::Connection,
        protocol::{xproto::ConnectionExt, xtest::ConnectionExt as _},
        rust_connection::RustConnection,
    };

    use super::{Grab, keycode};

    const PRESSED: u8 = 2;
    const RELEASED: u8 = 3;

    /// Presses keys like a person.
    fn press(keyboard: &RustConnection, symbols: &[u32]) {
        let (first, last) = (keyboard.setup().min_keycode, keyboard.setup().max_keycode);
        let mapping = keyboard.get_keyboard_mapping(first, last - first + 1).unwrap().reply().unwrap();
        let keys = mapping.keysyms.chunks(usize::from(mapping.keysyms_per_keycode));
        let all: Vec<_> = (first..=last).zip(keys).collect();
        let code = |symbol: &u32| all.iter().find(|(_, symbols)| symbols.contains(symbol)).unwrap().0;
        for (what, symbols) in [(PRESSED, symbols.to_vec()), (RELEASED, symbols.iter().rev().copied().collect())] {
            for symbol in &symbols {
                keyboard.xtest_fake_input(what, code(symbol), 0, x11rb::NONE, 0, 0, 0).unwrap().check().unwrap();
            }
        }
    }

    #[test]
    fn receives_only_its_keys_and_releases_them() {
        let Ok((keyboard, _)) = RustConnection::connect(None) else {
            eprintln!("skipped: there is no X server here; scripts/with-display makes one");
            return;
        };
        let (ctrl, alt, caps, p, o) = (0xffe3, 0xffe9, 0xffe5, 0x70, 0x6f);
        let shortcut: Shortcut = "Ctrl+Alt+P".parse().unwrap();
        let (tell, heard) = mpsc::channel();
        let grab = Grab::take(shortcut, move || tell.send(()).unwrap_or_default()).unwrap();
        press(&keyboard, &[ctrl, alt, o]);
        press(&keyboard, &[ctrl, p]);
        assert!(heard.recv_timeout(Duration::from_millis(300)).is_err(), "these are other keys");
        press(&keyboard, &[ctrl, alt, p]);
        heard.recv_timeout(Duration::from_secs(60)).expect("these are the keys");
        press(&keyboard, &[caps]);
        press(&keyboard, &[ctrl, alt, p]);
        press(&keyboard, &[caps]);
        heard.recv_timeout(Duration::from_secs(60)).expect("Caps Lock does not count");

        assert!(matches!(Grab::take(shortcut, || ()), Err(AppError::ShortcutTaken)));
        drop(grab);
        drop(Grab::take(shortcut, || ()).expect("it was given back"));
        assert!(
            heard
                .recv_timeout(Duration::from_secs(60))
                .is_err_and(|error| error == mpsc::RecvTimeoutError::Disconnected)
        );
    }

    #[test]
    fn finds_the_keys_that_every_keyboard_has() {
        let Ok((keyboard, _)) = RustConnection::connect(None) else {
            eprintln!("skipped: there is no X server here; scripts/with-display makes one");
            return;
        };
        for key in [ShortcutKey::Sign('A'), ShortcutKey::Sign('7'), ShortcutKey::Function(12), ShortcutKey::Space] {
            assert!(keycode(&keyboard, key).unwrap().is_some(), "{key:?}");
        }
    }
}
