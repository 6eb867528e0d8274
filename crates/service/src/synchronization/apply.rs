//! Does what a plan says, in the transaction that the run commits. Every change is an action in the list, with the run's id.

use std::collections::HashSet;

use proofup_api::{AdminAction, ErrorCode, MfaState, PhoneType, Role, WantedMfaState};
use proofup_store::sourced_people::{self, SourcedPerson};
use proofup_store::users::{self, User};
use proofup_store::{Connection, phones};

use super::plan::{Change, Newcomer, Plan, RefusedReason, Why};
use crate::ServiceError;
use crate::administration::people::change_state;
use crate::administration::roles;
use crate::audit::admin_actions::{Actor, Reason};
use crate::context::Context;
use crate::methods::enrollment::Enrollment;
use crate::methods::office_phone;
use crate::people::blocks;
use crate::settings::Settings;
use crate::telephony::numbers::PhoneNumber;

/// What was done.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Done {
    pub(super) added: usize,
    pub(super) changed: usize,
    pub(super) blocked: usize,
    pub(super) unblocked: usize,
}

/// Does it. What is refused only now is added to the plan's list.
pub(super) async fn apply(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    source: &str,
    plan: &mut Plan,
) -> Result<Done, ServiceError> {
    let mut done = Done::default();
    users::hold_administration(&mut *db).await?;
    let changes = std::mem::take(&mut plan.changes);
    free_names(&mut *db, &changes, &plan.new).await?;
    for change in &changes {
        // What was read before decides nothing.
        let Some(user) = users::hold_changed(&mut *db, &change.user.id).await? else { continue };
        let user = User { upn: change.user.upn.clone(), ..user };
        one(context, &mut *db, actor, user, change, plan, &mut done).await?;
    }
    plan.changes = changes;
    done.added = add(context, db, actor, source, plan).await?;
    Ok(done)
}

/// Names that go from one person to another are given up first.
async fn free_names(db: &mut Connection, changes: &[Change], new: &[Newcomer]) -> Result<(), ServiceError> {
    let taken: HashSet<&str> = changes
        .iter()
        .filter_map(|change| change.upn.as_deref())
        .chain(new.iter().map(|person| person.upn.as_str()))
        .collect();
    for change in changes.iter().filter(|change| change.upn.is_some() && taken.contains(change.user.upn.as_str())) {
        sourced_people::free_name(&mut *db, &change.user.id).await?;
    }
    Ok(())
}

async fn one(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    mut user: User,
    change: &Change,
    plan: &mut Plan,
    done: &mut Done,
) -> Result<(), ServiceError> {
    let before = user.clone();
    if let Some(upn) = &change.upn {
        user.upn.clone_from(upn);
    }
    if let Some(name) = &change.display_name {
        user.display_name.clone_from(name);
    }
    if change.upn.is_some() || change.display_name.is_some() {
        sourced_people::set_names(&mut *db, &user).await?;
        if change.upn.is_some() {
            let names = (before.upn.as_str(), user.upn.as_str());
            actor.record_change(context, &mut *db, AdminAction::UserNameChanged, Some(names.0), names, None).await?;
        }
        if change.display_name.is_some() {
            let names = (before.display_name.as_str(), user.display_name.as_str());
            let action = AdminAction::DisplayNameChanged;
            actor.record_change(context, &mut *db, action, Some(&user.upn), names, None).await?;
        }
    }
    if let Some(phone) = &change.phone {
        set_phone(context, &mut *db, actor, &user, phone.as_deref(), plan).await?;
    }
    if let Some(wanted) = &change.roles {
        match roles::give(context, &mut *db, actor, &user, wanted, None).await {
            Err(error) if error.code() == ErrorCode::LastAdministrator => {
                plan.refuse(&user.upn, RefusedReason::LastAdministrator);
            }
            outcome => user = outcome?,
        }
    }
    if change.second_step && user.mfa_state == MfaState::Disabled {
        let enrollment = Enrollment::load(&mut *db, user.clone()).await?;
        user = change_state(context, &mut *db, actor, enrollment, WantedMfaState::Enabled, None).await?;
    }
    let blocks = change.block.is_some() || change.unblock;
    if change.unblock {
        let reason = Reason::parse("the directory has the person again")?;
        blocks::unblock_by_directory(context, &mut *db, actor, &user, &reason).await?;
        done.unblocked += 1;
    }
    if let Some(why) = change.block {
        let reason = Reason::parse(match why {
            Why::Disabled => "disabled in the directory",
            Why::Gone => "not in the directory any more",
        })?;
        match blocks::block_by_directory(context, &mut *db, actor, &user, &reason).await {
            Ok(()) => done.blocked += 1,
            Err(error) if error.code() == ErrorCode::LastAdministrator => {
                plan.refuse(&user.upn, RefusedReason::LastAdministrator);
            }
            Err(error) => return Err(error),
        }
    }
    done.changed += usize::from(!blocks);
    Ok(())
}

