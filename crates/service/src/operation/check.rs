//! One check of everything that the service needs, for people and for monitoring.

use proofup_store::marks::{self, Mark};
use proofup_store::notices;
use serde::Serialize;

use crate::audit::sign_in_log::verify;
use crate::context::Context;
use crate::notices::queue::Channel;
use crate::runtime::clock::timestamp;
use crate::server::housekeeping::clock::{ClockState, state};
use crate::server::tls::TlsSettings;
use crate::synchronization;

/// A certificate that ends this soon is worth a word.
const ENDS_SOON_MS: i64 = 14 * 86_400_000;

/// A notice that waits for longer is late.
const WAITS_LONG_MS: i64 = 3_600_000;

/// What was found of one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Finding {
    /// `database`, `serverKeys`, `signInLog`, `clock`, `mail`, `certificate`, `directory`
    pub(crate) name: &'static str,
    pub(crate) state: State,
    pub(crate) detail: String,
}

/// How it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum State {
    Ok,
    /// It works, and will not for long.
    Warning,
    Failed,
}

impl Finding {
    pub(crate) fn new(name: &'static str, state: State, detail: impl Into<String>) -> Self {
        Self { name, state, detail: detail.into() }
    }
}

/// Checks everything that can be reached once the database is open. That it is open says that its schema is one that this
/// version knows, and that the server keys are its own.
pub(crate) async fn everything(context: &Context, tls: Option<&TlsSettings>) -> Vec<Finding> {
    let mut found = vec![database(context).await];
    found.push(Finding::new("serverKeys", State::Ok, "they are those that the database was written with"));
    found.push(sign_in_log(context).await);
    found.push(clock(context).await);
    found.extend(mail(context).await);
    found.extend(tls.map(|tls| certificate(context, tls)));
    found.extend(directory(context).await);
    found
}

async fn database(context: &Context) -> Finding {
    let probe = async {
        context.store.probe().await?;
        context.store.schema_version().await
    };
    match probe.await {
        Ok(version) => Finding::new("database", State::Ok, format!("it takes changes; schema {version}")),
        Err(error) => Finding::new("database", State::Failed, error.to_string()),
    }
}

async fn sign_in_log(context: &Context) -> Finding {
    match verify(context, None).await {
        Ok(report) => match report.fault {
            None => {
                let (number, hash) = report.head;
                let detail = format!("{} sealed rows are whole; head {number}:{hash}", report.sealed);
                Finding::new("signInLog", State::Ok, detail)
            }
            Some(fault) => Finding::new("signInLog", State::Failed, fault.to_string()),
        },
        Err(error) => Finding::new("signInLog", State::Failed, error.to_string()),
    }
}

async fn clock(context: &Context) -> Finding {
    let seen = async {
        Ok::<_, crate::ServiceError>((
            marks::get(&mut context.store.read().await?, Mark::Clock).await?,
            state(context).await?,
        ))
    };
    match seen.await {
        Ok((None, _)) => Finding::new("clock", State::Ok, "the database has seen no time yet"),
        Ok((_, ClockState::Steady)) => Finding::new("clock", State::Ok, "it fits what the database last saw"),
        Ok((_, ClockState::Ahead { last_seen, now })) => {
            let detail = format!(
                "it says {}, the database last saw {}: nothing old is removed until `clock confirm`",
                timestamp(now),
                timestamp(last_seen)
            );
            Finding::new("clock", State::Warning, detail)
        }
        Ok((_, ClockState::Behind { last_seen, now })) => {
            let detail = format!("it says {}, the database last saw {}", timestamp(now), timestamp(last_seen));
            Finding::new("clock", State::Warning, detail)
        }
        Err(error) => Finding::new("clock", State::Failed, error.to_string()),
    }
}

/// Whether the servers answer, and when everybody was last read. None where people come from nowhere else.
async fn directory(context: &Context) -> Option<Finding> {
    let directory = context.directory.as_ref()?;
    let tested = directory.test().await;
    let faults: Vec<_> = tested.iter().filter_map(|tested| tested.fault.as_deref()).collect();
    let runs = match synchronization::runs(context, directory, 1).await {
        Ok(runs) => runs,
        Err(error) => return Some(Finding::new("directory", State::Failed, error.to_string())),
    };
    let last =
        runs.first().map_or_else(|| "no run yet".to_owned(), |run| format!("last run {}", synchronization::told(run)));
    let state = match (faults.len(), runs.first()) {
        (down, _) if down == tested.len() => State::Failed,
        (0, Some(run)) if run.result == "done" => State::Ok,
        _ => State::Warning,
    };
    let detail = if faults.is_empty() { last } else { format!("{}; {last}", faults.join("; ")) };
    Some(Finding::new("directory", state, detail))
}

/// Whether the mail server lets this service in, and how the queue of notices stands.
async fn mail(context: &Context) -> Option<Finding> {
    let server = context.mail.as_ref()?;
    if let Err(fault) = server.try_out().await {
        return Some(Finding::new("mail", State::Failed, fault.to_string()));
    }
    let standing = async { notices::standing(&mut context.store.read().await?, Channel::Mail.as_str()).await };
    Some(match standing.await {
        Ok(standing) => {
            let waits = standing.oldest_at.map_or(0, |since| context.now() - since);
            let state = if waits > WAITS_LONG_MS { State::Warning } else { State::Ok };
            let detail = format!("the mail server lets this service in; {} notices wait for it", standing.waiting);
            Finding::new("mail", state, detail)
        }
        Err(error) => Finding::new("mail", State::Failed, error.to_string()),
    })
}

fn certificate(context: &Context, tls: &TlsSettings) -> Finding {
    match tls.valid_until_ms() {
        Ok(until) => {
            let left = until - context.now();
            let state = match left {
                ..=0 => State::Failed,
                1..=ENDS_SOON_MS => State::Warning,
                _ => State::Ok,
            };
            Finding::new("certificate", state, format!("valid until {}", timestamp(until)))
        }
        Err(error) => Finding::new("certificate", State::Failed, error.to_string()),
    }
}
