//! Lists of links, and links in other formats.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    EntryFault, Format, Import, ImportError, ImportedAccount, NoticeKind, Opening, found::Found, probe::Probe,
};
use crate::{Link, MigrationPart, OtpAuth, TokenFileError, link::is_list_of_links, links_in_text};

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    probe.text.is_some_and(is_list_of_links)
}

pub(super) fn read(probe: &Probe<'_>, _: Opening<'_>) -> Result<Import, ImportError> {
    let mut import = Import::new(Format::Links);
    let mut parts: Vec<MigrationPart> = Vec::new();
    for link in links_in_text(probe.text.unwrap_or_default()) {
        match link {
            Ok(Link::Account(account)) => import.take_link(Ok(account))?,
            Err(error) => import.take_link(Err(error))?,
            // Two exports may have the same number: only the same part once more is passed over.
            Ok(Link::Part(part)) if !parts.contains(&part) => {
                part.accounts.iter().cloned().try_for_each(|account| import.take_link(account))?;
                parts.push(part);
            }
            Ok(Link::Part(_)) => {}
        }
    }
    import.notice(NoticeKind::PartsMissing, missing(&parts));
    Ok(import)
}

/// How many parts are not there of exports that are there in part.
fn missing(known: &[MigrationPart]) -> usize {
    let mut exports = BTreeMap::<(i32, u32), BTreeSet<u32>>::new();
    for part in known {
        exports.entry((part.export, part.parts)).or_default().insert(part.part);
    }
    exports.iter().map(|((_, parts), known)| *parts as usize - known.len()).sum()
}

/// What stands around a link, or around a secret alone, in a format that keeps more than codes.
pub(super) struct Owner<'a> {
    pub(super) issuer: &'a str,
    pub(super) account: &'a str,
    pub(super) note: &'a str,
    pub(super) tags: Vec<String>,
    pub(super) pinned: bool,
    pub(super) trashed: bool,
}

impl Owner<'_> {
    /// Adds a link, or a secret in base32. The owner's names replace those that the link lacks.
    pub(super) fn take(self, totp: &str, import: &mut Import) -> Result<(), ImportError> {
        let named = Found::named(self.issuer, self.account);
        let name = named.name();
        let checked = if totp.contains("://") { self.link(totp) } else { self.secret(totp) };
        import.take_checked(name, checked)
    }

    /// The same for a format whose own names are those that the person sees.
    pub(super) fn take_renamed(self, totp: &str, import: &mut Import) -> Result<(), ImportError> {
        let Found { issuer, account, .. } = Found::named(self.issuer, self.account);
        let name = Found::named(self.issuer, self.account).name();
        let checked = if totp.contains("://") { self.link(totp) } else { self.secret(totp) };
        let renamed = checked.map(|checked| ImportedAccount {
            otp_auth: OtpAuth { issuer, account, params: checked.otp_auth.params.clone() },
            ..checked
        });
        import.take_checked(name, renamed)
    }

    fn link(self, link: &str) -> Result<ImportedAccount, EntryFault> {
        let mut account = ImportedAccount::from(OtpAuth::parse(link)?);
        let named = Found::named(self.issuer, self.account);
        let (issuer, holder) = (&mut account.otp_auth.issuer, &mut account.otp_auth.account);
        // `steam://` has no names, and its issuer was made up.
        if holder.is_empty() && !named.account.is_empty() {
            *holder = named.account;
        }
        if issuer.is_empty() || (holder.is_empty() && link.starts_with("steam://")) {
            *issuer = named.issuer;
        }
        proofup_otp::check_name(issuer)?;
        proofup_otp::check_name(holder)?;
        self.note.trim().clone_into(&mut account.note);
        Ok(ImportedAccount { tags: self.tags, pinned: self.pinned, trashed: self.trashed, ..account })
    }

    fn secret(self, secret: &str) -> Result<ImportedAccount, EntryFault> {
        let mut found = Found::named(self.issuer, self.account);
        self.note.clone_into(&mut found.note);
        (found.tags, found.pinned, found.trashed) = (self.tags, self.pinned, self.trashed);
        found.judged(|found| found.base32(Some(secret).filter(|secret| !secret.is_empty()))).check()
    }
}

/// A link that must be an account.
pub(super) fn account(link: Option<&str>) -> Result<ImportedAccount, EntryFault> {
    Ok(OtpAuth::parse(link.ok_or(TokenFileError::SecretMissing)?)?.into())
}
