//! Fills an empty database with Contoso.

mod activity;
mod colleagues;
mod facts;
mod methods;

use std::collections::BTreeMap;

use proofup_api::{MfaState, SecretText};
use proofup_store::{settings, users};

use activity::{DemoPast, log, row, uses_of};
use methods::{add_tokens, furnish};

use super::people::{DemoStory, people};
use crate::context::Context;
use crate::people::names::{NewPerson, UserPrincipalName, add, password_hash};
use crate::settings::Settings;
use crate::{ServiceConfig, ServiceError};

/// Contoso's decisions.
const SETTINGS: &[(&str, &str)] = &[
    ("organization", "Contoso"),
    ("callToPhone", "true"),
    ("textMessageToPhone", "true"),
    ("notificationThroughMobileApp", "true"),
    ("codeFromMobileApp", "true"),
    ("appPasswordsAllowed", "true"),
    ("mailIncomingServer", "imap.contoso.example"),
    ("mailOutgoingServer", "smtp.contoso.example"),
    ("calendarServer", "dav.contoso.example"),
    ("rememberDeviceAllowed", "true"),
    ("rememberDeviceDays", "14"),
    ("callExtensionPrompt", "true"),
    ("callerId", "+1 4255550100"),
];

/// What is different from Contoso as it always begins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// The user names of those who are not asked for a second step yet.
    pub disabled: Vec<String>,
    /// A report of fraud also blocks the account.
    pub reports_block: bool,
    /// So many people more, who are not asked for a second step yet.
    pub colleagues: u8,
    /// The hardware tokens that nobody has are not in the inventory.
    pub tokens_unknown: bool,
    /// Settings that differ, by name.
    pub settings: BTreeMap<String, String>,
}

/// Fills the database of a service with the made-up organisation; false, and nothing is done, if anybody is in it
/// already. Call it before the service is started.
///
/// # Errors
/// The database cannot be used.
pub async fn seed(config: &ServiceConfig) -> Result<bool, ServiceError> {
    seed_past(config, DemoPast::Ben, &Differences::default()).await
}

/// The same, with these differences, and a row in the activity of its owner for every use of a method, for demonstrations.
///
/// # Errors
/// The database cannot be used.
pub async fn seed_with_past(config: &ServiceConfig, differences: &Differences) -> Result<bool, ServiceError> {
    seed_past(config, DemoPast::Everybody, differences).await
}

async fn seed_past(config: &ServiceConfig, past: DemoPast, differences: &Differences) -> Result<bool, ServiceError> {
    let context = config.context().await?;
    let outcome = fill(&context, past, differences).await;
    context.store.close().await;
    outcome
}

async fn fill(context: &Context, past: DemoPast, differences: &Differences) -> Result<bool, ServiceError> {
    if !users::all(&mut context.store.read().await?).await?.is_empty() {
        return Ok(false);
    }
    let mut transaction = context.store.begin().await?;
    let blocking = differences.reports_block.then_some(("blockUsersWhoReportFraud", "true"));
    let differing = differences.settings.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    let decided: Vec<_> = SETTINGS.iter().copied().chain(blocking).chain(differing).collect();
    for (key, value) in decided {
        settings::set(&mut transaction, key, &Settings::kept_form(key, value)?).await?;
    }
    transaction.commit().await?;
    let mut uses = Vec::new();
    for person in people() {
        let mfa_state = match person.story {
            _ if differences.disabled.iter().any(|name| name == person.upn) => MfaState::Disabled,
            DemoStory::NotRegistered => MfaState::Enabled,
            _ => MfaState::Enforced,
        };
        let upn = UserPrincipalName::parse(person.upn)
            .ok_or_else(|| ServiceError::Configuration(format!("{} is no name", person.upn)))?;
        let password = SecretText::new(person.password);
        let password_hash = Some(password_hash(context, &password, person.upn, person.display_name).await?);
        let new = NewPerson {
            upn: &upn,
            display_name: person.display_name,
            password_hash,
            administrator: person.story == DemoStory::Administrator,
            mfa_state,
        };
        let mut transaction = context.store.begin().await?;
        if let Some(user) = add(context, &mut transaction, new).await? {
            furnish(context, &mut transaction, &user, &person).await?;
            uses.extend(uses_of(&person, past).into_iter().map(|used| row(context, &user, used)));
        }
        transaction.commit().await?;
    }
    colleagues::add_all(context, differences.colleagues).await?;
    add_tokens(context, differences.tokens_unknown).await?;
    log(context, uses).await?;
    Ok(true)
}
