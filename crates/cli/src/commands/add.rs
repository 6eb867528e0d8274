//! `proofup add`

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use proofup_app::{
    SecretText,
    view::{AccountKind, DraftWarning, Found, HashAlgorithm, ManualAccount},
};

use crate::{
    account::Account,
    arguments::{Add, Hash, Kind},
    ask,
    output::Output,
    trouble::Trouble,
    vault::TerminalVault,
};

pub(super) async fn run(vault: &TerminalVault, add: Add, output: &Output) -> Result<(), Trouble> {
    let added = if let Some(path) = &add.picture {
        let bytes = fs::read(path).map_err(|error| Trouble::NotRead { path: path.display().to_string(), error })?;
        vault.open_or_begin().await?;
        let found = vault.done(vault.app().drafts_from_picture(bytes).await)?;
        keep(vault, vec![found], output).await?
    } else if add.issuer.is_some() || add.account.is_some() {
        let secret = ask::line("Secret (Base32): ")?;
        vault.open_or_begin().await?;
        vec![Account::from(vault.done(vault.app().add_account(typed(add, &secret)).await)?)]
    } else {
        let links = ask::lines("otpauth link: ")?;
        vault.open_or_begin().await?;
        let mut found = Vec::new();
        // All are understood before one is kept.
        for link in &links {
            found.push(vault.done(vault.app().drafts_from_link(link.expose()).await)?);
        }
        keep(vault, found, output).await?
    };
    output.answer(&added, || added.iter().map(|account| format!("Added {}\n", account.name())).collect())
}

/// Keeps what was found, and says what was left out: codes of an export that cannot be used, and parts of it that were
/// not given.
async fn keep(vault: &TerminalVault, found: Vec<Found>, output: &Output) -> Result<Vec<Account>, Trouble> {
    let (mut added, mut parts) = (Vec::new(), BTreeMap::<i32, (u32, BTreeSet<u32>)>::new());
    for Found { drafts, refused, exports } in found {
        for fault in &refused {
            output.note(&format!("one account was left out: {}", fault.code));
        }
        let mut repeated = Vec::new();
        for export in exports {
            let (_, known) = parts.entry(export.export).or_insert((export.parts, BTreeSet::new()));
            if !known.insert(export.part) {
                repeated.extend(export.draft_ids);
            }
        }
        for draft in drafts.into_iter().filter(|draft| !repeated.contains(&draft.draft_id)) {
            for warning in &draft.warnings {
                output.note(warning_words(*warning));
            }
            let kept = vault.app().add_draft(&draft.draft_id, &draft.issuer, &draft.account).await;
            added.push(Account::from(vault.done(kept)?));
        }
    }
    for (of, known) in parts.into_values() {
        for missing in (0..of).filter(|part| !known.contains(part)) {
            output.note(&format!("part {} of {of} of the export is missing", missing + 1));
        }
    }
    Ok(added)
}

fn typed(add: Add, secret: &SecretText) -> ManualAccount {
    ManualAccount {
        issuer: add.issuer.unwrap_or_default(),
        account: add.account.unwrap_or_default(),
        secret: secret.expose().to_owned(),
        kind: match add.kind {
            Kind::Totp => AccountKind::Totp,
            Kind::Hotp => AccountKind::Hotp,
            Kind::Steam => AccountKind::Steam,
        },
        algorithm: match add.algorithm {
            Hash::Sha1 => HashAlgorithm::SHA1,
            Hash::Sha256 => HashAlgorithm::SHA256,
            Hash::Sha512 => HashAlgorithm::SHA512,
        },
        digits: add.digits.unwrap_or(if add.kind == Kind::Steam { 5 } else { 6 }),
        period: add.period,
        counter: add.counter,
    }
}

const fn warning_words(warning: DraftWarning) -> &'static str {
    match warning {
        DraftWarning::IssuerDiffers => "the link names two issuers; the one of its parameter was taken",
        DraftWarning::CounterMissing => "the link has no counter; it begins at 0",
        DraftWarning::SecretLengthOdd => "the secret ends where Base32 cannot end; compare the code with the issuer's",
        DraftWarning::NameNotUtf8 => "a name is not UTF-8; unreadable bytes were replaced",
    }
}
