//! The organisation's settings as administrators see and change them: all at once or not at all.

use proofup_api::{AdminAction, ErrorCode, SettingsPatch};
use proofup_store::marks::{self, Mark};
use proofup_store::{Connection, settings};
use serde_json::Value;

use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::context::Context;
use crate::settings::{SETTINGS, Setting, Settings};

/// The settings, and how often they were changed.
#[derive(Debug)]
pub(crate) struct Versioned {
    pub(crate) settings: SettingsPatch,
    pub(crate) version: i64,
}

/// Every key with its value.
pub(crate) async fn all(context: &Context) -> Result<Versioned, ServiceError> {
    let mut db = context.store.read().await?;
    // The version first: whoever changes them meanwhile makes it an old one.
    let version = marks::get(&mut db, Mark::Settings).await?.unwrap_or_default();
    Ok(Versioned { settings: every_key(&mut db).await?, version })
}

/// Changes some keys; `null` gives the default back. Changes come one after the other, and one that was made from an
/// older version than `from` is refused.
pub(crate) async fn change(
    context: &Context,
    actor: &Actor,
    patch: &SettingsPatch,
    from: Option<&[i64]>,
) -> Result<Versioned, ServiceError> {
    let mut transaction = context.store.begin().await?;
    let version = marks::raise(&mut transaction, Mark::Settings).await?;
    if from.is_some_and(|from| !from.contains(&(version - 1))) {
        return Err(ServiceError::refused(ErrorCode::PreconditionFailed));
    }
    let mut told = Vec::new();
    for (key, value) in &patch.0 {
        let wrong = |why: String| ServiceError::Setting { key: key.clone(), why };
        let text = match value {
            Value::Null if Setting::of(key).is_ok() => {
                settings::forget(&mut transaction, key).await?;
                told.push(format!("{key} = default"));
                continue;
            }
            Value::String(text) => text.clone(),
            Value::Bool(_) | Value::Number(_) => value.to_string(),
            Value::Null | Value::Array(_) | Value::Object(_) => {
                return Err(wrong(format!("{key} is no setting that takes this value")));
            }
        };
        Settings::set(&mut transaction, key, &text).await.map_err(|error| match error {
            ServiceError::Configuration(why) => wrong(why),
            other => other,
        })?;
        told.push(format!("{key} = {text}"));
    }
    if !told.is_empty() {
        let detail = Some(told.join(", "));
        actor.record(context, &mut transaction, AdminAction::SettingsChanged, None, detail, None).await?;
    }
    let settings = every_key(&mut transaction).await?;
    transaction.commit().await?;
    Ok(Versioned { settings, version })
}

async fn every_key(db: &mut Connection) -> Result<SettingsPatch, ServiceError> {
    let settings = Settings::load(db).await?;
    let values = SETTINGS.iter().map(|setting| (setting.key.to_owned(), setting.value(&settings)));
    Ok(SettingsPatch(values.collect()))
}
