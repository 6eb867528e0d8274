//! Reads and writes token files: `otpauth` and `otpauth-migration` links, QR pictures, and lists of hardware tokens.
//!
//! Text and bytes come in, accounts go out. It opens no file, asks no clock and stores nothing; what it reads comes
//! from strangers, so every size is checked before memory is taken for it.

mod error;
mod hardware;
mod link;
mod migration;
mod otpauth;
mod qr;

// Links
pub use link::{Link, links_in_text};
pub use migration::{Migration, MigrationPart, migration_links};
pub use otpauth::{OtpAuth, ParsedLink, Warning};

// Pictures
pub use qr::{links_in_picture, links_in_pixels, qr_svg, texts_in_picture};

// Hardware tokens
pub use hardware::{
    FileKey, HardwareToken, TokenList, TokenListError, TokenListFormat, TokenRow, TokenRowFault, TokenWarning,
    read_token_list,
};

pub use error::TokenFileError;

/// What is too big to be looked at.
pub mod limits {
    /// Longest link, in bytes.
    pub const LINK_BYTES: usize = 256 * 1024;
    /// Most accounts in one link of an export; Google Authenticator writes ten.
    pub const MIGRATION_ACCOUNTS: usize = 500;
    /// Most parts of one export.
    pub const MIGRATION_PARTS: u32 = 1_000;
    /// Largest picture file, in bytes.
    pub const PICTURE_BYTES: usize = 64 * 1024 * 1024;
    /// Most QR codes that are read in one picture.
    pub const PICTURE_CODES: usize = 64;
    /// Largest picture, in pixels.
    pub const PICTURE_PIXELS: u64 = 50_000_000;
    /// Largest list of hardware tokens, in bytes.
    pub const TOKEN_LIST_BYTES: usize = 4 * 1024 * 1024;
    /// Most tokens in one list.
    pub const TOKENS: usize = 10_000;
    /// Most rounds of PBKDF2 that a file may ask for: about a second of work.
    pub const PBKDF2_ROUNDS: u32 = 1_000_000;
    /// Longest secret of a token in base32, in characters.
    pub const TOKEN_SECRET_CHARACTERS: usize = 128;
    /// Longest serial number, manufacturer, model or user of a token, in characters.
    pub const TOKEN_TEXT_CHARACTERS: usize = 128;
}
