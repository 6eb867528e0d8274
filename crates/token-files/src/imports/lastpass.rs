//! `LastPass` Authenticator: JSON.

use std::collections::HashMap;

use super::{Format, Import, ImportError, Opening, found::Found, json::Json, probe::Probe};

const FORMAT: Format = Format::LastPass;
const DAMAGED: ImportError = ImportError::Damaged { format: FORMAT };
const NEWEST: i128 = 3;

pub(super) fn is_meant(probe: &Probe<'_>) -> bool {
    let first = || probe.json()?.list("accounts")?.first();
    probe.has(&["accounts", "folders"])
        || first().is_some_and(|first| first.get("issuerName").is_some() || first.get("originalIssuerName").is_some())
}

pub(super) fn read(probe: &Probe<'_>, _: Opening<'_>) -> Result<Import, ImportError> {
    let file = probe.json().ok_or(DAMAGED)?;
    if let Some(version) = file.whole("version").filter(|version| *version > NEWEST) {
        return Err(ImportError::VersionUnsupported { format: FORMAT, found: version.to_string() });
    }
    let id = |json: &Json| {
        json.as_text().map(str::to_owned).or_else(|| match json {
            Json::Number(number) => Some(number.to_string()),
            _ => None,
        })
    };
    let folders = file.list("folders").unwrap_or_default().iter();
    let folders: HashMap<String, &str> =
        folders.filter_map(|folder| Some((id(folder.get("id")?)?, folder.text("name")?))).collect();
    let mut import = Import::new(FORMAT);
    for account in file.list("accounts").ok_or(DAMAGED)? {
        let folder = account.at(&["folderData", "folderId"]).and_then(id).filter(|id| id != "0");
        let tag = folder.and_then(|id| folders.get(&id)).map(|name| (*name).to_owned());
        import.take(found(account, tag))?;
    }
    Ok(import)
}

fn found(account: &Json, tag: Option<String>) -> Found {
    let first = |names: [&str; 2]| {
        names.iter().filter_map(|name| account.text(name)).find(|text| !text.is_empty()).unwrap_or_default()
    };
    let issuer = first(["issuerName", "originalIssuerName"]);
    let found = Found {
        tags: tag.into_iter().collect(),
        pinned: account.is_true("isFavorite"),
        ..Found::named(issuer, first(["userName", "originalUserName"]))
    };
    found.judged(|found| {
        found.base32(account.text("secret"))?;
        found.algorithm(account.text("algorithm"))?;
        (found.digits, found.period) = (account.number("digits")?, account.number("timeStep")?);
        Ok(())
    })
}
