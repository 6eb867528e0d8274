//! `proofup-service settings`

use clap::Subcommand;
use proofup_api::SettingsPatch;

use super::configuration::Configuration;
use super::system_user::command_line;
use super::{Common, say};
use crate::ServiceError;
use crate::administration::settings::change;
use crate::settings::{SETTINGS, Setting, Settings};

#[derive(Debug, Subcommand)]
pub(super) enum SettingsCommand {
    /// Show one setting, or all
    Get {
        /// The key
        key: Option<String>,
    },
    /// Change a setting; it counts from the next request on, on every node
    Set {
        /// The key
        key: String,
        /// Its value
        value: String,
    },
}

impl SettingsCommand {
    pub(super) async fn run(self, common: &Common) -> Result<(), ServiceError> {
        let context = Configuration::read(common)?.context().await?;
        let mut db = context.store.read().await?;
        match self {
            Self::Set { key, value } => {
                drop(db);
                let value = Setting::of(&key)?.typed(&value);
                let patch = SettingsPatch([(key, value)].into());
                change(&context, &command_line(&context), &patch, None).await.map(drop)
            }
            Self::Get { key: Some(key) } => {
                let setting = Setting::of(&key)?;
                say(&setting.text(&Settings::load(&mut db).await?));
                Ok(())
            }
            Self::Get { key: None } => {
                let settings = Settings::load(&mut db).await?;
                for setting in SETTINGS {
                    say(&format!("{} = {}", setting.key, setting.text(&settings)));
                }
                Ok(())
            }
        }
    }
}
