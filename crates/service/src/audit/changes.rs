//! What changed on a person's account, written down in the transaction that changes it.
//!
//! Each place that changes something calls this module with what changed and who changed it.

use proofup_api::{AccountChange, AccountChangeKind, AdminAction, ChangedBy, MfaState, PhoneType};
use proofup_store::Connection;
use proofup_store::account_changes::{self, AccountChangeRow};
use proofup_store::phones::Phone;
use proofup_store::users::User;

use crate::ServiceError;
use crate::context::{Caller, Context};
use crate::notices::event::Event;
use crate::notices::queue::{Former, Happening, queue};
use crate::runtime::clock::timestamp;
use crate::session::Bearer;
use crate::settings::Settings;
use crate::telephony::numbers::masked;

/// A change about to be written down.
#[derive(Debug, Clone)]
pub(crate) struct Changed<'a> {
    user_id: &'a str,
    kind: AccountChangeKind,
    by: ChangedBy,
    name: Option<String>,
    previous_name: Option<String>,
    count: Option<i64>,
    until: Option<i64>,
    former: Option<Former<'a>>,
}

impl<'a> Changed<'a> {
    /// By the person themselves.
    pub(crate) fn by_person(user_id: &'a str, kind: AccountChangeKind) -> Self {
        Self {
            user_id,
            kind,
            by: ChangedBy::Person,
            name: None,
            previous_name: None,
            count: None,
            until: None,
            former: None,
        }
    }

    /// By an administrator, whose name and address the person is not told.
    pub(crate) fn by_administrator(user_id: &'a str, kind: AccountChangeKind) -> Self {
        Self { by: ChangedBy::Administrator, ..Self::by_person(user_id, kind) }
    }

    /// Its name.
    pub(crate) fn named(self, name: &str) -> Self {
        Self { name: Some(name.to_owned()), ..self }
    }

    /// Its earlier name.
    pub(crate) fn instead_of(self, name: &str) -> Self {
        Self { previous_name: Some(name.to_owned()), ..self }
    }

    /// How many went at once.
    pub(crate) fn counted(self, count: u64) -> Self {
        Self { count: i64::try_from(count).ok(), ..self }
    }

    /// An address or a number that is no longer the person's, and is told too.
    pub(crate) fn in_place_of(self, former: Option<Former<'a>>) -> Self {
        Self { former, ..self }
    }

    /// Writes it down, and queues what the person is told of it.
    pub(crate) async fn record(
        self,
        context: &Context,
        db: &mut Connection,
        caller: &Caller,
    ) -> Result<(), ServiceError> {
        let (former, now) = (self.former, context.now());
        let row = self.row(context, caller, now);
        account_changes::append(db, &row).await?;
        let Some(event) = Event::of(row.change) else { return Ok(()) };
        let happening = Happening {
            user_id: &row.user_id,
            event,
            at: now,
            by: row.changed_by,
            name: row.name.as_deref(),
            until: row.until_at,
            address: row.client_address.as_deref(),
            former,
        };
        queue(context, db, caller, &happening).await
    }

    /// The row of it, for many people at once. They are told of nothing.
    pub(crate) fn row(self, context: &Context, caller: &Caller, now: i64) -> AccountChangeRow {
        let own = self.by == ChangedBy::Person;
        AccountChangeRow {
            id: context.time_ordered_id(now),
            user_id: self.user_id.to_owned(),
            created_at: now,
            change: self.kind,
            changed_by: self.by,
            name: self.name,
            previous_name: self.previous_name,
            count: self.count,
            until_at: self.until,
            client_address: caller.address.clone().filter(|_| own),
            correlation_id: caller.correlation_id.clone(),
        }
    }
}

/// The person of a session changed something.
pub(crate) async fn record(
    context: &Context,
    db: &mut Connection,
    bearer: &Bearer,
    kind: AccountChangeKind,
    name: Option<&str>,
) -> Result<(), ServiceError> {
    let changed = Changed { name: name.map(str::to_owned), ..Changed::by_person(&bearer.user_id, kind) };
    changed.record(context, db, &bearer.caller).await
}

/// The person of a session gave something another name.
pub(crate) async fn record_rename(
    context: &Context,
    db: &mut Connection,
    bearer: &Bearer,
    kind: AccountChangeKind,
    before: &str,
    name: &str,
) -> Result<(), ServiceError> {
    if before == name {
        return Ok(());
    }
    Changed::by_person(&bearer.user_id, kind).named(name).instead_of(before).record(context, db, &bearer.caller).await
}

/// Changes of a phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PhoneChange<'a> {
    Added,
    /// With the number before.
    Changed(&'a str),
    Removed,
}

