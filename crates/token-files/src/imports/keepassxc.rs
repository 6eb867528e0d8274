//! `KeePassXC`: CSV. The column of passwords is never read.

use super::{Format, Import, ImportError, NoticeKind, Opening, found::Found, links::Owner, probe::Probe, table::Table};

const FORMAT: Format = Format::KeePassXc;

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    Table::header_of(probe.text)
        .is_some_and(|header| ["title", "username", "totp"].iter().all(|name| header.contains(name)))
}

pub(super) fn read(probe: &Probe<'_>, _: Opening<'_>) -> Result<Import, ImportError> {
    let mut table = probe.text.and_then(Table::open).ok_or(ImportError::Damaged { format: FORMAT })?;
    let mut import = Import::new(FORMAT);
    while let Some(row) = table.next() {
        if row.is_damaged("totp") {
            let (title, username) = (row.get("title"), row.get("username"));
            import.take(Found::named(title.unwrap_or_default(), username.unwrap_or_default()).damaged())?;
            continue;
        }
        let totp = row.get("totp").unwrap_or_default();
        if totp.is_empty() {
            import.notice(NoticeKind::WithoutCode, 1);
            continue;
        }
        // The first group is the database itself.
        let group = row.get("group").and_then(|group| group.split_once('/')).map(|(_, group)| group.to_owned());
        let owner = Owner {
            issuer: row.get("title").unwrap_or_default(),
            account: row.get("username").unwrap_or_default(),
            note: row.get("notes").unwrap_or_default(),
            tags: group.into_iter().collect(),
            pinned: false,
            trashed: false,
        };
        owner.take_renamed(totp, &mut import)?;
    }
    Ok(import)
}
