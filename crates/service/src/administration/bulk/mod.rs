//! One action on many people: a hundred in a transaction, each person by themselves. What is refused for one stops nobody else.

mod dry_run;
mod person;
mod undo;

use std::collections::BTreeSet;

use proofup_api::{BulkAction, BulkFailure, BulkRequest, BulkResult, ErrorCode, Params};
use proofup_store::bulk_changes::{self, BulkChange};
use proofup_store::users::{self, User};

use crate::ServiceError;
use crate::audit::admin_actions::{Actor, Reason};
use crate::context::Context;
use crate::people::names::UserPrincipalName;

/// People of one call.
const MOST: usize = 5_000;
/// People of one transaction: on SQLite nobody else writes meanwhile.
const AT_ONCE: usize = 100;

/// What becomes of one person: whether something was changed, or why not.
type Outcome = Result<bool, (ErrorCode, Params)>;

/// Carries an action out, or says what it would do.
pub(crate) async fn run(
    context: &Context,
    actor: &Actor,
    request: &BulkRequest,
    dry_run: bool,
) -> Result<BulkResult, ServiceError> {
    let invalid = |field: &str| ServiceError::refused_with(ErrorCode::InvalidRequest, "field", field);
    let action = request.action;
    if !is_id(&request.bulk_id) {
        return Err(invalid("bulkId"));
    }
    if matches!(action, BulkAction::Disable | BulkAction::RequireReregistration | BulkAction::Undo) {
        actor.check_may_loosen()?;
    }
    let reason = request.reason.as_deref().map(Reason::parse).transpose()?;
    if reason.is_none() && needs_reason(action) && !dry_run {
        return Err(invalid("reason"));
    }
    let names = &request.users;
    if names.is_empty() != (action == BulkAction::Undo) || names.len() > MOST {
        return Err(invalid("users"));
    }
    if action == BulkAction::Undo {
        return if dry_run {
            Err(invalid("dryRun"))
        } else {
            undo::undo(context, actor, request, reason.as_ref()).await
        };
    }
    let asked = Asked::of(context, names).await?;
    let mut result = asked.begin_result(&request.bulk_id, dry_run);
    if dry_run {
        dry_run::look(context, actor, action, asked.people, &mut result).await?;
        return Ok(result);
    }
    let change = begin(context, actor, request).await?;
    for people in asked.people.chunks(AT_ONCE) {
        let work = || person::change_some(context, actor, &change, people, reason.as_ref());
        add(&mut result, context.store.again_if_crossed(work).await?);
    }
    Ok(result)
}

/// Begins a change, or finds the one that this call is a part of.
async fn begin(context: &Context, actor: &Actor, request: &BulkRequest) -> Result<BulkChange, ServiceError> {
    let BulkRequest { action, bulk_id, .. } = request;
    let begun_at = context.now();
    let change = BulkChange { id: bulk_id.clone(), actor: actor.name.clone(), action: *action, begun_at };
    let mut transaction = context.store.begin().await?;
    bulk_changes::begin(&mut transaction, &change).await?;
    let found = bulk_changes::find(&mut transaction, bulk_id).await?;
    transaction.commit().await?;
    // An id that was used for something else is not a part of this.
    found
        .filter(|found| found.action == *action && found.actor == actor.name)
        .ok_or_else(|| ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "bulkId"))
}

/// The people that are asked for, each once, and those that there are not.
struct Asked {
    people: Vec<User>,
    unknown: Vec<String>,
}

impl Asked {
    async fn of(context: &Context, names: &[String]) -> Result<Self, ServiceError> {
        let parsed: Vec<_> = names.iter().map(|name| (name, UserPrincipalName::parse(name))).collect();
        let known: BTreeSet<String> =
            parsed.iter().filter_map(|(_, upn)| Some(upn.as_ref()?.as_str().to_owned())).collect();
        let known: Vec<String> = known.into_iter().collect();
        let read = move |mut db| async move {
            let mut found = Vec::new();
            for some in known.chunks(AT_ONCE) {
                found.extend(users::by_upns(&mut db, some).await?);
            }
            Ok::<_, proofup_store::StoreError>(found)
        };
        let found = context.store.read_much(read).await?;
        let found_names: BTreeSet<&str> = found.iter().map(|user| user.upn.as_str()).collect();
        let is_found = |upn: Option<&UserPrincipalName>| upn.is_some_and(|upn| found_names.contains(upn.as_str()));
        let missing = parsed.iter().filter(|(_, upn)| !is_found(upn.as_ref()));
        let unknown: BTreeSet<_> = missing.map(|(name, _)| (*name).clone()).collect();
        let mut people = found;
        // Two changes that want the same people lock them in the same order.
        people.sort_by(|one, other| one.id.cmp(&other.id));
        Ok(Self { people, unknown: unknown.into_iter().collect() })
    }

    fn begin_result(&self, bulk_id: &str, dry_run: bool) -> BulkResult {
        let failure = |name: &String| BulkFailure {
            user_principal_name: name.clone(),
            code: ErrorCode::NotFound,
            params: Params::new(),
        };
        let failures = self.unknown.iter().map(failure).collect();
        BulkResult { bulk_id: bulk_id.to_owned(), dry_run, changed: 0, unchanged: 0, failures, counts: None }
    }
}

/// Counts outcomes.
fn add(result: &mut BulkResult, outcomes: Vec<(String, Outcome)>) {
    for (user_principal_name, outcome) in outcomes {
        match outcome {
            Ok(true) => result.changed += 1,
            Ok(false) => result.unchanged += 1,
            Err((code, params)) => result.failures.push(BulkFailure { user_principal_name, code, params }),
        }
    }
}

/// What a person is refused is told of that person; a fault ends the call.
fn of_person(outcome: Result<bool, ServiceError>) -> Result<Outcome, ServiceError> {
    match outcome {
        Ok(changed) => Ok(Ok(changed)),
        Err(ServiceError::Refused { code, params }) => Ok(Err((code, params))),
        Err(fault) => Err(fault),
    }
}

fn is_id(text: &str) -> bool {
    (8..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// What takes something away that people miss.
fn needs_reason(action: BulkAction) -> bool {
    matches!(action, BulkAction::Disable | BulkAction::RequireReregistration | BulkAction::DeleteAppPasswords)
}
