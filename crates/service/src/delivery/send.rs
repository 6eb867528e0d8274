//! One try to hand over a notice, by each channel.

use jiff::Timestamp;
use proofup_api::Language;
use proofup_store::notices::Notice;
use proofup_store::recipients::{self, Recipient};
use reqwest::StatusCode;
use serde::Serialize;

use super::outcome::Outcome;
use crate::ServiceError;
use crate::audit::phone_usage::{PhoneKind, counted};
use crate::context::Context;
use crate::mail::{Letter, MailFault, NotMailed};
use crate::notices::event::Event;
use crate::notices::queue::{Channel, Facts};
use crate::notices::words::{self, Told};
use crate::runtime::clock::timestamp;
use crate::settings::Settings;
use crate::telephony::{OutgoingText, SendFault};

/// The gateway's own repetitions end then, before the queue tries again.
const TEXT_LIVES_MS: i64 = 50_000;

/// Tries once.
pub(super) async fn send(context: &Context, channel: Channel, notice: &Notice) -> Outcome {
    let tried = match channel {
        Channel::Mail => mail(context, notice).await,
        Channel::Text => text(context, notice).await,
        Channel::Webhook => webhook(context, notice).await,
    };
    tried.unwrap_or_else(|error| Outcome::Later(error.to_string()))
}

/// The person of a notice, and the settings that it is written by; `None` if the person is gone.
async fn person_of(context: &Context, notice: &Notice) -> Result<Option<(Recipient, Settings)>, ServiceError> {
    let mut db = context.store.read().await?;
    let Some(person) = recipients::find(&mut db, &notice.user_id).await? else { return Ok(None) };
    Ok(Some((person, Settings::load(&mut db).await?)))
}

fn nobody() -> Outcome {
    let why = "nobody is there any more".to_owned();
    Outcome::Refused { answer: why.clone(), why }
}

fn language_of(notice: &Notice) -> Language {
    Language::of_tag(&notice.language).unwrap_or_default()
}

async fn mail(context: &Context, notice: &Notice) -> Result<Outcome, ServiceError> {
    let Some(server) = &context.mail else { return Ok(Outcome::Later("no mail server is configured".to_owned())) };
    let (Some((person, settings)), Ok(event)) = (person_of(context, notice).await?, notice.event.parse::<Event>())
    else {
        return Ok(nobody());
    };
    let facts = Facts::read(&notice.params);
    let told = Told {
        language: language_of(notice),
        event,
        facts: &facts,
        organization: &settings.organization,
        display_name: &person.display_name,
        report_page: &settings.notices.report_page,
    };
    let letter = written(&told, &notice.recipient, &notice.message_id, notice.created_at);
    Ok(match server.send(&letter).await {
        Ok(()) => Outcome::Sent,
        Err(NotMailed { why, fault: MailFault::Passing }) => Outcome::Later(why),
        Err(NotMailed { why, fault: MailFault::Configuration }) => Outcome::Misconfigured(why),
        Err(NotMailed { why, fault: MailFault::Refused(answer) }) => Outcome::Refused { why, answer },
    })
}

fn written(told: &Told<'_>, to: &str, message_id: &str, date: i64) -> Letter {
    let written = words::letter(told);
    Letter {
        to: to.to_owned(),
        subject: written.subject,
        text: written.text,
        html: written.html,
        language: told.language,
        message_id: message_id.to_owned(),
        date,
    }
}

/// A letter that tells nobody of anything.
pub(crate) fn test_letter(context: &Context, settings: &Settings, to: &str) -> Letter {
    let facts = Facts::default();
    let told = Told {
        language: settings.notices.language,
        event: Event::Test,
        facts: &facts,
        organization: &settings.organization,
        display_name: to,
        report_page: "",
    };
    let now = context.now();
    let domain = context.mail.as_ref().map_or("localhost", |mail| mail.domain());
    written(&told, to, &format!("<{}@{domain}>", context.time_ordered_id(now)), now)
}

async fn text(context: &Context, notice: &Notice) -> Result<Outcome, ServiceError> {
    let Some((_, settings)) = person_of(context, notice).await? else { return Ok(nobody()) };
    let language = language_of(notice);
    let text = OutgoingText {
        id: notice.id.clone(),
        to: notice.recipient.clone(),
        language,
        text: words::former_phone(language, &settings.organization),
        expires: timestamp(context.now() + TEXT_LIVES_MS),
    };
    let sent = counted(context, PhoneKind::Text, &notice.recipient, context.telephony.send_text(text)).await;
    Ok(match sent {
        Ok(()) => Outcome::Sent,
        Err(error) => match error.fault {
            SendFault::Gateway => Outcome::Later(error.why),
            SendFault::Configuration => Outcome::Misconfigured(error.why),
            SendFault::Number | SendFault::OptedOut => Outcome::Refused { answer: error.why.clone(), why: error.why },
        },
    })
}

/// The body that the organisation's own systems get.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'a> {
    /// The same at every repetition.
    id: &'a str,
    event: &'a str,
    user_id: &'a str,
    user_principal_name: &'a str,
    occurred_date_time: Timestamp,
    changed_by: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until_date_time: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_address: Option<&'a str>,
}

async fn webhook(context: &Context, notice: &Notice) -> Result<Outcome, ServiceError> {
    let Some(post) = &context.notice_webhook else { return Ok(Outcome::Later("no webhook is configured".to_owned())) };
    let Some((person, _)) = person_of(context, notice).await? else { return Ok(nobody()) };
    let facts = Facts::read(&notice.params);
    let body = Body {
        id: &notice.id,
        event: &notice.event,
        user_id: &notice.user_id,
        user_principal_name: &person.upn,
        occurred_date_time: timestamp(facts.at),
        changed_by: if facts.by_administrator { "administrator" } else { "person" },
        name: facts.name.as_deref(),
        until_date_time: facts.until.map(timestamp),
        client_address: facts.address.as_deref(),
    };
    let Ok(body) = serde_json::to_string(&body) else { return Ok(nobody()) };
    Ok(match post.send(&body).await {
        Ok(status) if status.is_success() => Outcome::Sent,
        Ok(status) => {
            let why = format!("the webhook answered {}", status.as_u16());
            match status {
                StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND => Outcome::Misconfigured(why),
                StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => {
                    Outcome::Refused { answer: why.clone(), why }
                }
                _ => Outcome::Later(why),
            }
        }
        Err(error) => Outcome::Later(error.to_string()),
    })
}