/// Sets the office phone. One that is no number takes the old one away, and is told.
async fn set_phone(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    user: &User,
    phone: Option<&str>,
    plan: &mut Plan,
) -> Result<(), ServiceError> {
    let number = phone.map(|text| PhoneNumber::parse(text, PhoneType::Office)).transpose();
    if number.is_err() {
        plan.refuse(&user.upn, RefusedReason::PhoneInvalid);
    }
    office_phone::set(context, &mut *db, actor, user, number.unwrap_or_default().as_ref()).await?;
    Ok(sourced_people::set_source_phone(db, &user.id, phone).await?)
}

/// Adds the newcomers, many with a statement.
async fn add(
    context: &Context,
    db: &mut Connection,
    actor: &Actor,
    source: &str,
    plan: &mut Plan,
) -> Result<usize, ServiceError> {
    let calls = Settings::load(&mut *db).await?.methods.call_to_phone;
    let now = context.now();
    let newcomers = std::mem::take(&mut plan.new);
    let mut people = Vec::with_capacity(newcomers.len());
    let mut numbers = Vec::new();
    for newcomer in &newcomers {
        let number = newcomer.phone.as_deref().map(|text| PhoneNumber::parse(text, PhoneType::Office)).transpose();
        if number.is_err() {
            plan.refuse(&newcomer.upn, RefusedReason::PhoneInvalid);
        }
        let id = context.random.id();
        let phone = number.unwrap_or_default().map(|number| office_phone::of(context, &id, &number));
        // As for everybody: who has a method that can be used registers no other one by the password alone.
        let mfa_state = match (newcomer.second_step, calls && phone.is_some()) {
            (false, _) => MfaState::Disabled,
            (true, false) => MfaState::Enabled,
            (true, true) => MfaState::Enforced,
        };
        numbers.extend(phone);
        people.push(person(newcomer, id, source, mfa_state, now));
    }
    sourced_people::insert(&mut *db, &people).await?;
    phones::insert_all(&mut *db, &numbers).await?;
    let added: Vec<&User> = people.iter().map(|person| &person.user).collect();
    actor.record_added(context, db, &added).await?;
    plan.new = newcomers;
    Ok(people.len())
}

fn person(newcomer: &Newcomer, id: String, source: &str, mfa_state: MfaState, now: i64) -> SourcedPerson {
    let has = |role| newcomer.roles.contains(&role);
    SourcedPerson {
        user: User {
            id,
            upn: newcomer.upn.clone(),
            display_name: newcomer.display_name.clone(),
            administrator: has(Role::Administrator),
            help_desk: has(Role::HelpDesk),
            auditor: has(Role::Auditor),
            blocked_until: 0,
            mfa_state,
            reregistration_required: false,
            preferred_method: None,
            source: Some(source.to_owned()),
            changes: 0,
            created_at: now,
        },
        source_id: Some(newcomer.source_id.clone()),
        source_phone: newcomer.phone.clone(),
        blocked_by_source: false,
    }
}
