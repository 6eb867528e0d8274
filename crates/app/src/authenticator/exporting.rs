//! Exports some accounts or all in a file for another program.

use std::{
    fs::OpenOptions,
    io::{self, Write as _},
    path::Path,
};

use proofup_api::SecretText;
use proofup_token_files::{ExportFormat, OtpAuth, Outgoing, write_accounts, write_encrypted_aegis};
use proofup_vault::{Entry, VaultError, WorkFactor, seal_age_file};
use zeroize::Zeroizing;

use super::Authenticator;
use crate::{
    AppError,
    authenticator::entry_ids,
    vault::whole_path,
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
    let plain = |format| match format {
        ExportKind::Encrypted => ExportFormat::Proofup,
        ExportKind::Links => ExportFormat::Links,
        ExportKind::Google => ExportFormat::Google,
        ExportKind::Aegis | ExportKind::AegisEncrypted => ExportFormat::Aegis,
        ExportKind::TwoFas => ExportFormat::TwoFas,
        ExportKind::Ente => ExportFormat::Ente,
        ExportKind::Csv => ExportFormat::Csv,
    };
    // Keyboards spell letters differently. The reader always tries this spelling (NFC).
    let password = || {
        let given = password.map(|password| proofup_text::password(password.expose()));
        given.filter(|password| !password.is_empty()).ok_or(AppError::PassphraseTooShort)
    };
    if kind == ExportKind::AegisEncrypted {
        let bytes = write_encrypted_aegis(accounts, &password()?, random).ok_or(AppError::Failed)?;
        return Ok((bytes, Vec::new()));
    }
    let written = write_accounts(plain(kind), accounts, random);
    let name = |place: &usize| {
        let OtpAuth { issuer, account, .. } = &accounts[*place].otp_auth;
        [issuer.as_str(), account].join(" ").trim().to_owned()
    };
    let left_out = written.left_out.iter().map(name).collect();
    if kind == ExportKind::Encrypted {
        let sealed = seal_age_file(&written.bytes, &(*password()?).clone().into(), WorkFactor::STANDARD)?;
        return Ok((Zeroizing::new(sealed), left_out));
    }
    Ok((written.bytes, left_out))
}

/// Creates a file that only its owner can read.
fn write_new(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    file.write_all(bytes)?;
    file.sync_all()
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
