//! Reads and writes token files: `otpauth` and `otpauth-migration` links, QR pictures, export files of other authenticators, and
//! lists of hardware tokens.
//!
//! It takes text and bytes and returns accounts. It opens no file, reads no clock and stores nothing. Its input is
//! untrusted, so it checks every size before it allocates memory.

mod error;
mod exports;
mod hardware;
mod imports;
mod kdbx;
mod link;
mod migration;
mod otpauth;
mod qr;
mod rows;

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
pub use exports::{EncryptedFormat, ExportFormat, Exported, Outgoing, write_accounts, write_encrypted};

// Hardware tokens
pub use hardware::{
    FileKey, HardwareToken, TokenList, TokenListError, TokenListFormat, TokenRow, TokenRowFault, TokenWarning,
    read_token_list,
};

pub use error::TokenFileError;

/// The limits on input.
pub mod limits {
    /// The longest link, in bytes.
    pub const LINK_BYTES: usize = 256 * 1024;
    /// The most accounts in one link of an export; Google Authenticator writes ten.
    pub const MIGRATION_ACCOUNTS: usize = 500;
    /// The most parts of one export.
    pub const MIGRATION_PARTS: u32 = 1_000;
    /// The largest picture file, in bytes.
    pub const PICTURE_BYTES: usize = 64 * 1024 * 1024;
    /// The most QR codes that are read in one picture.
    pub const PICTURE_CODES: usize = 64;
    /// The largest picture, in pixels.
    pub const PICTURE_PIXELS: u64 = 50_000_000;
    /// The largest export file, in bytes: some contain pictures.
    pub const IMPORT_BYTES: usize = 64 * 1024 * 1024;
    /// The most entries of an export file.
    pub const IMPORT_ENTRIES: usize = 20_000;
    /// The most values in the JSON of an export file: a hundred for each entry.
    pub const JSON_VALUES: usize = 2_000_000;
    /// The most rounds of PBKDF2 for an export file: several seconds, on the person's own computer.
    pub const IMPORT_PBKDF2_ROUNDS: u32 = 5_000_000;
    /// The most rounds of AES for a `KeePass` database: some seconds.
    pub const AES_KDF_ROUNDS: u64 = 100_000_000;
    /// The most bytes that a packed export file may become.
    pub const UNPACKED_BYTES: usize = 128 * 1024 * 1024;
    /// The highest cost of scrypt for an export file.
    pub const SCRYPT_N: u64 = 1 << 20;
    /// The block size of scrypt.
    pub const SCRYPT_R: u64 = 32;
    /// The parallelism of scrypt.
    pub const SCRYPT_P: u64 = 16;
    /// The most passes of Argon2.
    pub const ARGON2_PASSES: u64 = 64;
    /// The most lanes of Argon2.
    pub const ARGON2_LANES: u64 = 16;
    /// The most bytes that all passes of Argon2 together may fill.
    pub const ARGON2_WORK: u64 = 16 << 30;
    /// From this much memory on, the person is asked before a key derivation.
    pub const MEMORY_TO_ASK_FOR: u64 = 1 << 30;
    /// The most memory of a key derivation.
    pub const DERIVATION_MEMORY: u64 = 2 << 30;
    /// The largest list of hardware tokens, in bytes.
    pub const TOKEN_LIST_BYTES: usize = 4 * 1024 * 1024;
    /// The most tokens in one list.
    pub const TOKENS: usize = 10_000;
    /// The most rounds of PBKDF2 for a token list: about a second of work.
    pub const PBKDF2_ROUNDS: u32 = 1_000_000;
    /// The longest secret of a token in base32, in characters.
    pub const TOKEN_SECRET_CHARACTERS: usize = 128;
    /// The longest serial number, manufacturer, model or user of a token, in characters.
    pub const TOKEN_TEXT_CHARACTERS: usize = 128;
}
