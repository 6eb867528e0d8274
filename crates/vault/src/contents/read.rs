//! Reads contents from JSON. An account that cannot be parsed goes to the quarantine; the others load.

use std::{collections::HashSet, mem, sync::Arc};

use data_encoding::BASE64;
use jiff::Timestamp;
use proofup_otp::{Kind, OtpError, OtpParams, Secret, check_name};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{Contents, SCHEMA, wiped::Wiped};
use crate::{Entry, MOST_PICTURE_BYTES, Trashed};

/// Why a plain text is not the content of a vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ContentsError {
    Damaged,
    Newer,
}

impl Contents {
    /// Reads the plain text of a vault file.
    pub(crate) fn from_json(json: &[u8]) -> Result<Self, ContentsError> {
        let mut whole = Wiped(serde_json::from_slice(json).map_err(|_| ContentsError::Damaged)?);
        let Value::Object(object) = &mut whole.0 else {
            return Err(ContentsError::Damaged);
        };
        match object.remove("schema").as_ref().and_then(Value::as_u64) {
            Some(SCHEMA) => {}
            Some(newer) if newer > SCHEMA => return Err(ContentsError::Newer),
            _ => return Err(ContentsError::Damaged),
        }
        let vault_id = text(object, "vaultId").and_then(|id| id.parse().ok()).ok_or(ContentsError::Damaged)?;
        let generation = object.remove("generation").as_ref().and_then(Value::as_u64).ok_or(ContentsError::Damaged)?;
        let saved_at = text(object, "savedAt").and_then(|at| at.parse().ok()).ok_or(ContentsError::Damaged)?;
        let Some(Value::Array(entries)) = object.remove("entries") else {
            return Err(ContentsError::Damaged);
        };
        let mut aside = Quarantine::default();
        aside.keep_earlier(object.remove("quarantine"));
        let mut known_ids = HashSet::new();
        let mut accepted = |list, raw| {
            aside.try_read(list, raw, |raw| {
                let entry = read_entry(raw, saved_at)?;
                if known_ids.insert(entry.id) { Ok(entry) } else { Err(Refusal::because("duplicate id")) }
            })
        };
        let entries = entries.into_iter().filter_map(|raw| accepted("entries", raw)).collect();
        let mut trash = Vec::new();
        let raw_trash = match object.remove("trash") {
            Some(Value::Array(items)) => items,
            Some(other) => vec![other],
            None => Vec::new(),
        };
        for raw in raw_trash {
            let deleted_at = raw.get("deletedAt").and_then(Value::as_str).and_then(|at| at.parse().ok());
            if let Some(mut entry) = accepted("trash", raw) {
                entry.unknown.remove("deletedAt");
                let behind = text(&mut entry.unknown, "behind").and_then(|id| id.parse().ok());
                trash.push(Trashed { entry, deleted_at: deleted_at.unwrap_or(saved_at), behind });
            }
        }
        let tags = object.remove("tags").unwrap_or_else(|| json!([]));
        let unknown = mem::take(object);
        Ok(Self {
            vault_id,
            generation,
            saved_at,
            entries,
            trash,
            quarantine: aside.0,
            tags,
            unknown,
            uses_pending: false,
        })
    }
}

#[derive(Default)]
struct Quarantine(Vec<Wiped>);

impl Quarantine {
    fn keep_earlier(&mut self, earlier: Option<Value>) {
        match earlier {
            Some(Value::Array(items)) => self.0.extend(items.into_iter().map(Wiped)),
            Some(Value::Null) | None => {}
            Some(other) => self.0.push(Wiped(other)),
        }
    }

    fn try_read<T>(
        &mut self,
        list: &str,
        raw: Value,
        read: impl FnOnce(&mut Map<String, Value>) -> Result<T, Refusal>,
    ) -> Option<T> {
        let raw = Wiped(raw);
        // Parsing takes the fields apart, and a refused entry has to be kept whole.
        let mut working = raw.clone();
        let outcome = match &mut working.0 {
            Value::Object(object) => read(object),
            _ => Err(Refusal::because("not an object")),
        };
        match outcome {
            Ok(read) => Some(read),
            Err(refusal) => {
                self.0.push(Wiped(json!({ "reason": refusal.0, "list": list, "raw": raw.0 })));
                None
            }
        }
    }
}

