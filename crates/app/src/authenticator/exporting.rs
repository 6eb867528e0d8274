//! Exports some accounts or all in a file for another program.

use proofup_api::SecretText;
use proofup_token_files::{
    EncryptedFormat, ExportFormat, Exported, OtpAuth, Outgoing, write_accounts, write_encrypted,
};
use proofup_vault::{Entry, VaultError, WorkFactor, seal_age_file};
use zeroize::Zeroizing;

use super::Authenticator;
use crate::{
    AppError,
    authenticator::entry_ids,
    vault::{whole_path, write_new},
    view::{ExportKind, ExportedFile, ExportedView},
};

impl Authenticator {
    /// Writes accounts into a new file in a folder. Only the person can read it.
    ///
    /// # Errors
    /// Those of [`Authenticator::export_accounts`], or the folder is not writable.
    pub async fn export_to_folder(
        &self,
        kind: ExportKind,
        ids: Option<&[String]>,
        password: Option<SecretText>,
        folder: &str,
    ) -> Result<ExportedView, AppError> {
        let folder = whole_path(folder)?;
        let ExportedFile { bytes, left_out } = self.export_accounts(kind, ids, password).await?;
        let moment = self.environment.now().strftime("%Y%m%d-%H%M%S").to_string();
        let file = folder.join(format!("proofup-{moment}.{}", kind.ending()));
        let path = file.clone();
        let written = tokio::task::spawn_blocking(move || write_new(&path, &bytes));
        written.await.map_err(|_| AppError::Failed)?.map_err(VaultError::from)?;
        if ids.is_none() && left_out.is_empty() {
            self.was_exported().await;
        }
        Ok(ExportedView { file: file.display().to_string(), left_out })
    }

    /// Writes the accounts with these ids, or all. An encrypted format needs a password.
    ///
    /// # Errors
    /// The vault is locked, [`AppError::PassphraseTooShort`], [`AppError::AccountGone`].
    pub async fn export_accounts(
        &self,
        kind: ExportKind,
        ids: Option<&[String]>,
        password: Option<SecretText>,
    ) -> Result<ExportedFile, AppError> {
        let ids = ids.map(entry_ids).transpose()?;
        let accounts = self
            .vault
            .with_vault(move |vault| {
                vault.read(|entries| match &ids {
                    None => Ok(entries.iter().map(outgoing).collect::<Vec<_>>()),
                    Some(ids) => ids
                        .iter()
                        .map(|id| {
                            entries.iter().find(|entry| entry.id == *id).map(outgoing).ok_or(AppError::AccountGone)
                        })
                        .collect(),
                })
            })
            .await??;
        let environment = self.environment.clone();
        let written = tokio::task::spawn_blocking(move || {
            let mut random = |bytes: &mut [u8]| environment.fill_random(bytes);
            write(kind, &accounts, password.as_ref(), &mut random)
        });
        let (bytes, left_out) = written.await.map_err(|_| AppError::Failed)??;
        Ok(ExportedFile { bytes, left_out })
    }
}

fn write(
    kind: ExportKind,
    accounts: &[Outgoing],
    password: Option<&SecretText>,
    random: &mut dyn FnMut(&mut [u8]),
) -> Result<(Zeroizing<Vec<u8>>, Vec<String>), AppError> {
    // Keyboards spell letters differently. The reader always tries this spelling (NFC).
    let password = || {
        let given = password.map(|password| proofup_text::password(password.expose()));
        given.filter(|password| !password.is_empty()).ok_or(AppError::PassphraseTooShort)
    };
    let name = |place: &usize| {
        let OtpAuth { issuer, account, .. } = &accounts[*place].otp_auth;
        [issuer.as_str(), account].join(" ").trim().to_owned()
    };
    let Exported { bytes, left_out } = match way(kind) {
        Way::Plain(format) => write_accounts(format, accounts, random),
        Way::Sealed(format) => write_encrypted(format, accounts, &password()?, random).ok_or(AppError::Failed)?,
        Way::Age => {
            let own = write_accounts(ExportFormat::Proofup, accounts, random);
            let sealed = seal_age_file(&own.bytes, &(*password()?).clone().into(), WorkFactor::STANDARD)?;
            Exported { bytes: Zeroizing::new(sealed), ..own }
        }
    };
    Ok((bytes, left_out.iter().map(name).collect()))
}

/// What writes a format.
enum Way {
    Plain(ExportFormat),
    Sealed(EncryptedFormat),
    /// Our own format in an age file.
    Age,
}

const fn way(kind: ExportKind) -> Way {
    match kind {
        ExportKind::Encrypted => Way::Age,
        ExportKind::AegisEncrypted => Way::Sealed(EncryptedFormat::Aegis),
        ExportKind::Kdbx => Way::Sealed(EncryptedFormat::Kdbx),
        ExportKind::Pskc => Way::Sealed(EncryptedFormat::Pskc),
        ExportKind::Links => Way::Plain(ExportFormat::Links),
        ExportKind::Google => Way::Plain(ExportFormat::Google),
        ExportKind::GoogleCodes => Way::Plain(ExportFormat::GoogleCodes),
        ExportKind::Sheet => Way::Plain(ExportFormat::Sheet),
        ExportKind::Aegis => Way::Plain(ExportFormat::Aegis),
        ExportKind::TwoFas => Way::Plain(ExportFormat::TwoFas),
        ExportKind::Ente => Way::Plain(ExportFormat::Ente),
        ExportKind::Csv => Way::Plain(ExportFormat::Csv),
    }
}

fn outgoing(entry: &Entry) -> Outgoing {
    Outgoing {
        otp_auth: OtpAuth {
            params: entry.params.clone(),
            issuer: entry.issuer.clone(),
            account: entry.account.clone(),
        },
        note: entry.note.clone(),
        tags: entry.tags.clone(),
        pinned: entry.pinned,
    }
}
