//! People from the directory, brought up to date: who is new, renamed, disabled, gone or back.
//!
//! A run reads everybody, compares, and writes what it came to in one transaction. It changes nothing where the answer was not
//! whole, was empty, or would block more people than a mistake should.

mod apply;
mod job;
mod link;
mod plan;

use proofup_api::DirectoryRunResult as Outcome;
use proofup_store::directory_runs::{self, DirectoryRun};
use proofup_store::leases::{self, Lease};
use proofup_store::sourced_people;
use proofup_store::users;
use serde::Serialize;

use self::apply::{Done, apply};
pub(crate) use self::job::keep_synchronizing;
pub(crate) use self::link::link;
pub(crate) use self::plan::Refused;
use self::plan::{Change, Plan, Why};
use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::context::Context;
use crate::directory::Directory;
use crate::runtime::clock::timestamp;

/// The job that one process does at a time.
const LEASE: &str = "directory";
/// A run that takes longer may be joined by another; then it writes nothing. Longer than any read of a directory may take.
const LEASE_MS: i64 = 15 * 60_000;
/// So many refusals are kept of a run.
const REFUSALS_KEPT: usize = 100;

/// How a run is to go.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wanted {
    /// Nothing is written, and no run is kept.
    pub(crate) dry_run: bool,
    /// However many people are blocked by it.
    pub(crate) allow_many: bool,
}

/// What a run came to.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Report {
    pub(crate) id: String,
    pub(crate) dry_run: bool,
    pub(crate) result: Outcome,
    /// Why it stopped or failed.
    pub(crate) detail: Option<String>,
    /// How many entries the directory has.
    pub(crate) people: usize,
    pub(crate) added: usize,
    pub(crate) changed: usize,
    pub(crate) blocked: usize,
    pub(crate) unblocked: usize,
    pub(crate) refused: Vec<Refused>,
    /// What a dry run found, a line for each person.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) changes: Vec<String>,
}

/// Runs once, unless another process does; then there is no report.
pub(crate) async fn run(
    context: &Context,
    directory: &Directory,
    wanted: Wanted,
) -> Result<Option<Report>, ServiceError> {
    let Some(lease) = take_lease(context).await? else { return Ok(None) };
    let run = Run { context, directory, wanted, lease: &lease, started_at: context.now() };
    let outcome = run.run().await;
    let mut transaction = context.store.begin().await?;
    leases::give_back(&mut transaction, &lease).await?;
    transaction.commit().await?;
    outcome.map(Some)
}

async fn take_lease(context: &Context) -> Result<Option<Lease>, ServiceError> {
    let mut transaction = context.store.begin().await?;
    let lease = leases::take(&mut transaction, LEASE, &context.random.id(), LEASE_MS).await?;
    transaction.commit().await?;
    Ok(lease)
}

/// A run, and what it stands on.
struct Run<'a> {
    context: &'a Context,
    directory: &'a Directory,
    wanted: Wanted,
    lease: &'a Lease,
    started_at: i64,
}

