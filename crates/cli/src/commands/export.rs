//! `proofup export`

use proofup_app::SecretText;
use zeroize::Zeroizing;

use crate::{
    arguments::Export,
    output::{Output, write_export},
    trouble::Trouble,
    vault::TerminalVault,
};

pub(super) async fn run(vault: &TerminalVault, export: &Export, output: &Output) -> Result<(), Trouble> {
    let file = export.output.as_deref();
    if export.age {
        if vault.is_fresh().await? {
            return Err(Trouble::NoVault { folder: vault.folder().to_owned() });
        }
        write_export(&vault.done(vault.app().vault_file().await)?, file, false)?;
        vault.app().was_exported().await;
        return Ok(());
    }
    vault.open().await?;
    let links = vault.done(vault.app().export_links().await)?;
    output.note("these links are the accounts themselves, in clear: whoever has them makes your codes");
    if file.is_none() {
        return output.answer(&links, || text(&links).to_string());
    }
    write_export(text(&links).as_bytes(), file, true)
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
