//! The list of people as administrators and the help desk search it: a page at a time, in the order of names.

use proofup_api::{AdminUser, ErrorCode, MethodKind, MfaState, People, PeopleRequest, Role};

use super::people::listed;
use crate::ServiceError;
use crate::context::Context;
use crate::throttle;
use proofup_store::StoreError;
use proofup_store::people_list::{self, Filter, ListedPerson, WORDS};
use proofup_store::users::{self, User};

const PAGE: u32 = 100;
const LARGEST_PAGE: u32 = 500;
const DAY_MS: i64 = 86_400_000;
const LONGEST_SEARCH: usize = 200;
const LONGEST_ASKED_DAYS: u32 = 3_650;
/// Counting ends one behind this.
const COUNTED: i64 = 10_000;

/// The help desk sees nobody before it has typed this much, and no more people than that.
const HELP_DESK_TYPES: usize = 2;
const HELP_DESK_SEES: u32 = 20;

/// A page of those who fit; `helps` says that a help desk asks.
pub(crate) async fn page(context: &Context, helps: bool, request: &PeopleRequest) -> Result<People, ServiceError> {
    // Page by page it would read the whole directory.
    if helps && request.after.is_some() {
        return Err(ServiceError::refused(ErrorCode::InsufficientScope));
    }
    let Some(mut filter) = filter(context, request)? else { return Ok(nobody()) };
    if helps && filter.words.concat().chars().count() < HELP_DESK_TYPES {
        return Ok(nobody());
    }
    let locked = throttle::locked_people(context, &mut context.store.read().await?).await?;
    if request.locked == Some(true) {
        if locked.is_empty() {
            return Ok(nobody());
        }
        let everybody = context.store.read_much(|mut db| async move { users::all(&mut db).await }).await?;
        let mut ids = Vec::new();
        for user in everybody {
            if locked.until(context, &user)?.is_some() {
                ids.push(user.id);
            }
        }
        filter.ids = Some(ids);
    }
    let top = request.top.unwrap_or(PAGE).clamp(1, if helps { HELP_DESK_SEES } else { LARGEST_PAGE });
    let (first, counting) = (request.after.is_none(), filter.clone());
    let after = request.after.clone().unwrap_or_default();
    let read = move |mut db| async move {
        let rows = people_list::page(&mut db, &filter, &after, i64::from(top) + 1).await?;
        // A first page that holds everybody needs no other count.
        let whole = rows.len() <= top as usize;
        let found = match (first, whole) {
            (true, true) => i64::try_from(rows.len()).ok(),
            (true, false) => Some(people_list::count(&mut db, &counting, COUNTED + 1).await?),
            (false, _) => None,
        };
        Ok::<_, StoreError>((rows, found))
    };
    let (mut rows, found) = context.store.read_much(read).await?;
    let more = rows.len() > top as usize;
    rows.truncate(top as usize);
    let next = rows.last().filter(|_| more && !helps).map(|row| row.listed_as.clone());
    let mut value = Vec::new();
    for row in rows {
        let locked_until = locked.until(context, &row.user)?;
        let shown = listed_row(context, row, locked_until);
        value.push(if helps { for_the_help_desk(shown) } else { shown });
    }
    Ok(People { value, next, found: found.map(|found| u32::try_from(found).unwrap_or(u32::MAX)) })
}

/// One person as the list has them.
pub(crate) async fn one(context: &Context, user: &User) -> Result<AdminUser, ServiceError> {
    let mut db = context.store.read().await?;
    let locked = throttle::locks_of(context, &mut db, user).await?.first().map(|lock| lock.wait_until);
    let row = people_list::one(&mut db, &user.id).await?;
    Ok(listed_row(context, row.ok_or_else(|| ServiceError::refused(ErrorCode::NotFound))?, locked))
}

fn nobody() -> People {
    People { value: Vec::new(), next: None, found: Some(0) }
}

/// What is asked for, as the store takes it; nothing where nobody can fit.
fn filter(context: &Context, request: &PeopleRequest) -> Result<Option<Filter>, ServiceError> {
    let invalid = |field: &str| ServiceError::refused_with(ErrorCode::InvalidRequest, "field", field);
    let search = proofup_text::name(request.search.as_deref().unwrap_or_default()).to_lowercase();
    if search.chars().count() > LONGEST_SEARCH {
        return Err(invalid("search"));
    }
    let words: Vec<String> = search.split_whitespace().map(str::to_owned).collect();
    if words.len() > WORDS {
        return Ok(None);
    }
    let days = request.not_registered_days;
    if days.is_some_and(|days| days > LONGEST_ASKED_DAYS) {
        return Err(invalid("notRegisteredDays"));
    }
    // Two states at once has nobody.
    if days.is_some() && request.state.is_some_and(|state| state != MfaState::Enabled) {
        return Ok(None);
    }
    let now = context.now();
    Ok(Some(Filter {
        words,
        state: if days.is_some() { Some(MfaState::Enabled) } else { request.state },
        state_since: days.map(|days| now - i64::from(days) * DAY_MS),
        method: request.method,
        blocked: request.blocked,
        role: request.role,
        ids: None,
        now,
    }))
}

fn listed_row(context: &Context, row: ListedPerson, locked_until: Option<i64>) -> AdminUser {
    let kinds = [
        (row.notifications, MethodKind::Notification),
        (row.code_apps, MethodKind::CodeApp),
        (row.hardware_tokens, MethodKind::HardwareToken),
        (row.phones, MethodKind::Phone),
    ];
    let methods = kinds.into_iter().filter_map(|(number, kind)| (number > 0).then_some(kind)).collect();
    listed(context, &row.user, locked_until, methods, row.last_sign_in_at)
}

/// Of an administrator the help desk sees name and role.
fn for_the_help_desk(user: AdminUser) -> AdminUser {
    if !user.roles.contains(&Role::Administrator) {
        return user;
    }
    AdminUser {
        method_kinds: Vec::new(),
        last_sign_in_date_time: None,
        blocked_until_date_time: None,
        locked_until_date_time: None,
        ..user
    }
}
