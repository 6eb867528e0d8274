//! People as administrators see them, add them, and give them a state.

use proofup_api::{
    AdminAction, AdminUser, AdminUserDetails, BlockRecord, CreateUser, ErrorCode, LockRecord, MfaState, Role,
    WantedMfaState,
};

use super::{Actor, begin_order, keep_an_administrator};
use crate::ServiceError;
use crate::clock::timestamp;
use crate::people::{self, NewPerson, UserPrincipalName};
use crate::security_info;
use crate::standing::Standing;
use crate::store::blocks::{self, Block};
use crate::store::users::{self, User};
use crate::store::{app_passwords, bypasses, trusted_devices};
use crate::throttle::{self, Lock};
use crate::world::World;

const LONGEST_NAME: usize = 256;

/// Everybody, by name.
pub(crate) async fn list(world: &World) -> Result<Vec<AdminUser>, ServiceError> {
    let everybody = world.store.read_much(|mut db| async move { users::all(&mut db).await }).await?;
    let locked = throttle::locked_people(world, &mut world.store.read().await?).await?;
    everybody.iter().map(|user| Ok(listed(world, user, locked.until(world, user)?))).collect()
}

/// The person of a name.
pub(crate) async fn find(world: &World, upn: &str) -> Result<User, ServiceError> {
    let unknown = || ServiceError::refused(ErrorCode::NotFound);
    let upn = UserPrincipalName::parse(upn).ok_or_else(unknown)?;
    users::by_upn(&mut world.store.read().await?, upn.as_str()).await?.ok_or_else(unknown)
}

/// Everything that a help desk asks for.
pub(crate) async fn details(world: &World, user: User) -> Result<AdminUserDetails, ServiceError> {
    let mut db = world.store.read().await?;
    let now = world.now();
    let standing = Standing::load(&mut db, user).await?;
    let user = &standing.user;
    let devices = trusted_devices::of_user(&mut db, &user.id, now).await?.len();
    let app_passwords = app_passwords::count(&mut db, &user.id).await?;
    let bypass = bypasses::open(&mut db, &user.id, now).await?;
    let blocks = blocks::of_user(&mut db, &user.id).await?;
    let locks = throttle::locks_of(world, &mut db, user).await?;
    let locked_until = locks.iter().map(|lock| lock.wait_until).max();
    Ok(AdminUserDetails {
        user: listed(world, user, locked_until),
        registration: standing.registration(),
        methods: security_info::methods_of(&standing),
        app_passwords: u32::try_from(app_passwords).unwrap_or(u32::MAX),
        trusted_devices: u32::try_from(devices).unwrap_or(u32::MAX),
        one_time_bypass_until_date_time: bypass.map(|bypass| timestamp(bypass.expires_at)),
        locks: locks.into_iter().filter_map(lock).collect(),
        blocks: blocks.into_iter().map(record).collect(),
    })
}

/// Adds a person.
pub(crate) async fn create(world: &World, actor: &Actor, body: &CreateUser) -> Result<AdminUser, ServiceError> {
    let invalid = |field: &str| ServiceError::refused_with(ErrorCode::InvalidRequest, "field", field);
    let upn = UserPrincipalName::parse(&body.user_principal_name).ok_or_else(|| invalid("userPrincipalName"))?;
    let name = proofup_text::name(&body.display_name);
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(invalid("displayName"));
    }
    let mfa_state = match body.mfa_state {
        Some(WantedMfaState::Enabled) => MfaState::Enabled,
        Some(WantedMfaState::Disabled) | None => MfaState::Disabled,
    };
    // Before the transaction: it takes its time.
    let password_hash = match &body.password {
        Some(password) => Some(people::password_hash(world, password, upn.as_str(), &name).await?),
        None => None,
    };
    let person =
        NewPerson { upn: &upn, display_name: &name, password_hash, administrator: body.administrator, mfa_state };
    let mut transaction = world.store.begin().await?;
    let added = people::add(world, &mut transaction, person).await?;
    let added = added.ok_or_else(|| ServiceError::refused(ErrorCode::UserNameTaken))?;
    let detail = body.administrator.then(|| "administrator".to_owned());
    actor.record(world, &mut transaction, AdminAction::UserCreated, Some(&added.upn), detail, None).await?;
    transaction.commit().await?;
    Ok(listed(world, &added, None))
}

/// Gives a person a state. Whoever has a usable method is enforced at once: asking them to register anew would let
/// whoever knows their password register a phone of their own.
pub(crate) async fn set_mfa_state(
    world: &World,
    actor: &Actor,
    user: &User,
    wanted: WantedMfaState,
) -> Result<User, ServiceError> {
    let (mut transaction, user) = begin_order(world, user).await?;
    if wanted == WantedMfaState::Disabled && user.mfa_state != MfaState::Disabled {
        keep_an_administrator(world, &mut transaction, &user).await?;
    }
    let standing = Standing::load(&mut transaction, user).await?;
    let state = match wanted {
        WantedMfaState::Disabled => MfaState::Disabled,
        WantedMfaState::Enabled if standing.user.mfa_state == MfaState::Enforced => MfaState::Enforced,
        WantedMfaState::Enabled if standing.usable_methods() > 0 => MfaState::Enforced,
        WantedMfaState::Enabled => MfaState::Enabled,
    };
    let user = standing.user;
    let again = user.reregistration_required && state == MfaState::Enforced;
    users::set_mfa_state(&mut transaction, &user.id, state, again).await?;
    let detail = Some(state_word(state).to_owned());
    actor.record(world, &mut transaction, AdminAction::MfaStateChanged, Some(&user.upn), detail, None).await?;
    transaction.commit().await?;
    Ok(User { mfa_state: state, ..user })
}

/// As JSON has it.
pub(crate) fn state_word(state: MfaState) -> &'static str {
    match state {
        MfaState::Disabled => "disabled",
        MfaState::Enabled => "enabled",
        MfaState::Enforced => "enforced",
    }
}

/// As an administrator lists a person.
fn listed(world: &World, user: &User, locked_until: Option<i64>) -> AdminUser {
    AdminUser {
        user_principal_name: user.upn.clone(),
        display_name: user.display_name.clone(),
        roles: if user.administrator { vec![Role::Administrator] } else { Vec::new() },
        mfa_state: user.mfa_state,
        blocked_until_date_time: user.is_blocked(world.now()).then(|| timestamp(user.blocked_until)),
        locked_until_date_time: locked_until.map(timestamp),
        created_date_time: timestamp(user.created_at),
    }
}

/// The same of one person, with their lock.
pub(crate) async fn one(world: &World, user: &User) -> Result<AdminUser, ServiceError> {
    let locked = throttle::locks_of(world, &mut world.store.read().await?, user).await?;
    Ok(listed(world, user, locked.first().map(|lock| lock.wait_until)))
}

fn lock(lock: Lock) -> Option<LockRecord> {
    Some(LockRecord {
        kind: lock.kind.parse().ok()?,
        network: lock.network,
        failures: u32::try_from(lock.failures).unwrap_or(u32::MAX),
        last_failure_date_time: timestamp(lock.last_failure_at),
        until_date_time: timestamp(lock.wait_until),
    })
}

fn record(block: Block) -> BlockRecord {
    BlockRecord {
        cause: block.cause,
        reason: block.reason,
        blocked_by: block.blocked_by,
        blocked_date_time: timestamp(block.blocked_at),
        ends_date_time: timestamp(block.ends_at),
        lifted_by: block.lifted_by,
        lifted_date_time: block.lifted_at.map(timestamp),
        lift_reason: block.lift_reason,
    }
}
