//! The organisation's settings as administrators see and change them: all at once or not at all.

use proofup_api::{AdminAction, ErrorCode, SettingsPatch};
use serde_json::Value;

use super::Actor;
use crate::ServiceError;
use crate::settings::{KEYS, Settings};
use crate::store::settings;
use crate::world::World;

/// Every key with its value.
pub(crate) async fn all(world: &World) -> Result<SettingsPatch, ServiceError> {
    let settings = Settings::load(&mut world.store.read().await?).await?;
    let values = KEYS.iter().filter_map(|key| Some(((*key).to_owned(), typed(key, settings.get(key)?))));
    Ok(SettingsPatch(values.collect()))
}

/// Changes some keys; `null` gives the default back.
pub(crate) async fn change(world: &World, actor: &Actor, patch: &SettingsPatch) -> Result<SettingsPatch, ServiceError> {
    let mut transaction = world.store.begin().await?;
    let mut told = Vec::new();
    for (key, value) in &patch.0 {
        let refused = || ServiceError::refused_with(ErrorCode::InvalidRequest, "field", key.as_str());
        if !KEYS.contains(&key.as_str()) {
            return Err(refused());
        }
        let text = match value {
            Value::Null => {
                settings::forget(&mut transaction, key).await?;
                told.push(format!("{key} = default"));
                continue;
            }
            Value::String(text) => text.clone(),
            Value::Bool(_) | Value::Number(_) => value.to_string(),
            Value::Array(_) | Value::Object(_) => return Err(refused()),
        };
        Settings::set(&mut transaction, key, &text).await.map_err(|error| match error {
            ServiceError::Configuration(_) => refused(),
            other => other,
        })?;
        told.push(format!("{key} = {text}"));
    }
    if !told.is_empty() {
        let detail = Some(told.join(", "));
        actor.record(world, &mut transaction, AdminAction::SettingsChanged, None, detail, None).await?;
    }
    transaction.commit().await?;
    all(world).await
}

/// Truth and numbers as JSON has them. The default tells which a key is, so that a name of digits stays a name.
fn typed(key: &str, text: String) -> Value {
    let default = Settings::default().get(key).unwrap_or_default();
    if default.parse::<bool>().is_ok() {
        text.parse::<bool>().map_or(Value::String(text), Value::Bool)
    } else if default.parse::<i64>().is_ok() {
        text.parse::<i64>().map_or(Value::String(text), Value::from)
    } else {
        Value::String(text)
    }
}
