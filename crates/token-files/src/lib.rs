//! Reads and writes token files: `otpauth` and `otpauth-migration` links, QR pictures, and lists of hardware tokens.
//!
//! Text and bytes come in, accounts go out. It opens no file, asks no clock and stores nothing; what it reads comes
//! from strangers, so every size is checked before memory is taken for it.

mod error;
mod exports;
mod hardware;
mod imports;
mod link;
mod migration;
mod otpauth;
mod qr;

// Links
pub use link::{Link, links_in_text};
pub use migration::{Migration, MigrationPart, migration_links};
pub use otpauth::{OtpAuth, ParsedLink, Warning};

// Pictures
pub use qr::{links_in_picture, links_in_pixels, qr_svg, texts_in_picture, texts_in_pixels};

// Export files of other authenticators
pub use imports::{
    EntryFault, Format, Import, ImportError, ImportNotice, ImportWarning, ImportedAccount, NoticeKind, Opening,
    RejectedEntry, read_accounts, recognise,
};

// Files for other authenticators
pub use exports::{ExportFormat, Exported, Outgoing, write_accounts, write_encrypted_aegis};

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
    /// Largest export file, in bytes: some hold pictures.
    pub const IMPORT_BYTES: usize = 64 * 1024 * 1024;
    /// Most entries of an export file.
    pub const IMPORT_ENTRIES: usize = 20_000;
    /// Most values in the JSON of an export file: a hundred for each entry.
    pub const JSON_VALUES: usize = 2_000_000;
    /// Most rounds of PBKDF2 that an export file may ask for: several seconds, on the person's own computer.
    pub const IMPORT_PBKDF2_ROUNDS: u32 = 5_000_000;
    /// Highest costs of scrypt that an export file may ask for.
    pub const SCRYPT_N: u64 = 1 << 20;
    /// The size of a block.
    pub const SCRYPT_R: u64 = 32;
    /// How often in parallel.
    pub const SCRYPT_P: u64 = 16;
    /// Most passes of Argon2.
    pub const ARGON2_PASSES: u64 = 64;
    /// Most lanes of Argon2.
    pub const ARGON2_LANES: u64 = 16;
    /// Most bytes that all passes of Argon2 together may fill.
    pub const ARGON2_WORK: u64 = 16 << 30;
    /// From this much memory on a key derivation is asked about first.
    pub const MEMORY_TO_ASK_FOR: u64 = 1 << 30;
    /// Most memory that a key derivation may take at all.
    pub const DERIVATION_MEMORY: u64 = 2 << 30;
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
