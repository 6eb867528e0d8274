//! The overview: how the organisation and its service stand, in figures.

use proofup_api::{
    DatabaseHealth, DirectoryHealth, DirectoryRun, GatewayHealth, HardwareTokenCount, MailHealth, MethodCount,
    MethodKind, MfaState, NodeHealth, Overview, PeopleByState, RegisteredBy, SignInsOfDay,
};
use proofup_store::nodes::Node;
use proofup_store::{Connection, StoreError, directory_runs, figures, nodes, notices, phone_usage, sourced_people};

use super::reports::number;
use crate::ServiceError;
use crate::audit::phone_usage::month_of;
use crate::audit::sign_in_log::write_refusals;
use crate::context::Context;
use crate::notices::queue::Channel;
use crate::runtime::clock::{day_of, timestamp};

const DAY_MS: i64 = 86_400_000;
const WEEK_MS: i64 = 7 * DAY_MS;
const WEEKS: i64 = 12;
const DAYS: i64 = 30;
const WAITING_MS: i64 = 14 * DAY_MS;
/// A node gives a sign of life each minute.
const ALIVE_MS: i64 = 180_000;

/// Counts everything. `takes_changes` is what a try to write to the database came to.
pub(crate) async fn overview(context: &Context, takes_changes: bool) -> Result<Overview, ServiceError> {
    if takes_changes {
        write_refusals(context).await?;
    }
    let now = context.now();
    let source = context.directory.as_ref().map(|directory| directory.settings().source());
    let mut overview = context.store.read_much(move |db| figures_at(db, source, now)).await?;
    overview.database.takes_changes = takes_changes;
    overview.gateway.configured = context.telephony.is_configured();
    overview.mail.configured = context.mail.is_some();
    overview.clock_jump_seconds = context.metrics.clock_jump.get();
    Ok(overview)
}

async fn figures_at(mut db: Connection, source: Option<&str>, now: i64) -> Result<Overview, StoreError> {
    let db = &mut db;
    let mut people = PeopleByState::default();
    for (state, count) in figures::people_by_state(&mut *db).await? {
        match state {
            MfaState::Disabled => people.disabled = number(count),
            MfaState::Enabled => people.enabled = number(count),
            MfaState::Enforced => people.enforced = number(count),
        }
    }
    let (administrators, blocked) = figures::administrators_and_blocked(&mut *db, now).await?;
    let mut methods = Vec::with_capacity(MethodKind::ALL.len());
    for kind in MethodKind::ALL.iter().copied() {
        methods.push(MethodCount { kind, people: number(figures::people_with(&mut *db, kind).await?) });
    }
    let not_registered = figures::in_state_since(&mut *db, MfaState::Enabled, now - WAITING_MS).await?;
    Ok(Overview {
        as_of: timestamp(now),
        people,
        administrators: number(administrators),
        blocked: number(blocked),
        not_registered_14_days: number(not_registered),
        registration: registration(&mut *db, now).await?,
        methods,
        sign_ins: sign_ins(&mut *db, now).await?,
        hardware_tokens: hardware_tokens(&mut *db).await?,
        nodes: nodes::all(&mut *db).await?.into_iter().map(|node| health(node, now)).collect(),
        database: DatabaseHealth { takes_changes: false },
        directory: match source {
            Some(source) => Some(directory(&mut *db, source).await?),
            None => None,
        },
        mail: mail(&mut *db).await?,
        gateway: gateway(db, now).await?,
        clock_jump_seconds: 0,
    })
}

/// How many had registered by the end of each of thirteen days, a week apart. The last of them is today.
async fn registration(db: &mut Connection, now: i64) -> Result<Vec<RegisteredBy>, StoreError> {
    let first = end_of_day(now) - WEEKS * WEEK_MS;
    let mut registered = figures::in_state_since(&mut *db, MfaState::Enforced, first).await?;
    let entered = figures::entered_state(db, MfaState::Enforced, first, WEEK_MS).await?;
    let point = |week: i64, registered| {
        let date = day_of(first + week * WEEK_MS);
        RegisteredBy { date, registered: number(registered) }
    };
    let mut points = vec![point(0, registered)];
    for week in 0..WEEKS {
        registered += entered.iter().find(|(step, _)| *step == week).map_or(0, |(_, count)| *count);
        points.push(point(week + 1, registered));
    }
    Ok(points)
}

/// The rows of thirty days. A day without a row is there too.
async fn sign_ins(db: &mut Connection, now: i64) -> Result<Vec<SignInsOfDay>, StoreError> {
    let first = start_of_day(now) - (DAYS - 1) * DAY_MS;
    let mut days = Vec::new();
    for day in 0..DAYS {
        let from = first + day * DAY_MS;
        let (all, denied) = figures::sign_ins(&mut *db, from, from + DAY_MS).await?;
        days.push(SignInsOfDay { date: day_of(from), passed: number(all - denied), denied: number(denied) });
    }
    Ok(days)
}

async fn hardware_tokens(db: &mut Connection) -> Result<HardwareTokenCount, StoreError> {
    let (all, activated, failed, assigned) = figures::hardware_tokens(db).await?;
    Ok(HardwareTokenCount {
        available: number(all - activated - failed - assigned),
        assigned: number(assigned),
        failed_activation: number(failed),
        activated: number(activated),
    })
}

async fn directory(db: &mut Connection, source: &str) -> Result<DirectoryHealth, StoreError> {
    let newest = directory_runs::newest(&mut *db, source, 1).await?;
    let last_run = newest.into_iter().next().and_then(|run| {
        let result = run.result.parse().ok()?;
        Some(DirectoryRun { ended_date_time: timestamp(run.finished_at), result, refused: number(run.refused) })
    });
    Ok(DirectoryHealth {
        people: number(sourced_people::count(&mut *db, source).await?),
        last_run,
        last_done_date_time: directory_runs::last_done(db, source).await?.map(timestamp),
    })
}

async fn gateway(db: &mut Connection, now: i64) -> Result<GatewayHealth, StoreError> {
    let month = month_of(now);
    let rows = phone_usage::since(db, &month).await?;
    Ok(GatewayHealth {
        configured: false,
        month,
        sent: number(rows.iter().map(|row| row.sent).sum()),
        failed: number(rows.iter().map(|row| row.failed).sum()),
    })
}

async fn mail(db: &mut Connection) -> Result<MailHealth, StoreError> {
    let channel = Channel::Mail.as_str();
    let standing = notices::standing(db, channel).await?;
    let fault = if standing.held > 0 { notices::why_held(db, channel).await? } else { None };
    Ok(MailHealth {
        configured: false,
        waiting: number(standing.waiting),
        held: number(standing.held),
        fault,
        oldest_date_time: standing.oldest_at.map(timestamp),
    })
}

fn health(node: Node, now: i64) -> NodeHealth {
    NodeHealth {
        alive: now - node.seen_at <= ALIVE_MS,
        name: node.name,
        address: node.address,
        version: node.version,
        last_seen_date_time: timestamp(node.seen_at),
        certificate_until_date_time: node.certificate_until.map(timestamp),
    }
}

fn start_of_day(time: i64) -> i64 {
    time - time.rem_euclid(DAY_MS)
}

/// The last millisecond of the day.
fn end_of_day(time: i64) -> i64 {
    start_of_day(time) + DAY_MS - 1
}
