//! What administrators read: everybody's sign-ins, as pages or as one CSV file, and what the service was used for.

use proofup_api::{
    AdminSignIn, AdminSignIns, AdminSignInsRequest, MfaState, PeopleCount, PhoneUsage, UnusedAppPassword, UsageReport,
};
use proofup_store::StoreError;
use proofup_store::sign_ins::{self, Filter, SignInRow};
use proofup_store::{app_passwords, figures, phone_usage};
use tokio::sync::mpsc;

use crate::ServiceError;
use crate::audit::phone_usage::month_of;
use crate::audit::sign_in_log::write_refusals;
use crate::context::Context;
use crate::runtime::clock::timestamp;

const PAGE: u32 = 100;
const LARGEST_PAGE: u32 = 1_000;
const DAY_MS: i64 = 86_400_000;
/// App passwords are worth a question after this.
const UNUSED_MS: i64 = 90 * DAY_MS;
const REPORTED_MS: i64 = 365 * DAY_MS;

/// What an administrator asks for, as the store takes it.
pub(crate) fn filter(request: &AdminSignInsRequest) -> Filter {
    Filter {
        user_name: request.user.as_deref().map(proofup_text::user_name),
        kind: request.kind,
        result: request.result,
        denial_reason: request.denial_reason,
        from: request.from.map(|time| time.as_millisecond()),
        until: request.until.map(|time| time.as_millisecond()),
    }
}

/// A page of everybody's rows.
pub(crate) async fn sign_ins(context: &Context, request: &AdminSignInsRequest) -> Result<AdminSignIns, ServiceError> {
    write_refusals(context).await?;
    let top = request.top.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    let mut rows = page(context, filter(request), request.after.clone(), i64::from(top) + 1).await?;
    let more = rows.len() > top as usize;
    rows.truncate(top as usize);
    let next = rows.last().filter(|_| more).map(|row| row.stored.id.clone());
    Ok(AdminSignIns { value: rows.into_iter().map(whole).collect(), next })
}

async fn page(
    context: &Context,
    filter: Filter,
    after: Option<String>,
    limit: i64,
) -> Result<Vec<SignInRow>, ServiceError> {
    let read = move |mut db| async move { sign_ins::page(&mut db, &filter, after.as_deref(), limit).await };
    Ok(context.store.read_much(read).await?)
}

fn whole(row: SignInRow) -> AdminSignIn {
    let stored = row.stored;
    AdminSignIn {
        id: stored.id,
        created_date_time: timestamp(stored.created_at),
        last_date_time: stored.last_at.map(timestamp),
        count: number(stored.repeats),
        duration_milliseconds: stored.duration_ms,
        user_id: stored.user_id,
        user_principal_name: stored.user_name,
        first_name: stored.first_name,
        last_name: stored.last_name,
        email: stored.email,
        phone_number: stored.phone_number,
        device_token: stored.device_token,
        authentication_mode: row.mode,
        detail: stored.detail,
        result: row.result,
        denial_reason: row.denial_reason,
        application: stored.application,
        protocol: stored.protocol,
        client_address: stored.client_address,
        client_device: stored.client_device,
        app_password_id: stored.app_password_id,
        front_end: stored.front_end,
        server_name: stored.server_name,
        server_address: stored.server_address,
        correlation_id: stored.correlation_id,
        seal_number: stored.seal_number,
    }
}

/// Everything that fits, page by page, so that a year of it needs no more memory than a page. Ends when nobody reads.
pub(crate) async fn export(
    context: &Context,
    filter: Filter,
    pages: &mpsc::Sender<Vec<AdminSignIn>>,
) -> Result<(), ServiceError> {
    write_refusals(context).await?;
    let mut after: Option<String> = None;
    loop {
        let rows = page(context, filter.clone(), after, i64::from(LARGEST_PAGE)).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some(last.stored.id.clone());
        if pages.send(rows.into_iter().map(whole).collect()).await.is_err() {
            return Ok(());
        }
    }
}

/// What the service was used for.
pub(crate) async fn usage(context: &Context) -> Result<UsageReport, ServiceError> {
    let now = context.now();
    let month = month_of(now);
    let begin = format!("{month}-01T00:00:00Z").parse::<jiff::Timestamp>().map_or(0, |time| time.as_millisecond());
    let read = move |mut db| async move {
        let verified = sign_ins::verified_since(&mut db, begin).await?;
        let states = figures::people_by_state(&mut db).await?;
        let phones = phone_usage::since(&mut db, &month_of(now - REPORTED_MS)).await?;
        let unused = app_passwords::unused_since(&mut db, now - UNUSED_MS).await?;
        Ok::<_, StoreError>((verified, states, phones, unused))
    };
    let (verified, states, phones, unused) = context.store.read_much(read).await?;
    let mut people = PeopleCount { verified_this_month: number(verified), ..PeopleCount::default() };
    for (state, count) in states {
        match state {
            MfaState::Disabled => people.disabled = number(count),
            MfaState::Enabled => people.enabled = number(count),
            MfaState::Enforced => people.enforced = number(count),
        }
    }
    Ok(UsageReport {
        month,
        people,
        phones: phones
            .into_iter()
            .map(|row| PhoneUsage {
                month: row.month,
                kind: row.kind,
                country: row.country,
                sent: number(row.sent),
                failed: number(row.failed),
            })
            .collect(),
        unused_app_passwords: unused
            .into_iter()
            .map(|row| UnusedAppPassword {
                user_principal_name: row.user_name,
                display_name: row.display_name,
                created_date_time: timestamp(row.created_at),
                last_used_date_time: row.last_used_at.map(timestamp),
            })
            .collect(),
    })
}

pub(super) fn number(count: i64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
