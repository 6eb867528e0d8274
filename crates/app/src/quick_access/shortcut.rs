//! A global shortcut that brings the window to the front.

use std::{fmt, str::FromStr};

use crate::{AppError, view::ShortcutFault};

/// A combination of keys: a key with at least one of Ctrl, Alt and Super.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortcut {
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift.
    pub shift: bool,
    /// With the key that has the system's logo.
    pub meta: bool,
    /// The key itself.
    pub key: ShortcutKey,
}

/// A key that every keyboard has in a known position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShortcutKey {
    /// `A` to `Z`, `0` to `9`.
    Sign(char),
    /// `F1` to `F24`.
    Function(u8),
    /// The space bar.
    Space,
}

impl From<ShortcutFault> for AppError {
    fn from(fault: ShortcutFault) -> Self {
        Self::ShortcutInvalid(fault)
    }
}

/// Combinations of Ctrl and a letter that nearly every program uses: copy, paste, save, close.
const EVERYWHERE: &str = "ACFNOPQRSTVWXYZ";

impl FromStr for Shortcut {
    type Err = ShortcutFault;

    fn from_str(text: &str) -> Result<Self, ShortcutFault> {
        // A longer text is not a shortcut.
        if text.len() > 64 {
            return Err(ShortcutFault::UnknownKey);
        }
        let (modifiers, key) = text.rsplit_once('+').unwrap_or(("", text));
        let mut shortcut = Self { ctrl: false, alt: false, shift: false, meta: false, key: key.parse()? };
        for modifier in modifiers.split('+').filter(|modifier| !modifier.is_empty()) {
            let pressed = match modifier {
                "Ctrl" => &mut shortcut.ctrl,
                "Alt" => &mut shortcut.alt,
                "Shift" => &mut shortcut.shift,
                "Super" => &mut shortcut.meta,
                _ => return Err(ShortcutFault::UnknownKey),
            };
            *pressed = true;
        }
        if !(shortcut.ctrl || shortcut.alt || shortcut.meta) {
            return Err(ShortcutFault::NoModifier);
        }
        if shortcut.is_reserved() { Err(ShortcutFault::Reserved) } else { Ok(shortcut) }
    }
}

impl Shortcut {
    fn is_reserved(self) -> bool {
        let alone = |with: bool| with && [self.ctrl, self.alt, self.meta].into_iter().filter(|&on| on).count() == 1;
        match self.key {
            ShortcutKey::Sign(sign) => alone(self.ctrl) && !self.shift && EVERYWHERE.contains(sign),
            // Alt and a function key close a window; with Ctrl they switch to a console.
            ShortcutKey::Function(number) => {
                (alone(self.alt) && number == 4) || (self.ctrl && self.alt && number <= 12)
            }
            ShortcutKey::Space => alone(self.alt),
        }
    }
}

impl FromStr for ShortcutKey {
    type Err = ShortcutFault;

    fn from_str(text: &str) -> Result<Self, ShortcutFault> {
        let mut signs = text.chars();
        if let (Some(sign), None) = (signs.next(), signs.next()) {
            let known = sign.is_ascii_uppercase() || sign.is_ascii_digit();
            return if known { Ok(Self::Sign(sign)) } else { Err(ShortcutFault::UnknownKey) };
        }
        if text == "Space" {
            return Ok(Self::Space);
        }
        let number = text.strip_prefix('F').filter(|number| !number.starts_with(['0', '+']));
        let number = number.and_then(|number| number.parse().ok()).filter(|number| (1..=24).contains(number));
        number.map(Self::Function).ok_or(ShortcutFault::UnknownKey)
    }
}

impl fmt::Display for Shortcut {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (pressed, name) in [(self.ctrl, "Ctrl"), (self.alt, "Alt"), (self.shift, "Shift"), (self.meta, "Super")] {
            if pressed {
                write!(formatter, "{name}+")?;
            }
        }
        match self.key {
            ShortcutKey::Sign(sign) => write!(formatter, "{sign}"),
            ShortcutKey::Function(number) => write!(formatter, "F{number}"),
            ShortcutKey::Space => formatter.write_str("Space"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Shortcut, ShortcutKey};
    use crate::view::ShortcutFault;

    fn read(text: &str) -> Result<String, ShortcutFault> {
        text.parse().map(|shortcut: Shortcut| shortcut.to_string())
    }

    #[test]
    fn is_written_in_one_way() {
        assert_eq!(read("Alt+Ctrl+P").as_deref(), Ok("Ctrl+Alt+P"));
        assert_eq!(read("Super+Shift+Super+F12").as_deref(), Ok("Shift+Super+F12"));
        assert_eq!(read("Ctrl+Space").as_deref(), Ok("Ctrl+Space"));
        let shortcut: Shortcut = "Ctrl+Alt+7".parse().unwrap();
        assert_eq!((shortcut.ctrl, shortcut.shift, shortcut.key), (true, false, ShortcutKey::Sign('7')));
    }

    #[test]
    fn leaves_typing_alone() {
        for text in ["P", "Shift+P", "F5", "Space", ""] {
            assert!(read(text).is_err(), "{text}");
        }
        assert_eq!(read("Shift+P"), Err(ShortcutFault::NoModifier));
    }

    #[test]
    fn refuses_shortcuts_that_most_programs_need() {
        for text in ["Ctrl+C", "Ctrl+V", "Ctrl+Q", "Alt+F4", "Ctrl+Alt+F1", "Alt+Space"] {
            assert_eq!(read(text), Err(ShortcutFault::Reserved), "{text}");
        }
        for text in ["Ctrl+Shift+C", "Ctrl+Alt+C", "Super+C", "Alt+F5", "Ctrl+1"] {
            assert!(read(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn has_a_key_that_every_keyboard_has() {
        let long = format!("{}P", "Ctrl+".repeat(100_000));
        for text in ["Ctrl+ü", "Ctrl+p", "Ctrl+F0", "Ctrl+F25", "Ctrl+F+1", "Ctrl+", "Hyper+P", "Ctrl+Delete", &long] {
            assert_eq!(read(text), Err(ShortcutFault::UnknownKey), "{text}");
        }
    }
}
