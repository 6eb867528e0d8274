//! Programs with a token that an administrator made for them, and who administers over HTTP: a person or such a program.

use proofup_api::{MachineScope, Role, SecretText};
use proofup_store::machine_tokens;

use super::Bearer;
use crate::ServiceError;
use crate::context::{Caller, Context};
use crate::runtime::keys::Domain;

/// Begins every secret, so that nobody takes it for the token of a session and scanners find it where it does not belong.
pub(crate) const PREFIX: &str = "pfm_";

/// A use is noted once a minute.
const NOTED_EVERY_MS: i64 = 60_000;

/// A program with a valid token.
#[derive(Debug, Clone)]
pub(crate) struct Machine {
    /// Of the token.
    pub(crate) name: String,
    pub(crate) scopes: Vec<MachineScope>,
}

/// Who administers over HTTP.
#[derive(Debug, Clone)]
pub(crate) enum Administering {
    Person(Bearer),
    Machine(Machine),
}

impl Administering {
    /// A help desk that is no administrator.
    pub(crate) fn helps(&self) -> bool {
        match self {
            Self::Person(bearer) => !bearer.roles.contains(&Role::Administrator),
            Self::Machine(_) => false,
        }
    }
}

/// Whether a bearer token is a program's, by its form.
pub(crate) fn is_of_a_machine(token: &SecretText) -> bool {
    token.expose().starts_with(PREFIX)
}

/// The program with this token now. Its use is noted.
pub(crate) async fn machine(
    context: &Context,
    token: &SecretText,
    caller: &Caller,
) -> Result<Option<Machine>, ServiceError> {
    let mac = context.keys.mac(Domain::MachineToken, token.expose().as_bytes())?;
    let now = context.now();
    let found = machine_tokens::by_mac(&mut context.store.read().await?, &mac, now).await?;
    let Some(found) = found.filter(|found| found.usable) else { return Ok(None) };
    let from = caller.address.as_deref().unwrap_or_default();
    let noted_since = now - NOTED_EVERY_MS;
    if found.last_used_at.is_none_or(|time| time <= noted_since) || found.last_used_from.as_deref() != Some(from) {
        let mut transaction = context.store.begin().await?;
        machine_tokens::note_use(&mut transaction, &found.id, from, now, noted_since).await?;
        transaction.commit().await?;
    }
    Ok(Some(Machine { name: found.display_name, scopes: found.scopes }))
}
