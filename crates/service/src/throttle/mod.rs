//! Limits on guessing: failed attempts are counted, and after a number of them each further one has to wait longer.
//!
//! An [`Attempt`] is opened before a secret is checked and closed with the outcome. Opening only reads: any number of right
//! passwords may come at once. Closing counts, in the transaction that answers, and decides whether the answer may tell the
//! outcome: beyond the limit a right secret and a wrong one get the same answer. So parallel guesses learn no more than
//! guesses one after the other.
//!
//! A password is counted under three subjects: the name from one place, the name from all places, and the place with all
//! names. Strangers can use up the last two, so they do not hold for the owner: on a trusted device, in a session, and from a
//! place of a recent sign-in, only that place itself counts; in a trusted network no other place does. A place is a network; a
//! front end that does not tell where its clients are is one place, and so are all unknown addresses. Codes are counted in the
//! same way, without the names.
//!
//! One order of locks: the person's row, what is theirs, then these subjects in the order in which they are named, then the
//! sign-in log.

mod allowance;
mod limit;
mod locks;
mod subject;

pub(crate) use allowance::{
    Medium, Message, allow_message, allow_push, allow_rename, end_pause, forget_pushes, note_answer, pause_pushes,
};
use limit::Limit;
pub(crate) use locks::{Lock, locked_people, locks_of, open_locks};
pub(crate) use subject::{Client, CodeKind, Place, Subject};

use proofup_store::Connection;
use proofup_store::throttles::{self, State};

use self::limit::DAY_MS;
use crate::ServiceError;
use crate::context::Context;
use crate::passwords::Lane;
use crate::runtime::wait::Wait;
use crate::settings::Settings;

/// How long a network is known in which an attempt succeeded.
pub(crate) const KNOWN_MS: i64 = 30 * DAY_MS;

/// A secret that somebody tries.
#[derive(Debug, Clone)]
pub(crate) struct Attempt {
    /// One to three, in the order in which they are locked.
    subjects: Vec<Counted>,
    /// How long strangers wait here, where the place itself is known: a wrong password gets the same answer as theirs.
    wait_of_strangers: Option<Wait>,
    /// Where the same wrong secret again is no new attempt: its keyed hash.
    fingerprint: Option<String>,
}

#[derive(Debug, Clone)]
struct Counted {
    subject: throttles::Subject,
    limit: Limit,
    state: Option<State>,
    /// A network counts names, and each name once.
    counts_names: bool,
    /// The organisation trusts the place.
    is_trusted: bool,
    /// A success is remembered: the place is known from then on.
    becomes_known: bool,
}

/// What became of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Right,
    Wrong,
}

