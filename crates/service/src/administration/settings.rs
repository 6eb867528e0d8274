//! The organisation's settings as administrators see and change them: all at once or not at all.

use proofup_api::{AdminAction, ErrorCode, SettingDetails, SettingKind, SettingsDetails, SettingsPatch};
use proofup_store::marks::{self, Mark};
use proofup_store::{Connection, settings};
use serde_json::Value;

use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::context::Context;
use crate::settings::{Kind, SETTINGS, Setting, Settings};

/// The settings, and how often they were changed.
#[derive(Debug)]
pub(crate) struct Versioned {
    pub(crate) settings: SettingsPatch,
    pub(crate) version: i64,
}

/// Every key with its value.
pub(crate) async fn all(context: &Context) -> Result<Versioned, ServiceError> {
    let mut db = context.store.read().await?;
    // The version first: a change in between makes it outdated.
    let version = marks::get(&mut db, Mark::Settings).await?.unwrap_or_default();
    Ok(Versioned { settings: every_key(&mut db).await?, version })
}

/// Every setting with its value, its default and its bounds.
pub(crate) async fn details(context: &Context) -> Result<SettingsDetails, ServiceError> {
    let mut db = context.store.read().await?;
    // The version first: a change in between makes it outdated.
    let version = marks::get(&mut db, Mark::Settings).await?.unwrap_or_default();
    let (settings, defaults) = (Settings::load(&mut db).await?, Settings::default());
    let value = SETTINGS.iter().map(|setting| {
        let (kind, bounds) = match setting.kind {
            Kind::Truth => (SettingKind::Truth, None),
            Kind::Number { least, most } => (SettingKind::Number, Some((least, most))),
            Kind::Text => (SettingKind::Text, None),
        };
        SettingDetails {
            key: setting.key.to_owned(),
            kind,
            least: bounds.map(|(least, _)| least),
            most: bounds.map(|(_, most)| most),
            value: setting.value(&settings),
            default: setting.value(&defaults),
        }
    });
    Ok(SettingsDetails { version, value: value.collect() })
}

/// Changes some keys; `null` gives the default back. Changes come one after the other, and one that was made from an
/// older version than `from` is refused.
pub(crate) async fn change(
    context: &Context,
    actor: &Actor,
    patch: &SettingsPatch,
    from: Option<&[i64]>,
) -> Result<Versioned, ServiceError> {
    // Everything is checked before anything is changed.
    let changes: Result<Vec<_>, ServiceError> =
        patch.0.iter().map(|(key, value)| Ok((key, kept(key, value)?))).collect();
    let changes = changes?;
    let mut transaction = context.store.begin().await?;
    let version = marks::raise(&mut transaction, Mark::Settings).await?;
    if from.is_some_and(|from| !from.contains(&(version - 1))) {
        return Err(ServiceError::refused(ErrorCode::PreconditionFailed));
    }
    let before = Settings::load(&mut transaction).await?;
    let (mut was, mut told) = (Vec::new(), Vec::new());
    for (key, kept) in changes {
        match &kept {
            Some(text) => settings::set(&mut transaction, key, text).await?,
            None => settings::forget(&mut transaction, key).await?,
        }
        was.push(format!("{key} = {}", Setting::of(key)?.text(&before)));
        told.push(format!("{key} = {}", kept.as_deref().unwrap_or("default")));
    }
    if !told.is_empty() {
        let (was, told) = (was.join(", "), told.join(", "));
        let action = AdminAction::SettingsChanged;
        actor.record_change(context, &mut transaction, action, None, (&was, &told), None).await?;
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

/// The settings as they would be after a change, which is checked as if it were made.
pub(super) fn changed(mut settings: Settings, patch: &SettingsPatch) -> Result<Settings, ServiceError> {
    let defaults = Settings::default();
    for (key, value) in &patch.0 {
        let text = kept(key, value)?;
        let setting = Setting::of(key)?;
        setting.apply(&mut settings, &text.unwrap_or_else(|| setting.text(&defaults)))?;
    }
    Ok(settings)
}

/// The form in which a new value is kept; nothing for `null`, which gives the default back.
fn kept(key: &str, value: &Value) -> Result<Option<String>, ServiceError> {
    let kept = || {
        let setting = Setting::of(key)?;
        match value {
            Value::Null => Ok(None),
            value => Settings::kept_form(key, &setting.text_of(value)?).map(Some),
        }
    };
    kept().map_err(|error| match error {
        ServiceError::Configuration(why) => ServiceError::Setting { key: key.to_owned(), why },
        other => other,
    })
}
