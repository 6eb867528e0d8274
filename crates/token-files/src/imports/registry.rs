//! The known formats, how each is recognised, and its reader.

use super::{
    Import, ImportError, Opening, aegis, andotp, authy, battle_net, bitwarden, duo, ente, freeotp, google, kdbx,
    keepassxc, lastpass, links, microsoft, probe::Probe, proofup, proton, steam, stratum, tokens, totp_authenticator,
    two_fas, zip,
};

/// How a format is recognised and read.
pub(super) struct Reader {
    pub(super) format: Format,
    pub(super) is_meant: fn(&Probe<'_>) -> bool,
    pub(super) read: fn(&Probe<'_>, Opening<'_>) -> Result<Import, ImportError>,
}

/// The first reader that recognises the file.
pub(super) fn find(probe: &Probe<'_>) -> Option<&'static Reader> {
    READERS.iter().find(|reader| (reader.is_meant)(probe))
}

macro_rules! formats {
    ($($(#[$about:meta])* $name:ident => $code:literal, $words:literal, $module:ident;)*) => {
        /// The known formats, in the order in which they are tried.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Format {
            $($(#[$about])* $name,)*
        }

        impl Format {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its stable code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// The name of the program, the same in every language.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $words),* }
            }
        }

        const READERS: &[Reader] = &[
            $(Reader { format: Format::$name, is_meant: $module::is_meant, read: $module::read },)*
        ];
    };
}

formats! {
    /// Our own export.
    Proofup => "proofup", "Proofup", proofup;
    /// Aegis.
    Aegis => "aegis", "Aegis", aegis;
    /// 2FAS.
    TwoFas => "2fas", "2FAS", two_fas;
    /// Bitwarden, and Bitwarden Authenticator.
    Bitwarden => "bitwarden", "Bitwarden", bitwarden;
    /// Ente Auth.
    Ente => "ente", "Ente Auth", ente;
    /// Proton Authenticator.
    Proton => "proton", "Proton Authenticator", proton;
    /// Stratum, once Authenticator Pro.
    Stratum => "stratum", "Stratum", stratum;
    /// `FreeOTP` and `FreeOTP+`.
    FreeOtp => "freeotp", "FreeOTP", freeotp;
    /// `LastPass` Authenticator.
    LastPass => "lastpass", "LastPass Authenticator", lastpass;
    /// Authy, from an Android phone's own files.
    Authy => "authy", "Authy", authy;
    /// TOTP Authenticator.
    TotpAuthenticator => "totp_authenticator", "TOTP Authenticator", totp_authenticator;
    /// Battle.net.
    BattleNet => "battle_net", "Battle.net", battle_net;
    /// Duo Mobile.
    Duo => "duo", "Duo Mobile", duo;
    /// Steam.
    Steam => "steam", "Steam", steam;
    /// `KeePassXC`, as CSV.
    KeePassXc => "keepassxc", "KeePassXC", keepassxc;
    /// Google Authenticator, from an Android phone's own files.
    GoogleDatabase => "google_authenticator", "Google Authenticator", google;
    /// Microsoft Authenticator, from an Android phone's own files.
    MicrosoftDatabase => "microsoft_authenticator", "Microsoft Authenticator", microsoft;
    /// A `KeePass` database.
    Kdbx => "kdbx", "KeePass", kdbx;
    /// An archive with a file in it that is read.
    Zip => "zip", "ZIP", zip;
    /// A list of hardware tokens, PSKC or CSV.
    Tokens => "oath_tokens", "OATH", tokens;
    /// A list of links, `otpauth` and `otpauth-migration`: what `WinAuth` and many others write.
    Links => "otpauth_links", "otpauth", links;
    /// andOTP. Its encrypted files have no signature, so it comes last.
    AndOtp => "andotp", "andOTP", andotp;
}
