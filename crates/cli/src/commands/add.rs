//! `proofup add`

use std::collections::{BTreeMap, BTreeSet};

use proofup_app::{
    SecretText,
    view::{AccountKind, DraftWarning, Found, HashAlgorithm, LocalFault, ManualAccount},
};

use crate::{
    account::Account,
    arguments::{Add, Hash, Kind},
    ask, exit, file,
    output::{Output, printable},
    trouble::Trouble,
    vault::TerminalVault,
};

pub(super) async fn run(vault: &TerminalVault, add: Add, output: &Output) -> Result<(), Trouble> {
    let kept = if let Some(path) = &add.picture {
        let bytes = file::read(path)?;
        vault.open_or_begin().await?;
        let found = vault.done(vault.parts().authenticator().drafts_from_picture(bytes).await)?;
        keep(vault, found, output).await?
    } else if add.issuer.is_some() || add.account.is_some() {
        let secret = ask::line("Secret (Base32): ")?;
        vault.open_or_begin().await?;
        let (authenticator, account) = (vault.parts().authenticator(), typed(add, &secret));
        let added = vec![Account::from(vault.change(async || authenticator.add_account(account.clone()).await).await?)];
        Kept { added, ..Kept::default() }
    } else {
        let links = ask::lines("otpauth link: ")?;
        vault.open_or_begin().await?;
        let found = vault.done(vault.parts().authenticator().drafts_from_link(links.expose()).await)?;
        keep(vault, found, output).await?
    };
    let Kept { added, left_out, already_there } = kept;
    output.answer(&added, || added.iter().map(|account| format!("Added {}\n", account.name())).collect())?;
    if left_out > 0 || added.is_empty() { Err(Trouble::LeftOut { left_out, already_there }) } else { Ok(()) }
}

/// The result of a list, an export or a picture.
#[derive(Default)]
struct Kept {
    added: Vec<Account>,
    /// Entries that cannot be used.
    left_out: usize,
    /// Entries that the vault already has.
    already_there: usize,
}

/// Adds the accounts, and reports the others: entries that cannot be used, those that the vault already has, and
/// missing parts of an export. None of these stops the others.
async fn keep(vault: &TerminalVault, found: Found, output: &Output) -> Result<Kept, Trouble> {
    let Found { drafts, refused, exports } = found;
    let is_one = drafts.len() + refused.len() == 1;
    let mut kept = Kept { left_out: refused.len(), ..Kept::default() };
    for fault in &refused {
        let number = fault.params.get("entry").map(|number| format!("entry {number} ")).unwrap_or_default();
        output.note(&format!("{number}was left out: {}", fault.code));
    }
    for draft in drafts {
        // The vault compares names, and this one was made.
        if draft.already_there && draft.warnings.contains(&DraftWarning::NameMissing) {
            kept.already_there += 1;
            output.note(&format!("entry {}, which came without a name, is there already", draft.number));
            continue;
        }
        let name = printable(&[draft.issuer.as_str(), draft.account.as_str()].join(" "));
        let entry = format!("entry {}, {},", draft.number, name.trim());
        for warning in &draft.warnings {
            output.note(&format!("{entry} {}", warning_words(*warning)));
        }
        let authenticator = vault.parts().authenticator();
        let add = async || authenticator.add_draft(&draft.draft_id, &draft.issuer, &draft.account).await;
        match vault.change(add).await {
            Ok(row) => kept.added.push(Account::from(row)),
            // The only entry: its error is enough. An error of the vault stops all entries.
            Err(trouble) if is_one || trouble.number() != exit::REFUSED => return Err(trouble),
            Err(trouble) if trouble.code() == LocalFault::AccountExists.as_str() => {
                kept.already_there += 1;
                output.note(&format!("{entry} is there already"));
            }
            Err(trouble) => {
                kept.left_out += 1;
                output.note(&format!("{entry} was left out: {}", trouble.code()));
            }
        }
    }
    let mut parts = BTreeMap::<(i32, u32), BTreeSet<u32>>::new();
    for export in exports {
        parts.entry((export.export, export.parts)).or_default().insert(export.part);
    }
    for ((_, of), known) in parts {
        for missing in (0..of).filter(|part| !known.contains(part)) {
            output.note(&format!("part {} of {of} of the export is missing", missing + 1));
        }
    }
    Ok(kept)
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
        DraftWarning::IssuerDiffers => "names two issuers; both were kept",
        DraftWarning::CounterMissing => "has no counter; it starts at 0",
        DraftWarning::SecretLengthOdd => "has a secret of an impossible length; compare the code with the issuer's",
        DraftWarning::NameNotUtf8 => "has a name that is not UTF-8; unreadable bytes were replaced",
        DraftWarning::SecretsDiffer => {
            "has two different secrets; the first was taken, compare the code with the issuer's"
        }
        DraftWarning::NameMissing => "had no name; this one was made",
    }
}