impl<'a> PhoneChange<'a> {
    /// The number of a mobile phone that is no longer the person's.
    fn former(self, phone: &'a Phone) -> Option<Former<'a>> {
        let number = match self {
            Self::Added => None,
            Self::Changed(before) => Some(before).filter(|before| *before != phone.number),
            Self::Removed => Some(phone.number.as_str()),
        };
        number.filter(|_| phone.phone_type != PhoneType::Office).map(Former::Phone)
    }

    fn of(self, phone_type: PhoneType) -> AccountChangeKind {
        use AccountChangeKind as Kind;
        match (phone_type, self) {
            (PhoneType::Mobile, Self::Added) => Kind::AuthenticationPhoneAdded,
            (PhoneType::Mobile, Self::Changed(_)) => Kind::AuthenticationPhoneChanged,
            (PhoneType::Mobile, Self::Removed) => Kind::AuthenticationPhoneRemoved,
            (PhoneType::AlternateMobile, Self::Added) => Kind::AlternatePhoneAdded,
            (PhoneType::AlternateMobile, Self::Changed(_)) => Kind::AlternatePhoneChanged,
            (PhoneType::AlternateMobile, Self::Removed) => Kind::AlternatePhoneRemoved,
            (PhoneType::Office, Self::Added) => Kind::OfficePhoneAdded,
            (PhoneType::Office, Self::Changed(_)) => Kind::OfficePhoneChanged,
            (PhoneType::Office, Self::Removed) => Kind::OfficePhoneRemoved,
        }
    }
}

/// Records a change of a phone. The number is kept masked, and only where the organisation keeps numbers.
pub(crate) async fn record_phone(
    context: &Context,
    db: &mut Connection,
    caller: &Caller,
    by: ChangedBy,
    phone: &Phone,
    change: PhoneChange<'_>,
) -> Result<(), ServiceError> {
    let keeps_numbers = Settings::load(db).await?.log.phone_numbers;
    let changed = Changed { by, ..Changed::by_person(&phone.user_id, change.of(phone.phone_type)) };
    let changed = changed.in_place_of(change.former(phone));
    let changed = if keeps_numbers { changed.named(&masked(&phone.number)) } else { changed };
    changed.record(context, db, caller).await
}

/// The change that an administrator's action makes for its person; `None` if it changes nothing for them. The actor may be the
/// person: one who reports fraud on the phone, or an administrator on their `own` account.
pub(crate) fn of_administrator<'a>(
    user: &'a User,
    own: bool,
    action: AdminAction,
    detail: Option<&str>,
) -> Option<Changed<'a>> {
    use AccountChangeKind as Kind;
    let kind = match action {
        AdminAction::UserCreated => Kind::AccountCreated,
        AdminAction::MfaStateChanged if detail == Some(MfaState::Disabled.as_str()) => Kind::SecondStepTurnedOff,
        AdminAction::MfaStateChanged => Kind::SecondStepTurnedOn,
        AdminAction::ReregistrationRequired => Kind::ReregistrationRequired,
        AdminAction::AppPasswordsDeleted => Kind::AppPasswordsDeleted,
        AdminAction::MfaRestored => Kind::TrustedDevicesRemoved,
        AdminAction::SessionsRevoked => Kind::SessionsEnded,
        AdminAction::UserBlocked => Kind::AccountBlocked,
        AdminAction::UserUnblocked => Kind::AccountUnblocked,
        AdminAction::BypassGranted => Kind::BypassGranted,
        AdminAction::PasswordReset => Kind::PasswordReset,
        AdminAction::LockOpened => Kind::AccountUnlocked,
        AdminAction::TokenActivated => Kind::HardwareTokenAdded,
        AdminAction::TokenUnassigned => Kind::HardwareTokenRemoved,
        AdminAction::TokenResynchronized => Kind::HardwareTokenResynchronized,
        // It is on nobody's account yet, or no more.
        AdminAction::TokenAssigned | AdminAction::TokenDeleted => return None,
        // The phone itself is told, as added, changed or deleted.
        AdminAction::OfficePhoneSet => return None,
        // The person knows their own name.
        AdminAction::UserNameChanged | AdminAction::DisplayNameChanged => return None,
        // The password is the one that they have everywhere else.
        AdminAction::DirectoryLinked => return None,
        // It is written down beside the action, with the address before.
        AdminAction::MailChanged => return None,
        AdminAction::LanguageChanged => return None,
        // A role says nothing about how its owner signs in.
        AdminAction::RolesChanged => return None,
        // The phone that was asked knows it.
        AdminAction::CallerVerified | AdminAction::NobodyCalled => return None,
        // The bypass was told of; without it they sign in as ever.
        AdminAction::BypassWithdrawn => return None,
        // Of the organisation, and of nobody's account.
        AdminAction::SettingsChanged
        | AdminAction::TokensImported
        | AdminAction::AccessTokenCreated
        | AdminAction::AccessTokenRevoked
        | AdminAction::ClockConfirmed => return None,
    };
    let detail = detail.unwrap_or_default();
    let until = detail.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_millisecond);
    let changed = if own { Changed::by_person(&user.id, kind) } else { Changed::by_administrator(&user.id, kind) };
    Some(Changed { count: detail.parse().ok(), until, ..changed })
}

pub(crate) fn shown(row: AccountChangeRow) -> AccountChange {
    AccountChange {
        id: row.id,
        created_date_time: timestamp(row.created_at),
        change: row.change,
        changed_by: row.changed_by,
        name: row.name,
        previous_name: row.previous_name,
        count: row.count.and_then(|count| u32::try_from(count).ok()),
        until_date_time: row.until_at.map(timestamp),
        client_address: row.client_address,
        user_id: row.user_id,
        correlation_id: row.correlation_id,
    }
}
