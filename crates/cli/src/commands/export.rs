//! `proofup export`

use std::collections::BTreeSet;

use proofup_app::{SecretText, view::ExportKind};
use zeroize::Zeroizing;

use crate::{
    arguments::{Export, ExportFormat},
    ask,
    find::matching,
    output::{Output, printable, write_export},
    trouble::Trouble,
    vault::TerminalVault,
};

pub(super) async fn run(vault: &TerminalVault, export: &Export, output: &Output) -> Result<(), Trouble> {
    let file = export.output.as_deref();
    if export.age {
        if vault.is_fresh().await? {
            return Err(Trouble::NoVault { folder: vault.folder().to_owned() });
        }
        write_export(&vault.done(vault.parts().authenticator().vault_file().await)?, file, false)?;
        vault.parts().authenticator().was_exported().await;
        return Ok(());
    }
    vault.open().await?;
    if export.format.is_some() || !export.only.is_empty() {
        return write_file(vault, export, output).await;
    }
    let links = vault.done(vault.parts().authenticator().export_links().await)?;
    output.note("these links contain your secrets in clear: everyone who has them can make your codes");
    if file.is_none() {
        return output.answer(&links, || text(&links).to_string());
    }
    write_export(text(&links).as_bytes(), file, true)
}

/// Writes the format of another program, or only some accounts.
async fn write_file(vault: &TerminalVault, export: &Export, output: &Output) -> Result<(), Trouble> {
    let kind = kind(export.format.unwrap_or(ExportFormat::Links));
    let ids = if export.only.is_empty() {
        None
    } else {
        let accounts = vault.accounts().await?;
        let mut ids = BTreeSet::new();
        for query in &export.only {
            let found = matching(&accounts, query);
            if found.is_empty() {
                return Err(Trouble::NotFound { query: query.clone() });
            }
            ids.extend(found.into_iter().map(|account| account.id.clone()));
        }
        // In the order of the vault.
        let in_order = accounts.iter().map(|account| account.id.clone()).filter(|id| ids.contains(id));
        Some(in_order.collect::<Vec<_>>())
    };
    let password = if kind.is_encrypted() { Some(ask::new_passphrase()?) } else { None };
    let written = vault.done(vault.parts().authenticator().export_accounts(kind, ids.as_deref(), password).await)?;
    if !kind.is_encrypted() {
        output.note("this file contains your secrets in clear: everyone who has it can make your codes");
    }
    for name in &written.left_out {
        output.note(&format!("{} was left out: the format does not support it", printable(name)));
    }
    write_export(&written.bytes, export.output.as_deref(), kind != ExportKind::Encrypted)?;
    if ids.is_none() && written.left_out.is_empty() {
        vault.parts().authenticator().was_exported().await;
    }
    Ok(())
}

const fn kind(format: ExportFormat) -> ExportKind {
    match format {
        ExportFormat::Encrypted => ExportKind::Encrypted,
        ExportFormat::Links => ExportKind::Links,
        ExportFormat::Google => ExportKind::Google,
        ExportFormat::Aegis => ExportKind::Aegis,
        ExportFormat::AegisEncrypted => ExportKind::AegisEncrypted,
        ExportFormat::TwoFas => ExportKind::TwoFas,
        ExportFormat::Ente => ExportKind::Ente,
        ExportFormat::Csv => ExportKind::Csv,
        ExportFormat::GoogleCodes => ExportKind::GoogleCodes,
        ExportFormat::Sheet => ExportKind::Sheet,
        ExportFormat::Kdbx => ExportKind::Kdbx,
        ExportFormat::Pskc => ExportKind::Pskc,
    }
}

fn text(links: &[SecretText]) -> Zeroizing<String> {
    let room = links.iter().map(|link| link.expose().len() + 1).sum();
    let mut text = Zeroizing::new(String::with_capacity(room));
    for link in links {
        text.push_str(link.expose());
        text.push('\n');
    }
    text
}