impl Attempt {
    /// Opens an attempt at one to three subjects, the narrowest first. Nothing is counted yet.
    pub(crate) async fn open(
        context: &Context,
        db: &mut Connection,
        settings: &Settings,
        subjects: &[Subject<'_>],
    ) -> Result<Result<Self, Wait>, ServiceError> {
        let now = context.now();
        let mut counted = Vec::with_capacity(subjects.len());
        for subject in subjects {
            counted.push(Counted {
                subject: subject.row(context)?,
                limit: subject.limit(settings),
                state: None,
                counts_names: subject.counts_names(),
                is_trusted: subject.is_trusted(),
                becomes_known: subject.becomes_known(),
            });
        }
        let mut attempt = Self { subjects: counted, fingerprint: None, wait_of_strangers: None };
        attempt.read(db).await?;
        if attempt.subjects.first().is_some_and(|place| place.is_known(now)) {
            // Who is known here must not show by how a wrong password is answered.
            attempt.wait_of_strangers =
                attempt.wait(now).filter(|_| attempt.subjects.iter().any(|counted| counted.counts_names));
            attempt.subjects.truncate(1);
        }
        Ok(match attempt.wait(now) {
            Some(wait) => Err(wait),
            None => Ok(attempt),
        })
    }

    /// The same, where a secret that was wrong and comes again is no new attempt.
    pub(crate) fn with_fingerprint(self, fingerprint: String) -> Self {
        Self { fingerprint: Some(fingerprint), ..self }
    }

    /// Whether the same secret was wrong the last time. Then it need not be looked at.
    pub(crate) fn is_repeated(&self, now: i64) -> bool {
        let Some((place, state)) = self.subjects.first().and_then(|place| Some((place, place.state.as_ref()?))) else {
            return false;
        };
        state.failures > 0
            && self.fingerprint.is_some()
            && state.last_wrong == self.fingerprint
            && state.last_failure_at > place.limit.forgotten_before(now)
    }

    /// How long strangers wait here: the answer to a wrong secret that is not looked at.
    pub(crate) fn wait_of_strangers(&self) -> Option<Wait> {
        self.wait_of_strangers
    }

    /// Where its secret waits to be hashed: people at a known place are not held up by strangers.
    pub(crate) fn lane(&self) -> Lane {
        match self.subjects.as_slice() {
            [place] => Lane::of_known(&place.subject.key),
            [place, .., names] if names.is_trusted => Lane::of_known(&place.subject.key),
            [place, ..] => Lane::of_strangers(place.subject.network.as_deref().unwrap_or_default()),
            [] => Lane::of_strangers(""),
        }
    }

    /// Counts what became of it, in the transaction that answers. An error is a wait that began meanwhile.
    pub(crate) async fn close(
        mut self,
        context: &Context,
        db: &mut Connection,
        outcome: Outcome,
    ) -> Result<Result<(), Wait>, ServiceError> {
        let now = context.now();
        match outcome {
            Outcome::Right => self.succeed(db, now).await,
            Outcome::Wrong => self.fail(db, now).await,
        }
    }

    /// Closes an attempt that was right, where no transaction has begun. Mostly there is nothing to write.
    pub(crate) async fn succeeded(mut self, context: &Context) -> Result<Result<(), Wait>, ServiceError> {
        let now = context.now();
        self.read(&mut context.store.read().await?).await?;
        if let Some(wait) = self.wait(now) {
            return Ok(Err(wait));
        }
        if self.subjects.first().is_some_and(|place| place.has_to_note_success(now)) {
            let mut transaction = context.store.begin().await?;
            let closed = self.succeed(&mut transaction, now).await?;
            transaction.commit().await?;
            return Ok(closed);
        }
        Ok(Ok(()))
    }

    async fn succeed(&mut self, db: &mut Connection, now: i64) -> Result<Result<(), Wait>, ServiceError> {
        self.read(db).await?;
        if let Some(wait) = self.wait(now) {
            return Ok(Err(wait));
        }
        if let Some(place) = self.subjects.first().filter(|place| place.has_to_note_success(now)) {
            throttles::note_success(db, &place.subject, now).await?;
        }
        Ok(Ok(()))
    }

    async fn fail(&mut self, db: &mut Connection, now: i64) -> Result<Result<(), Wait>, ServiceError> {
        let mut fails_anew = false;
        for (place, counted) in self.subjects.iter().enumerate() {
            if counted.counts_names && !fails_anew {
                continue;
            }
            let (subject, limit) = (&counted.subject, counted.limit);
            let before = limit.forgotten_before(now);
            let wrong = self.fingerprint.as_deref();
            let Some(failures) = throttles::note_failure(db, subject, wrong, before, now).await? else {
                self.read(db).await?;
                return Ok(Err(self.wait(now).unwrap_or_else(|| Wait::until(now, now))));
            };
            if place == 0 {
                fails_anew = failures == 1;
            }
            if let Some(milliseconds) = limit.wait_ms(failures) {
                throttles::wait(db, &subject.key, now + milliseconds).await?;
            }
        }
        Ok(self.wait_of_strangers.map_or(Ok(()), Err))
    }

    async fn read(&mut self, db: &mut Connection) -> Result<(), ServiceError> {
        let key = |place: usize| self.subjects.get(place).map_or("", |counted| counted.subject.key.as_str());
        let mut states = throttles::states(db, [key(0), key(1), key(2)]).await?;
        for counted in &mut self.subjects {
            let found = states.iter().position(|state| state.subject == counted.subject.key);
            counted.state = found.map(|place| states.swap_remove(place));
        }
        Ok(())
    }

    /// The longest wait that any of the subjects has.
    fn wait(&self, now: i64) -> Option<Wait> {
        let waits = self.subjects.iter().filter_map(|counted| Some((counted.state.as_ref()?.wait_until, counted)));
        let (until, counted) = waits.max_by_key(|(until, _)| *until)?;
        (until > now).then(|| Wait { is_of_network: counted.counts_names, ..Wait::until(until, now) })
    }
}

impl Counted {
    fn is_known(&self, now: i64) -> bool {
        self.becomes_known && self.state.as_ref().is_some_and(|state| state.succeeded_at > now - KNOWN_MS)
    }

    /// Once a day is enough to stay known.
    fn has_to_note_success(&self, now: i64) -> bool {
        match &self.state {
            None => self.becomes_known,
            Some(state) => state.failures > 0 || (self.becomes_known && state.succeeded_at <= now - DAY_MS),
        }
    }
}
