//! Opens an import file.

use proofup_api::SecretText;
use proofup_token_files::{
    Format, Import, ImportError, Opening, TokenFileError, read_accounts, recognise, texts_in_picture,
};
use proofup_vault::{VaultError, open_age_file};
use zeroize::Zeroizing;

use super::Read;
use crate::{AppError, authenticator::Authenticator, view::ImportPreview};

/// The first bytes of an age file.
const AGE: &[u8] = b"age-encryption.org/v";

impl Authenticator {
    /// Opens a file and returns its preview. Adds nothing. The file is kept for [`Authenticator::unlock_import`].
    ///
    /// # Errors
    /// [`AppError::Import`], [`AppError::ImportCancelled`], or the vault is locked.
    pub async fn open_import(&self, bytes: Vec<u8>) -> Result<ImportPreview, AppError> {
        self.keep_file(bytes)?;
        self.read_import(None, false).await
    }

    /// The same with the file's password. Key derivations that need much memory run only if that is allowed.
    ///
    /// # Errors
    /// Those of [`Authenticator::open_import`], and [`AppError::ImportGone`].
    pub async fn unlock_import(
        &self,
        password: Option<SecretText>,
        much_memory: bool,
    ) -> Result<ImportPreview, AppError> {
        self.read_import(password, much_memory).await
    }

    async fn read_import(&self, password: Option<SecretText>, much_memory: bool) -> Result<ImportPreview, AppError> {
        let (file, mut given_up) = {
            let importing = self.importing.lock();
            (importing.file.clone().ok_or(AppError::ImportGone)?, importing.ends.subscribe())
        };
        let reading = tokio::task::spawn_blocking(move || read(&file, password.as_ref(), much_memory));
        let import = tokio::select! {
            read = reading => read.map_err(|_| AppError::Failed)??,
            _ = given_up.changed() => return Err(AppError::ImportCancelled),
        };
        let judged = self.judge(&import).await?;
        let preview = self.preview(&import, &judged);
        let mut importing = self.importing.lock();
        if given_up.has_changed().is_err() {
            return Err(AppError::ImportCancelled);
        }
        importing.file = None;
        importing.read = Some(Read { import, judged });
        Ok(preview)
    }
}

fn read(file: &[u8], password: Option<&SecretText>, much_memory: bool) -> Result<Import, AppError> {
    let opening = Opening { password: password.map(SecretText::expose), much_memory };
    if file.starts_with(AGE) {
        return Ok(read_accounts(&own_file(file, password)?, Opening::default())?);
    }
    match texts_in_picture(file) {
        Ok(texts) => Ok(read_accounts(&lines(&texts), opening)?),
        // A picture without an account.
        Err(error @ (TokenFileError::NoQrCode | TokenFileError::TextUnreadable | TokenFileError::PictureTooBusy)) => {
            Err(error.into())
        }
        Err(_) => Ok(read_accounts(file, opening)?),
    }
}

fn lines(texts: &[Zeroizing<String>]) -> Zeroizing<Vec<u8>> {
    let room = texts.iter().map(|text| text.len() + 1).sum();
    let mut lines = Zeroizing::new(Vec::with_capacity(room));
    for text in texts {
        lines.extend_from_slice(text.as_bytes());
        lines.push(b'\n');
    }
    lines
}

/// Opens our own export with its passphrase.
fn own_file(file: &[u8], password: Option<&SecretText>) -> Result<Zeroizing<Vec<u8>>, ImportError> {
    let format = Format::Proofup;
    let password = password.ok_or(ImportError::PasswordNeeded { format })?;
    let mut spellings = proofup_text::password_spellings(password.expose()).into_iter();
    let opened = loop {
        let Some(password) = spellings.next() else { break Err(VaultError::WrongPassphrase) };
        match open_age_file(file, &(*password).clone().into()) {
            Err(VaultError::WrongPassphrase) => {}
            other => break other,
        }
    };
    let open = opened.map_err(|error| match error {
        VaultError::WrongPassphrase => ImportError::PasswordWrong { format },
        VaultError::TooCostly { .. } => ImportError::TooCostly { format },
        VaultError::NewerVersion => ImportError::VersionUnsupported { format, found: "age".to_owned() },
        _ => ImportError::Damaged { format },
    })?;
    // The age file may also contain the export of another program, which is accepted.
    recognise(&open).ok_or(ImportError::VariantUnsupported { format, what: "vault" })?;
    Ok(open)
}