impl Run<'_> {
    async fn run(&self) -> Result<Report, ServiceError> {
        let context = self.context;
        let id = context.time_ordered_id(self.started_at);
        let people = match self.directory.people().await {
            Ok(people) => people,
            Err(fault) => return self.ended(self.report(id, Outcome::Failed, Some(fault.to_string())), None).await,
        };
        let mut report = self.report(id, Outcome::Done, None);
        report.people = people.people.len();
        if people.people.is_empty() {
            let why = "the directory has nobody: look at base and filter".to_owned();
            return self.ended(Report { result: Outcome::Stopped, detail: Some(why), ..report }, None).await;
        }
        let settings = self.directory.settings();
        let kept = context.store.read_much(|mut db| async move { sourced_people::all(&mut db).await }).await?;
        let mut plan = Plan::of(settings, &kept, &people, context.now());
        drop(kept);
        if let Some(why) = self.stops(&plan) {
            let report = Report { result: Outcome::Stopped, detail: Some(why), ..report.with(&plan) };
            return self.ended(report, None).await;
        }
        if self.wanted.dry_run {
            return Ok(Report { changes: lines(&plan), ..report.with(&plan) });
        }
        if plan.is_empty() {
            return self.ended(report.with(&plan), None).await;
        }
        let mut transaction = context.store.begin().await?;
        if !leases::fence(&mut transaction, self.lease).await? {
            let why = "another process took the synchronisation over meanwhile".to_owned();
            return Ok(Report { result: Outcome::Failed, detail: Some(why), ..report });
        }
        // Compared anew: somebody may have changed something since.
        let kept = sourced_people::all(&mut transaction).await?;
        plan = Plan::of(settings, &kept, &people, context.now());
        if let Some(why) = self.stops(&plan) {
            drop(transaction);
            let report = Report { result: Outcome::Stopped, detail: Some(why), ..report.with(&plan) };
            return self.ended(report, None).await;
        }
        let actor = Actor::directory(context, &report.id);
        let done = apply(context, &mut transaction, &actor, settings.source(), &mut plan).await?;
        let Done { added, changed, blocked, unblocked } = done;
        let report = Report { added, changed, blocked, unblocked, refused: plan.refused, ..report };
        self.ended(report, Some(transaction)).await
    }

    /// Why nothing may be done.
    fn stops(&self, plan: &Plan) -> Option<String> {
        let limit = self.directory.settings().share_limit_percent;
        let (blocked, of) = plan.blocks_too_many(limit).filter(|_| !self.wanted.allow_many)?;
        Some(format!(
            "{blocked} of {of} people would be blocked, more than {limit} %: if that is right, run `proofup-service directory sync \
             --allow-many`"
        ))
    }

    fn report(&self, id: String, result: Outcome, detail: Option<String>) -> Report {
        Report {
            id,
            dry_run: self.wanted.dry_run,
            result,
            detail,
            people: 0,
            added: 0,
            changed: 0,
            blocked: 0,
            unblocked: 0,
            refused: Vec::new(),
            changes: Vec::new(),
        }
    }

    /// Keeps what a run came to, in the transaction of its changes if there are any.
    async fn ended(
        &self,
        report: Report,
        transaction: Option<proofup_store::Transaction>,
    ) -> Result<Report, ServiceError> {
        let Report { people, added, changed, blocked, unblocked, .. } = report;
        match report.result {
            Outcome::Done => tracing::info!(people, added, changed, blocked, unblocked, "the directory was read"),
            Outcome::Stopped | Outcome::Failed => {
                let why = report.detail.as_deref().unwrap_or_default();
                tracing::error!(result = report.result.as_str(), why, "people from the directory stay as they are");
            }
        }
        if report.dry_run {
            return Ok(report);
        }
        let kept: Vec<_> = report.refused.iter().take(REFUSALS_KEPT).collect();
        let run = DirectoryRun {
            id: report.id.clone(),
            source: self.directory.settings().source().to_owned(),
            started_at: self.started_at,
            finished_at: self.context.now(),
            result: report.result.as_str().to_owned(),
            detail: report.detail.clone(),
            people: count(people),
            added: count(added),
            changed: count(changed),
            blocked: count(blocked),
            unblocked: count(unblocked),
            refused: count(report.refused.len()),
            refusals: serde_json::to_string(&kept).unwrap_or_default(),
            node: self.context.server_name.clone(),
        };
        let mut transaction = match transaction {
            Some(transaction) => transaction,
            None => self.context.store.begin().await?,
        };
        directory_runs::insert(&mut transaction, &run).await?;
        transaction.commit().await?;
        if added + blocked + unblocked > 0 {
            // Names that nobody has ask the directory in the same proportion as people do.
            let costs = users::password_costs(&mut self.context.store.read().await?).await?;
            self.context.hashing.note_costs_in_use(&costs);
        }
        Ok(report)
    }
}

impl Report {
    /// The figures of a plan that was not carried out.
    fn with(self, plan: &Plan) -> Self {
        let unblocked = plan.changes.iter().filter(|change| change.unblock).count();
        let blocked = plan.blocked();
        Self {
            added: plan.new.len(),
            changed: plan.changes.len() - blocked - unblocked,
            blocked,
            unblocked,
            refused: plan.refused.clone(),
            ..self
        }
    }
}

/// A plan, a line for each person.
fn lines(plan: &Plan) -> Vec<String> {
    let new = plan.new.iter().map(|person| format!("+ {} ({})", person.upn, person.display_name));
    let changed = plan.changes.iter().map(|change| {
        let mark = if change.block.is_some() { '-' } else { '~' };
        format!("{mark} {}: {}", change.user.upn, words(change))
    });
    new.chain(changed).collect()
}

fn words(change: &Change) -> String {
    let mut all = Vec::new();
    all.extend(change.upn.as_ref().map(|upn| format!("is called {upn}")));
    all.extend(change.display_name.as_ref().map(|name| format!("is shown as {name}")));
    all.extend(change.phone.as_ref().map(|_| "has another office phone".to_owned()));
    all.extend(change.roles.as_ref().map(|roles| {
        let names: Vec<_> = roles.iter().map(|role| role.as_str()).collect();
        format!("has the roles {}", if names.is_empty() { "none".to_owned() } else { names.join(" ") })
    }));
    all.extend(change.second_step.then(|| "registers a second step".to_owned()));
    all.extend(change.unblock.then(|| "is unblocked".to_owned()));
    all.extend(change.block.map(|why| match why {
        Why::Disabled => "is blocked: disabled in the directory".to_owned(),
        Why::Gone => "is blocked: not in the directory any more".to_owned(),
    }));
    all.join(", ")
}

/// The newest runs, the newest first.
pub(crate) async fn runs(
    context: &Context,
    directory: &Directory,
    limit: i64,
) -> Result<Vec<DirectoryRun>, ServiceError> {
    let source = directory.settings().source();
    Ok(directory_runs::newest(&mut context.store.read().await?, source, limit).await?)
}

/// Who was refused in a run, as far as it is kept.
pub(crate) fn refusals(run: &DirectoryRun) -> Vec<Refused> {
    serde_json::from_str(&run.refusals).unwrap_or_default()
}

/// A run in one line.
pub(crate) fn told(run: &DirectoryRun) -> String {
    let DirectoryRun { people, added, changed, blocked, unblocked, refused, .. } = run;
    let when = timestamp(run.finished_at);
    match &run.detail {
        Some(why) => format!("{when} {} on {}: {why}", run.result, run.node),
        None => format!(
            "{when} {} on {}: {people} people, {added} added, {changed} changed, {blocked} blocked, {unblocked} unblocked, \
             {refused} refused",
            run.result, run.node
        ),
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