/// Why an account goes to the quarantine, in English, for a person who reads the file.
struct Refusal(String);

impl Refusal {
    fn because(reason: &str) -> Self {
        Self(reason.to_owned())
    }

    fn field(name: &str) -> Self {
        Self(format!("{name} is missing or malformed"))
    }
}

impl From<OtpError> for Refusal {
    fn from(error: OtpError) -> Self {
        Self(error.to_string())
    }
}

fn read_entry(object: &mut Map<String, Value>, saved_at: Timestamp) -> Result<Entry, Refusal> {
    let id = text(object, "id").and_then(|id| id.parse::<Uuid>().ok()).ok_or_else(|| Refusal::field("id"))?;
    let params = read_params(object)?;
    let issuer = text_or_empty(object, "issuer")?;
    let account = text_or_empty(object, "account")?;
    check_name(&issuer)?;
    check_name(&account)?;
    let mut moment = |name| text(object, name).and_then(|at| at.parse().ok());
    let created_at = moment("createdAt").unwrap_or(saved_at);
    let changed_at = moment("changedAt").unwrap_or(created_at);
    let organisation = match object.remove("organisation") {
        None | Some(Value::Null) => None,
        Some(Value::String(id)) => Some(id),
        Some(_) => return Err(Refusal::field("organisation")),
    };
    let pinned = match object.remove("pinned") {
        None => false,
        Some(value) => value.as_bool().ok_or_else(|| Refusal::field("pinned"))?,
    };
    let note = text_or_empty(object, "note")?;
    let tags = match object.remove("tags") {
        None => Vec::new(),
        Some(tags) => serde_json::from_value(tags).map_err(|_| Refusal::field("tags"))?,
    };
    // A damaged value here is dropped instead of refusing the account, because none of these is essential.
    let picture = text(object, "picture").and_then(|picture| BASE64.decode(picture.as_bytes()).ok());
    let picture = picture.filter(|picture| picture.len() <= MOST_PICTURE_BYTES).map(Arc::from);
    let used_at = text(object, "usedAt").and_then(|at| at.parse().ok());
    let uses = object.remove("uses").as_ref().and_then(Value::as_u64).unwrap_or(0);
    let imported_as = object.remove("importedAs").and_then(|names| serde_json::from_value(names).ok());
    let unknown = mem::take(object);
    Ok(Entry {
        id,
        issuer,
        account,
        params,
        created_at,
        changed_at,
        organisation,
        pinned,
        note,
        tags,
        picture,
        used_at,
        uses,
        imported_as,
        unknown,
    })
}

fn read_params(object: &mut Map<String, Value>) -> Result<OtpParams, Refusal> {
    let secret = Wiped(object.remove("secret").ok_or_else(|| Refusal::field("secret"))?);
    let secret = Secret::from_base32(secret.0.as_str().ok_or_else(|| Refusal::field("secret"))?)?;
    let algorithm = text(object, "algorithm").ok_or_else(|| Refusal::field("algorithm"))?.parse()?;
    let digits = take_number(object, "digits")?;
    let kind = match text(object, "kind").as_deref() {
        Some("totp") => Kind::Totp { period: take_number(object, "period")? },
        Some("hotp") => Kind::Hotp { counter: take_number(object, "counter")? },
        Some("steam") => Kind::Steam,
        Some(other) => return Err(Refusal(format!("unknown kind {other:?}"))),
        None => return Err(Refusal::field("kind")),
    };
    Ok(OtpParams::new(secret, kind, algorithm, digits)?)
}

fn take_number(object: &mut Map<String, Value>, name: &str) -> Result<u64, Refusal> {
    object.remove(name).as_ref().and_then(Value::as_u64).ok_or_else(|| Refusal::field(name))
}

fn text(object: &mut Map<String, Value>, name: &str) -> Option<String> {
    match object.remove(name) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

fn text_or_empty(object: &mut Map<String, Value>, name: &str) -> Result<String, Refusal> {
    match object.remove(name) {
        None => Ok(String::new()),
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err(Refusal::field(name)),
    }
}
