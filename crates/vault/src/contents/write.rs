//! Writes contents as JSON.

use data_encoding::BASE64;
use proofup_otp::Kind;
use serde_json::{Map, Value, json};
use zeroize::Zeroizing;

use super::{Contents, SCHEMA, wiped::Wiped};
use crate::{Entry, Trashed, VaultError};

impl Contents {
    /// The plain text of the file.
    pub(crate) fn to_json(&self) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let mut object = self.unknown.clone();
        object.insert("schema".to_owned(), SCHEMA.into());
        object.insert("vaultId".to_owned(), self.vault_id.to_string().into());
        object.insert("generation".to_owned(), self.generation.into());
        object.insert("savedAt".to_owned(), self.saved_at.to_string().into());
        object.insert("entries".to_owned(), self.entries.iter().map(entry_json).collect());
        object.insert("trash".to_owned(), self.trash.iter().map(trashed_json).collect());
        object.insert("quarantine".to_owned(), self.quarantine.iter().map(|kept| kept.0.clone()).collect());
        object.insert("tags".to_owned(), self.tags.clone());
        let object = Wiped(Value::Object(object));
        // The length is counted first, and the text written once: a buffer that grows would leave copies of the secrets
        // behind.
        let mut length = Counter(0);
        serde_json::to_writer_pretty(&mut length, &object.0).map_err(|_| VaultError::VerificationFailed)?;
        let mut json = Zeroizing::new(Vec::with_capacity(length.0));
        serde_json::to_writer_pretty(&mut *json, &object.0).map_err(|_| VaultError::VerificationFailed)?;
        Ok(json)
    }
}

struct Counter(usize);

impl std::io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn entry_json(entry: &Entry) -> Value {
    Value::Object(entry_fields(entry))
}

fn trashed_json(trashed: &Trashed) -> Value {
    let mut fields = entry_fields(&trashed.entry);
    fields.insert("deletedAt".to_owned(), trashed.deleted_at.to_string().into());
    fields.extend(trashed.behind.map(|id| ("behind".to_owned(), id.to_string().into())));
    Value::Object(fields)
}

fn entry_fields(entry: &Entry) -> Map<String, Value> {
    let mut fields = entry.unknown.clone();
    let (kind, number) = match entry.params.kind() {
        Kind::Totp { period } => ("totp", Some(("period", period))),
        Kind::Hotp { counter } => ("hotp", Some(("counter", counter))),
        Kind::Steam => ("steam", None),
    };
    let known = [
        ("id", entry.id.to_string().into()),
        ("kind", kind.into()),
        ("issuer", entry.issuer.clone().into()),
        ("account", entry.account.clone().into()),
        ("secret", entry.params.secret().to_base32().as_str().into()),
        ("algorithm", entry.params.algorithm().name().into()),
        ("digits", entry.params.digits().into()),
        ("createdAt", entry.created_at.to_string().into()),
        ("changedAt", entry.changed_at.to_string().into()),
        ("organisation", json!(entry.organisation)),
        ("pinned", entry.pinned.into()),
        ("note", entry.note.clone().into()),
        ("tags", json!(entry.tags)),
    ];
    let used = [
        ("picture", entry.picture.as_ref().map(|picture| BASE64.encode(picture).into())),
        ("usedAt", entry.used_at.map(|at| at.to_string().into())),
        ("uses", (entry.uses > 0).then(|| entry.uses.into())),
        ("importedAs", entry.imported_as.as_ref().map(|names| json!(names))),
    ];
    fields.extend(known.into_iter().map(|(name, value)| (name.to_owned(), value)));
    fields.extend(used.into_iter().filter_map(|(name, value): (_, Option<Value>)| Some((name.to_owned(), value?))));
    fields.extend(number.map(|(name, value)| (name.to_owned(), value.into())));
    fields
}
