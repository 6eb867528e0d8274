//! Queues notices, in the transaction of their event.

use std::collections::BTreeMap;

use proofup_api::{ChangedBy, Language};
use proofup_store::Connection;
use proofup_store::notices::{self, Notice};
use proofup_store::recipients::{self, Recipient};
use serde::{Deserialize, Serialize};

use super::event::Event;
use super::recipient::{address_of, language_of};
use crate::ServiceError;
use crate::context::{Caller, Context};
use crate::settings::{NoticeSettings, Settings};

const HOUR_MS: i64 = 3_600_000;
/// A notice that could not be handed over in this time is given up.
pub(crate) const GIVES_UP_AFTER_MS: i64 = 24 * HOUR_MS;
/// How many mails a person is sent in an hour. What comes on top is told in one: nobody buries the mail that matters.
const MOST_AN_HOUR: i64 = 20;
/// How long that one waits for more.
const GATHERS_MS: i64 = 900_000;

proofup_api::codes! {
    /// How a notice reaches somebody.
    pub enum Channel {
        Mail => "mail",
        /// To a phone.
        Text => "text",
        /// To the organisation's own systems.
        Webhook => "webhook",
    }
}

/// An event about to be told.
#[derive(Debug, Clone)]
pub(crate) struct Happening<'a> {
    pub(crate) user_id: &'a str,
    pub(crate) event: Event,
    pub(crate) at: i64,
    pub(crate) by: ChangedBy,
    /// What it is about: a device, a masked number.
    pub(crate) name: Option<&'a str>,
    pub(crate) until: Option<i64>,
    /// From where, if the person did it.
    pub(crate) address: Option<&'a str>,
    /// Who would not hear of it otherwise.
    pub(crate) former: Option<Former<'a>>,
}

/// An address or a number that is no longer the person's, which is told too.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Former<'a> {
    Mail(&'a str),
    /// Of a mobile phone.
    Phone(&'a str),
}

/// What a notice tells, as the queue keeps it until it is handed over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Facts {
    pub(crate) at: i64,
    pub(crate) by_administrator: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) address: Option<String>,
    /// Of [`Event::Several`]: how many of which.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) counts: BTreeMap<Event, u32>,
}

impl Facts {
    fn of(happening: &Happening<'_>) -> Self {
        Self {
            at: happening.at,
            by_administrator: happening.by == ChangedBy::Administrator,
            name: happening.name.map(str::to_owned),
            until: happening.until,
            address: happening.address.map(str::to_owned),
            counts: BTreeMap::new(),
        }
    }

    pub(crate) fn read(params: &str) -> Self {
        serde_json::from_str(params).unwrap_or_default()
    }

    fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Queues what is to be told of an event, to everybody who is to hear of it.
pub(crate) async fn queue(
    context: &Context,
    db: &mut Connection,
    caller: &Caller,
    happening: &Happening<'_>,
) -> Result<(), ServiceError> {
    // Without an address it was no request: a key on a phone and the command line name no language.
    if happening.by == ChangedBy::Person && caller.address.is_some() {
        recipients::note_language(db, happening.user_id, caller.language.tag()).await?;
    }
    let texts = context.telephony.is_configured() && matches!(happening.former, Some(Former::Phone(_)));
    if context.mail.is_none() && context.notice_webhook.is_none() && !texts {
        return Ok(());
    }
    let settings = Settings::load(db).await?.notices;
    if !happening.event.is_wanted(&settings) {
        return Ok(());
    }
    let Some(person) = recipients::find(db, happening.user_id).await? else { return Ok(()) };
    let queue = Queue { context, happening, language: language_of(&person, &settings) };
    for address in context.mail.iter().flat_map(|_| addresses(&person, &settings, happening.former)) {
        queue.mail(db, &address).await?;
    }
    if let Some(Former::Phone(number)) = happening.former
        && texts
        && settings.by_text
    {
        queue.text(db, number).await?;
    }
    if context.notice_webhook.is_some() {
        queue.add(db, Channel::Webhook, "", happening.event, &Facts::of(happening), 0).await?;
    }
    context.noticed.notify_one();
    Ok(())
}

/// The person's own address and the one that was theirs until now, each once.
fn addresses(person: &Recipient, settings: &NoticeSettings, former: Option<Former<'_>>) -> Vec<String> {
    let mut all: Vec<_> = address_of(person, settings).into_iter().collect();
    if let Some(Former::Mail(address)) = former
        && !all.iter().any(|known| known == address)
    {
        all.push(address.to_owned());
    }
    all
}

struct Queue<'a> {
    context: &'a Context,
    happening: &'a Happening<'a>,
    language: Language,
}

impl Queue<'_> {
    async fn mail(&self, db: &mut Connection, address: &str) -> Result<(), ServiceError> {
        let (user, event, facts) = (self.happening.user_id, self.happening.event, Facts::of(self.happening));
        if !self.is_too_much(db, Channel::Mail).await? {
            return self.add(db, Channel::Mail, address, event, &facts, 0).await;
        }
        let (channel, several) = (Channel::Mail.as_str(), Event::Several.as_str());
        if let Some(waiting) = notices::untouched(db, user, channel, several, address).await? {
            let mut facts = Facts::read(&waiting.params);
            *facts.counts.entry(event).or_default() += 1;
            if notices::amend(db, &waiting.id, &facts.written()).await? {
                return Ok(());
            }
        }
        let facts = Facts { at: facts.at, counts: [(event, 1)].into(), ..Facts::default() };
        self.add(db, Channel::Mail, address, Event::Several, &facts, GATHERS_MS).await
    }

    async fn text(&self, db: &mut Connection, number: &str) -> Result<(), ServiceError> {
        if self.is_too_much(db, Channel::Text).await? {
            return Ok(());
        }
        self.add(db, Channel::Text, number, self.happening.event, &Facts::of(self.happening), 0).await
    }

    async fn is_too_much(&self, db: &mut Connection, channel: Channel) -> Result<bool, ServiceError> {
        let (user, since) = (self.happening.user_id, self.context.now() - HOUR_MS);
        let sent = notices::count_since(db, user, channel.as_str(), Event::Several.as_str(), since).await?;
        Ok(sent >= MOST_AN_HOUR)
    }

    async fn add(
        &self,
        db: &mut Connection,
        channel: Channel,
        recipient: &str,
        event: Event,
        facts: &Facts,
        waits_ms: i64,
    ) -> Result<(), ServiceError> {
        let now = self.context.now();
        let id = self.context.time_ordered_id(now);
        let domain = self.context.mail.as_ref().map_or("localhost", |mail| mail.domain());
        let notice = Notice {
            message_id: format!("<{id}@{domain}>"),
            id,
            user_id: self.happening.user_id.to_owned(),
            event: event.as_str().to_owned(),
            channel: channel.as_str().to_owned(),
            recipient: recipient.to_owned(),
            language: self.language.tag().to_owned(),
            params: facts.written(),
            created_at: now,
            due_at: now + waits_ms,
            gives_up_at: now + GIVES_UP_AFTER_MS,
            tries: 0,
        };
        Ok(notices::insert(db, &notice).await?)
    }
}
