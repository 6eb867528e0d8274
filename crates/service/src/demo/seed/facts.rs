//! Moments and names that the methods of the made-up people and their activity share.

pub(super) const MINUTE: i64 = 60_000;
pub(super) const DAY: i64 = 1440 * MINUTE;

/// When everybody last signed in by text message, which is when Ben's laptop was remembered.
pub(super) const TEXTED: i64 = 4 * DAY;
/// When Ben last typed a code of his app.
pub(super) const APP_CODE: i64 = 3 * DAY;
/// When Carla last typed a code of her token.
pub(super) const TOKEN_CODE: i64 = 6 * DAY;
/// When Finn last approved a sign-in.
pub(super) const APPROVED: i64 = DAY;

/// An app password of Ben's that is in use.
pub(super) struct UsedAppPassword {
    pub(super) name: &'static str,
    /// In days.
    pub(super) age: i64,
    /// Since its last use.
    pub(super) minutes: i64,
    pub(super) application: &'static str,
    pub(super) address: &'static str,
}

impl UsedAppPassword {
    pub(super) fn from(&self) -> String {
        format!("{}, {}", self.application, self.address)
    }
}

pub(super) const BENS: [UsedAppPassword; 3] = [
    UsedAppPassword { name: "Laptop", age: 190, minutes: 2, application: "IMAP", address: "192.0.2.14" },
    UsedAppPassword { name: "Phone", age: 96, minutes: 25, application: "SMTP", address: "198.51.100.7" },
    UsedAppPassword { name: "Old desktop", age: 410, minutes: 118 * 1440, application: "IMAP", address: "192.0.2.80" },
];

pub(super) fn carlas_name(number: u16) -> String {
    let number = usize::from(number);
    format!("{} {}", PLACES[number % PLACES.len()], number / PLACES.len() + 1)
}

/// Minutes since the last use, of those that were used: every fourth was made and never used.
pub(super) fn carlas_last_use(number: u16) -> Option<i64> {
    (number % 4 != 3).then(|| i64::from(number + 1) * 1440)
}

/// Where Carla's forty are; the numbers behind make them forty.
const PLACES: [&str; 10] = [
    "Laptop",
    "Desktop",
    "Phone",
    "Tablet",
    "Scanner",
    "Calendar display",
    "Home PC",
    "Meeting room",
    "Printer",
    "Backup",
];
