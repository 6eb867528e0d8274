//! An error for the UI: a stable code with parameters. The UI has the texts.

use proofup_api::Params;
use serde::Serialize;

proofup_api::codes! {
    /// Errors on this computer, besides those of the service.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum LocalFault {
        /// The service cannot be reached: no network, wrong address, or it is not running.
        ServiceUnreachable => "service_unreachable",
        /// The embedded service did not start; `detail` is the system's error text.
        ServiceNotStarted => "service_not_started",
        /// The answer is not from our service.
        ServiceAnswerInvalid => "service_answer_invalid",
        /// The session ended: signed out elsewhere, or not used for too long.
        SignedOut => "signed_out",
        /// The sign-in has ended; start again.
        SignInOver => "sign_in_over",
        /// The address is invalid; `reason`: `not_a_url`, `not_https`.
        ServiceAddressInvalid => "service_address_invalid",

        /// The vault is locked.
        VaultLocked => "vault_locked",
        /// There is no vault and no keyring: a passphrase must be chosen first.
        VaultPassphraseNeeded => "vault_passphrase_needed",
        /// A vault exists already.
        VaultAlreadyThere => "vault_already_there",
        /// The key was not found; `asked` names the store.
        VaultKeyMissing => "vault_key_missing",
        /// Not this vault's passphrase.
        WrongPassphrase => "wrong_passphrase",
        /// The passphrase from the environment could not be read; `detail`.
        PassphraseUnavailable => "passphrase_unavailable",
        /// Shorter than eight characters.
        PassphraseTooShort => "passphrase_too_short",
        /// The key belongs to another vault; `expected`, `found`.
        KeyOfAnotherVault => "key_of_another_vault",
        /// The file with the key under the passphrase is damaged.
        KeyFileDamaged => "key_file_damaged",
        /// The file is damaged; the backups are listed.
        VaultDamaged => "vault_damaged",
        /// Written by a newer Proofup.
        VaultNewer => "vault_newer",
        /// Opening it would cost too much.
        VaultTooCostly => "vault_too_costly",
        /// Another window or program is saving.
        VaultBusy => "vault_busy",
        /// Another program changed the file.
        VaultChangedOnDisk => "vault_changed_on_disk",
        /// The disk failed; `detail` is the system's error text.
        VaultNotSaved => "vault_not_saved",
        /// The backup cannot be read.
        BackupUnreadable => "backup_unreadable",
        /// Only the keyring has the key: a passphrase or a recovery sheet is needed first.
        VaultSecondHomeNeeded => "vault_second_home_needed",
        /// No copy of the key would be left, or only the one in the keyring.
        VaultLastHome => "vault_last_home",
        /// The folder contains no vault.
        NotAVault => "not_a_vault",
        /// The path of the folder is not absolute.
        FolderNotAbsolute => "folder_not_absolute",
        /// The folder's name is not text that can be shown and typed.
        FolderNotText => "folder_not_text",
        /// The folder of the moved vault is missing.
        VaultFolderMissing => "vault_folder_missing",
        /// The folder contains a vault already.
        FolderTaken => "folder_taken",
        /// The person cancelled the move.
        MoveCancelled => "move_cancelled",
        /// A character that no recovery sheet has; `character`, `group`.
        SheetCharacter => "sheet_character",
        /// Symbols are missing; `missing`, `group` if known.
        SheetIncomplete => "sheet_incomplete",
        /// Too many symbols; `extra`, `group` if known.
        SheetTooLong => "sheet_too_long",
        /// The checksum is wrong; `groups` if known.
        SheetMistyped => "sheet_mistyped",
        /// An entered group of the sheet is wrong; `group`.
        SheetPieceWrong => "sheet_piece_wrong",
        /// The entry that could not be read is gone.
        QuarantinedGone => "quarantined_gone",
        /// The keyring did not answer; `detail`.
        KeyringUnavailable => "keyring_unavailable",

        /// Not an `otpauth://` link.
        LinkNotOtpauth => "link_not_otpauth",
        /// The link is broken into lines that do not fit together.
        LinkBroken => "link_broken",
        /// Longer than a link can be.
        LinkTooLong => "link_too_long",
        /// An unknown kind of code; `value`.
        LinkKindUnknown => "link_kind_unknown",
        /// An export of Google Authenticator that is incomplete or damaged.
        LinkExportDamaged => "link_export_damaged",
        /// An unknown number in an export; `field`, `value`.
        ExportValueUnknown => "export_value_unknown",
        /// The link contains no secret.
        SecretMissing => "secret_missing",
        /// Not base32; `character`, `position`.
        SecretNotBase32 => "secret_not_base32",
        /// More than 512 bytes.
        SecretTooLong => "secret_too_long",
        /// An unknown algorithm; `value`.
        AlgorithmUnknown => "algorithm_unknown",
        /// Steam codes are always made with SHA1; `value`.
        SteamNeedsSha1 => "steam_needs_sha1",
        /// Digits outside 1–9, or other than 5 for Steam; `value`.
        DigitsOutOfRange => "digits_out_of_range",
        /// Period outside 1–86,400 s; `value`.
        PeriodOutOfRange => "period_out_of_range",
        /// Counter outside 0–2⁶³−1; `value`.
        CounterOutOfRange => "counter_out_of_range",
        /// The account has neither issuer nor name.
        AccountNameEmpty => "account_name_empty",
        /// More than 256 characters.
        AccountNameTooLong => "account_name_too_long",
        /// Control or direction characters in a name.
        AccountNameInvalid => "account_name_invalid",
        /// The note is longer than `most` characters.
        NoteTooLong => "note_too_long",
        /// A tag is longer than `most` characters.
        TagTooLong => "tag_too_long",
        /// More than `most` tags on one account.
        TagsTooMany => "tags_too_many",
        /// The picture for an account is larger than 10 MiB or 50 megapixels.
        IconTooLarge => "icon_too_large",
        /// The vault has the same account already.
        AccountExists => "account_exists",
        /// There is no such account.
        AccountGone => "account_gone",
        /// The file is not a readable picture.
        PictureUnreadable => "picture_unreadable",
        /// More than 64 MiB or 50 megapixels.
        PictureTooLarge => "picture_too_large",
        /// So many parts look like a QR code that not all were examined.
        PictureTooBusy => "picture_too_busy",
        /// The picture shows no QR code.
        PictureWithoutQr => "picture_without_qr",
        /// The text of the QR code is in no known encoding.
        PictureTextUnreadable => "picture_text_unreadable",
        /// The QR code in the picture is not an account.
        PictureWithoutAccount => "picture_without_account",
        /// No QR code of the picture contains a link of this app.
        PictureWithoutLink => "picture_without_link",
        /// The account's names are too long for a QR code.
        QrTooLong => "qr_too_long",
        /// An unknown file format.
        ImportUnrecognised => "import_unrecognised",
        /// More than 64 MiB or 20,000 entries.
        ImportTooLarge => "import_too_large",
        /// The file is encrypted; `format`.
        ImportPasswordNeeded => "import_password_needed",
        /// Not the file's password; `format`.
        ImportPasswordWrong => "import_password_wrong",
        /// The password is wrong, or the file is damaged; the format cannot distinguish these; `format`.
        ImportPasswordOrDamaged => "import_password_or_damaged",
        /// The file is incomplete or changed; `format`.
        ImportDamaged => "import_damaged",
        /// The file ends too early; `format`, `line`, which is the last.
        ImportCutOff => "import_cut_off",
        /// Written by a newer version; `format`, `version`.
        ImportVersionUnsupported => "import_version_unsupported",
        /// A variant that only its own program can open; `format`, `what`: `account_restricted`, `biometrics_only`,
        /// `certificate`, `cipher`, `doctype`, `key_needed`, `vault`.
        ImportVariantUnsupported => "import_variant_unsupported",
        /// The key derivation would cost too much; `format`.
        ImportTooCostly => "import_too_costly",
        /// The key derivation needs much memory: the person is asked first; `format`, `megabytes`.
        ImportMemory => "import_memory",
        /// The content of the file was forgotten; open it again.
        ImportGone => "import_gone",
        /// The person cancelled the import.
        ImportCancelled => "import_cancelled",
        /// The secret of an entry is not in the file.
        ImportSecretElsewhere => "import_secret_elsewhere",
        /// A row of a list of hardware tokens cannot be used.
        ImportTokenRefused => "import_token_refused",
        /// The secret of a row can be read in two ways; the name of its column can say which is meant.
        ImportSecretAmbiguous => "import_secret_ambiguous",
        /// An entry is damaged.
        ImportEntryDamaged => "import_entry_damaged",
        /// The clipboard contains no picture.
        ClipboardWithoutPicture => "clipboard_without_picture",
        /// The desktop gives no screenshot; `detail`.
        ScreenUnavailable => "screen_unavailable",
        /// The person refused the screenshot, or closed the question.
        ScreenRefused => "screen_refused",
        /// The content of the link or picture was forgotten; read it again.
        DraftGone => "draft_gone",
        /// The set-up of the mobile app was forgotten; start again.
        SetupGone => "setup_gone",
        /// The key of this computer as a device can be neither stored nor read.
        DeviceKeyUnavailable => "device_key_unavailable",
        /// The typed or pasted text is not an activation link.
        ActivationInvalid => "activation_invalid",
        /// The token of a program is no longer shown, so it cannot be copied.
        AccessTokenGone => "access_token_gone",
        /// The app password is no longer shown, so it cannot be copied.
        AppPasswordGone => "app_password_gone",
        /// The account is time-based; only HOTP accounts have a next code.
        AccountNotHotp => "account_not_hotp",

        /// The account shows no code that could be copied.
        CodeNotShown => "code_not_shown",
        /// The settings could not be written; `detail` is the system's error text.
        SettingsNotSaved => "settings_not_saved",
        /// Invalid keys for a shortcut; `reason`: `no_modifier`, `unknown_key`, `reserved`.
        ShortcutInvalid => "shortcut_invalid",
        /// Another program has the shortcut.
        ShortcutTaken => "shortcut_taken",
        /// The person refused the shortcut in the desktop's question, or did not answer it.
        ShortcutRefused => "shortcut_refused",
        /// The desktop supports no shortcut; `detail` is the system's error text.
        ShortcutUnavailable => "shortcut_unavailable",
        /// The start with the session could not be switched on or off; `detail` is the system's error text.
        SessionStartNotChanged => "session_start_not_changed",
        /// The clipboard failed; `detail`.
        ClipboardUnavailable => "clipboard_unavailable",
        /// A bug in the app.
        AppFault => "app_fault",
    }
}

/// The answer of a command that failed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Fault {
    /// A `LocalFault`, an `ErrorCode` or a `DenialReason`; the UI has a text for each.
    pub code: String,
    /// Values for the text.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub params: Params,
    /// The id of the request in the service's log, for *View details*.
    pub correlation_id: Option<String>,
    /// The time in Unix milliseconds, for *View details*.
    pub time: i64,
}
