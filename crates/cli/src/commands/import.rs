//! `proofup import`. Scripts rely on its JSON.

use proofup_app::{
    SecretText,
    view::{ImportCounts, ImportPreview, ImportRejected, ImportRow, ImportVerdict},
};
use serde::Serialize;

use crate::{
    account::kind_name,
    arguments::Import,
    ask, file,
    output::{Output, printable},
    trouble::Trouble,
    vault::TerminalVault,
};

pub(super) async fn run(vault: &TerminalVault, import: &Import, output: &Output) -> Result<(), Trouble> {
    let bytes = file::read(&import.file)?;
    // A dry run begins no vault.
    if !(import.dry_run && vault.is_fresh().await?) {
        vault.open_or_begin().await?;
    }
    let preview = open(vault, import, bytes).await?;
    let secrets =
        if import.show_secrets { vault.done(vault.parts().authenticator().import_secrets())? } else { Vec::new() };
    for rejected in &preview.rejected {
        output.note(&format!("entry {} was left out: {}", rejected.number, printable(&rejected.message)));
    }
    let counts = if import.dry_run {
        None
    } else {
        let (authenticator, chosen) = (vault.parts().authenticator(), chosen(&preview, import.rename));
        Some(vault.change(async || authenticator.take_import(&chosen).await).await?)
    };
    output.answer(&Answer::of(&preview, &secrets, counts), || text(&preview, &secrets, counts))?;
    match preview.rejected.len() {
        0 => Ok(()),
        left_out => {
            let is_same = |row: &&ImportRow| row.verdict == ImportVerdict::Same;
            Err(Trouble::LeftOut { left_out, already_there: preview.entries.iter().filter(is_same).count() })
        }
    }
}

/// Opens the file; asks for the password of an encrypted one.
async fn open(vault: &TerminalVault, import: &Import, bytes: Vec<u8>) -> Result<ImportPreview, Trouble> {
    let mut opened = vault.done(vault.parts().authenticator().open_import(bytes).await);
    let mut password = None;
    while let Err(trouble) = &opened {
        match trouble.code() {
            "import_password_needed" if password.is_none() && (import.password_stdin || ask::can_ask()) => {
                password = Some(ask::file_password(import.password_stdin)?);
            }
            "import_memory" if import.much_memory => {}
            _ => break,
        }
        opened = vault.done(vault.parts().authenticator().unlock_import(password.clone(), import.much_memory).await);
    }
    opened
}

fn chosen(preview: &ImportPreview, rename: bool) -> Vec<u32> {
    let is_chosen = |row: &&ImportRow| row.verdict != ImportVerdict::Same || (rename && row.renames);
    preview.entries.iter().filter(is_chosen).map(|row| row.number).collect()
}

#[derive(Serialize)]
struct Answer<'a> {
    format: &'a str,
    entries: Vec<Entry<'a>>,
    rejected: Vec<Rejected<'a>>,
    notices: Vec<Notice<'a>>,
    /// The result; null for a dry run.
    counts: Option<ImportCounts>,
}

#[derive(Serialize)]
struct Entry<'a> {
    index: u32,
    verdict: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    issuer: &'a str,
    account: &'a str,
    algorithm: proofup_app::view::HashAlgorithm,
    digits: u8,
    period: Option<u32>,
    counter: Option<u64>,
    tags: &'a [String],
    existing: Option<&'a str>,
    warnings: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<&'a str>,
}

#[derive(Serialize)]
struct Rejected<'a> {
    index: u32,
    name: &'a str,
    code: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
struct Notice<'a> {
    code: &'a str,
    count: u32,
}

impl<'a> Answer<'a> {
    fn of(preview: &'a ImportPreview, secrets: &'a [SecretText], counts: Option<ImportCounts>) -> Self {
        let entries = preview.entries.iter().enumerate().map(|(place, row)| Entry {
            index: row.number,
            verdict: row.verdict.as_str(),
            kind: kind_name(row.kind),
            issuer: &row.issuer,
            account: &row.account,
            algorithm: row.algorithm,
            digits: row.digits,
            period: row.period,
            counter: row.counter,
            tags: &row.tags,
            existing: row.existing.as_deref(),
            warnings: &row.warnings,
            secret: secrets.get(place).map(SecretText::expose),
        });
        let rejected = |rejected: &'a ImportRejected| Rejected {
            index: rejected.number,
            name: &rejected.name,
            code: &rejected.fault.code,
            message: &rejected.message,
        };
        Self {
            format: &preview.format,
            entries: entries.collect(),
            rejected: preview.rejected.iter().map(rejected).collect(),
            notices: preview.notices.iter().map(|notice| Notice { code: &notice.code, count: notice.count }).collect(),
            counts,
        }
    }
}

fn text(preview: &ImportPreview, secrets: &[SecretText], counts: Option<ImportCounts>) -> String {
    let name = |row: &ImportRow| printable([row.issuer.as_str(), &row.account].join(" ").trim());
    let lines = preview.entries.iter().enumerate().map(|(place, row)| {
        let secret = secrets.get(place).map(|secret| format!("  {}", secret.expose())).unwrap_or_default();
        format!("{:8} {}{secret}\n", row.verdict.as_str(), name(row))
    });
    let ImportCounts { read, added, changed, same, unusable, .. } = counts.unwrap_or_default();
    let summary = match counts {
        None => format!("{}: {} read, nothing done\n", preview.format_name, preview.read),
        Some(_) => format!(
            "{}: {read} read, {added} added, {changed} changed, {same} there already, {unusable} cannot be used\n",
            preview.format_name
        ),
    };
    if counts.is_some() && secrets.is_empty() { summary } else { lines.chain([summary]).collect() }
}
