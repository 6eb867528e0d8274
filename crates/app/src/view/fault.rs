//! An error as it crosses to the UI: a stable code and parameters. The UI owns the words.

use proofup_api::Params;
use serde::Serialize;

proofup_api::codes! {
    /// What can go wrong on this computer, besides what the service answers.
    #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
    pub enum LocalFault {
        /// The service cannot be reached: no network, wrong address, or it is not running.
        ServiceUnreachable => "service_unreachable",
        /// The service inside this process did not start; `detail` is the system's own word.
        ServiceNotStarted => "service_not_started",
        /// Something answered that is not our service.
        ServiceAnswerInvalid => "service_answer_invalid",
        /// The session ended: signed out elsewhere, or too long away.
        SignedOut => "signed_out",
        /// The sign-in in progress is over; begin again.
        SignInOver => "sign_in_over",
        /// The address is none; `reason`: `not_a_url`, `not_https`.
        ServiceAddressInvalid => "service_address_invalid",

        /// The vault is locked.
        VaultLocked => "vault_locked",
        /// There is no vault and no keyring: a passphrase must be chosen first.
        VaultPassphraseNeeded => "vault_passphrase_needed",
        /// A vault is there already, so none is begun.
        VaultAlreadyThere => "vault_already_there",
        /// The key is not where it was kept; `asked` names the store.
        VaultKeyMissing => "vault_key_missing",
        /// Not this vault's passphrase.
        WrongPassphrase => "wrong_passphrase",
        /// The passphrase could not be read from where it was said to be; `detail`.
        PassphraseUnavailable => "passphrase_unavailable",
        /// Shorter than eight characters.
        PassphraseTooShort => "passphrase_too_short",
        /// The key belongs to another vault; `expected`, `found`.
        KeyOfAnotherVault => "key_of_another_vault",
        /// The file with the key under the passphrase is damaged.
        KeyFileDamaged => "key_file_damaged",
        /// The file is damaged; backups are listed.
        VaultDamaged => "vault_damaged",
        /// Written by a newer Proofup.
        VaultNewer => "vault_newer",
        /// Opening it would cost too much.
        VaultTooCostly => "vault_too_costly",
        /// Another window or program is saving.
        VaultBusy => "vault_busy",
        /// The file changed underneath.
        VaultChangedOnDisk => "vault_changed_on_disk",
        /// The disk refused; `detail` is the system's own word.
        VaultNotSaved => "vault_not_saved",
        /// The backup cannot be read.
        BackupUnreadable => "backup_unreadable",
        /// The key is in the keyring alone: a passphrase or a recovery sheet comes first.
        VaultSecondHomeNeeded => "vault_second_home_needed",
        /// The key would be kept nowhere, or in the keyring alone.
        VaultLastHome => "vault_last_home",
        /// Nothing of a vault lies in that folder.
        NotAVault => "not_a_vault",
        /// The folder is not named in full.
        FolderNotAbsolute => "folder_not_absolute",
        /// The folder's name is no text that could be shown and typed.
        FolderNotText => "folder_not_text",
        /// The folder that the vault was moved to is not there.
        VaultFolderMissing => "vault_folder_missing",
        /// There is a vault in that folder already.
        FolderTaken => "folder_taken",
        /// The person changed their mind while it was being moved.
        MoveCancelled => "move_cancelled",
        /// A sign that no recovery sheet has; `character`, `group`.
        SheetCharacter => "sheet_character",
        /// Symbols are missing; `missing`, `group` where that can be told.
        SheetIncomplete => "sheet_incomplete",
        /// Too many symbols; `extra`, `group` where that can be told.
        SheetTooLong => "sheet_too_long",
        /// The checksum does not hold; `groups` where that can be told.
        SheetMistyped => "sheet_mistyped",
        /// A piece of the sheet that was asked back is wrong; `group`.
        SheetPieceWrong => "sheet_piece_wrong",
        /// The entry that could not be read is no longer there.
        QuarantinedGone => "quarantined_gone",
        /// The keyring did not answer; `detail`.
        KeyringUnavailable => "keyring_unavailable",

        /// Not an `otpauth://` link.
        LinkNotOtpauth => "link_not_otpauth",
        /// Longer than a link can be.
        LinkTooLong => "link_too_long",
        /// A kind of code that is not known; `value`.
        LinkKindUnknown => "link_kind_unknown",
        /// An export of Google Authenticator that is cut or damaged.
        LinkExportDamaged => "link_export_damaged",
        /// A number in an export that stands for nothing known; `field`, `value`.
        ExportValueUnknown => "export_value_unknown",
        /// The link holds no secret.
        SecretMissing => "secret_missing",
        /// Not base32; `character`, `position`.
        SecretNotBase32 => "secret_not_base32",
        /// More than 512 bytes.
        SecretTooLong => "secret_too_long",
        /// An algorithm that is not known; `value`.
        AlgorithmUnknown => "algorithm_unknown",
        /// Steam codes are made with SHA1 alone; `value`.
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
        /// This very account is there already.
        AccountExists => "account_exists",
        /// No such account any more.
        AccountGone => "account_gone",
        /// The file is no picture that can be read.
        PictureUnreadable => "picture_unreadable",
        /// More than 64 MiB or 50 megapixels.
        PictureTooLarge => "picture_too_large",
        /// So much in it looks like a QR code that not all was looked at.
        PictureTooBusy => "picture_too_busy",
        /// The picture shows no QR code.
        PictureWithoutQr => "picture_without_qr",
        /// The text of the QR code is in no encoding that is known.
        PictureTextUnreadable => "picture_text_unreadable",
        /// The QR code in the picture is no account.
        PictureWithoutAccount => "picture_without_account",
        /// No QR code of a picture holds a link of this app.
        PictureWithoutLink => "picture_without_link",
        /// The account's names are too long for a QR code.
        QrTooLong => "qr_too_long",
        /// No program is known that writes such a file.
        ImportUnrecognised => "import_unrecognised",
        /// More than 64 MiB or 20,000 entries.
        ImportTooLarge => "import_too_large",
        /// The file is encrypted; `format`.
        ImportPasswordNeeded => "import_password_needed",
        /// Not the file's password; `format`.
        ImportPasswordWrong => "import_password_wrong",
        /// Not the file's password, or the file is damaged: the format cannot tell; `format`.
        ImportPasswordOrDamaged => "import_password_or_damaged",
        /// The file is cut or changed; `format`.
        ImportDamaged => "import_damaged",
        /// Written by a newer version; `format`, `version`.
        ImportVersionUnsupported => "import_version_unsupported",
        /// A kind of file that cannot be read elsewhere; `format`, `what`: `account_restricted`, `biometrics_only`, `certificate`,
        /// `cipher`, `doctype`, `key_needed`, `vault`.
        ImportVariantUnsupported => "import_variant_unsupported",
        /// Making the key would cost too much; `format`.
        ImportTooCostly => "import_too_costly",
        /// Making the key takes much memory: the person is asked first; `format`, `megabytes`.
        ImportMemory => "import_memory",
        /// What was read was forgotten meanwhile; open the file again.
        ImportGone => "import_gone",
        /// The person gave the import up.
        ImportCancelled => "import_cancelled",
        /// The secret of an entry is not in the file.
        ImportSecretElsewhere => "import_secret_elsewhere",
        /// An entry is damaged.
        ImportEntryDamaged => "import_entry_damaged",
        /// The clipboard holds no picture.
        ClipboardWithoutPicture => "clipboard_without_picture",
        /// The desktop gives no picture of the screen; `detail`.
        ScreenUnavailable => "screen_unavailable",
        /// The person refused the picture of the screen, or closed the question.
        ScreenRefused => "screen_refused",
        /// What the link or the picture showed was forgotten meanwhile; read it again.
        DraftGone => "draft_gone",
        /// The set-up of the mobile app was forgotten meanwhile; begin again.
        SetupGone => "setup_gone",
        /// The key of this computer as a device can neither be kept nor read.
        DeviceKeyUnavailable => "device_key_unavailable",
        /// What was typed or pasted activates nothing.
        ActivationInvalid => "activation_invalid",
        /// The app password is no longer shown, so it cannot be copied.
        AppPasswordGone => "app_password_gone",
        /// The account makes its codes by time; only HOTP accounts have a next one to ask for.
        AccountNotHotp => "account_not_hotp",

        /// The account shows no code that could be copied.
        CodeNotShown => "code_not_shown",
        /// The settings could not be written; `detail` is the system's own word.
        SettingsNotSaved => "settings_not_saved",
        /// Keys that cannot be a shortcut; `reason`: `no_modifier`, `unknown_key`, `reserved`.
        ShortcutInvalid => "shortcut_invalid",
        /// Another program has the shortcut.
        ShortcutTaken => "shortcut_taken",
        /// The person refused the shortcut in the desktop's question, or did not answer it.
        ShortcutRefused => "shortcut_refused",
        /// The desktop gives no shortcut; `detail` is the system's own word.
        ShortcutUnavailable => "shortcut_unavailable",
        /// Whether the app starts with the session could not be changed; `detail` is the system's own word.
        SessionStartNotChanged => "session_start_not_changed",
        /// The clipboard refused; `detail`.
        ClipboardUnavailable => "clipboard_unavailable",
        /// A fault of the app.
        AppFault => "app_fault",
    }
}

/// What a command answers instead of its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Fault {
    /// A `LocalFault`, an `ErrorCode` or a `DenialReason`; the UI has words for each.
    pub code: String,
    /// What the words need.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub params: Params,
    /// For *View details*: names the request in the service's log.
    pub correlation_id: Option<String>,
    /// For *View details*: when, Unix milliseconds.
    pub time: i64,
}
