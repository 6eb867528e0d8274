//! Writes down what administrators did: who, whom, what, why and when.

use proofup_api::{AdminAction, CallerCheck, ErrorCode, Role};
use proofup_store::Connection;
use proofup_store::account_changes;
use proofup_store::admin_actions::{self, AdminActionRow};
use proofup_store::users::{self, User};

use crate::ServiceError;
use crate::audit::changes;
use crate::context::{Caller, Context};
use crate::session::{Administering, person};
use crate::telephony::Language;

/// The longest reason that is kept.
const LONGEST_REASON: usize = 500;

/// Why, in the administrator's words.
#[derive(Debug, Clone)]
pub(crate) struct Reason(String);

impl Reason {
    /// Reads a typed reason. An empty text and control characters are refused.
    pub(crate) fn parse(text: &str) -> Result<Self, ServiceError> {
        let text = proofup_text::name(text);
        if text.is_empty() || text.chars().count() > LONGEST_REASON || text.chars().any(char::is_control) {
            return Err(ServiceError::refused_with(ErrorCode::InvalidRequest, "field", "reason"));
        }
        Ok(Self(text))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Who administers, and from where.
#[derive(Debug, Clone)]
pub(crate) struct Actor {
    pub(crate) name: String,
    /// Of the help desk, and no administrator: does nothing to administrators, nor to themselves.
    helps: bool,
    /// A program with a token: does nothing to administrators, and loosens nothing.
    is_machine: bool,
    /// Reads what others did, too.
    reads_all: bool,
    address: Option<String>,
    language: Language,
    correlation_id: String,
    /// The change of many people that their actions are part of.
    bulk_id: Option<String>,
    /// They act without verifying a caller, and say why.
    pub(crate) without_verification: bool,
    /// Whether a caller was verified before their actions.
    caller_check: Option<CallerCheck>,
}

impl Actor {
    /// Who administers over HTTP.
    pub(crate) async fn of(context: &Context, who: &Administering, caller: &Caller) -> Result<Self, ServiceError> {
        match who {
            Administering::Person(bearer) => {
                let user = person(&mut context.store.read().await?, bearer).await?;
                let helps = who.helps();
                let reads_all = !helps || bearer.roles.contains(&Role::Auditor);
                Ok(Self { helps, reads_all, ..Self::person(&user.upn, caller) })
            }
            // No user name has a space in it.
            Administering::Machine(machine) => {
                Ok(Self { is_machine: true, ..Self::person(&format!("token {}", machine.name), caller) })
            }
        }
    }

    /// A person in their own matter.
    pub(crate) fn person(upn: &str, caller: &Caller) -> Self {
        Self {
            name: upn.to_owned(),
            helps: false,
            is_machine: false,
            reads_all: true,
            address: caller.address.clone(),
            language: caller.language,
            correlation_id: caller.correlation_id.clone(),
            bulk_id: None,
            without_verification: false,
            caller_check: None,
        }
    }

    /// The same, whose actions are part of a change of many people.
    pub(crate) fn in_bulk(&self, id: &str) -> Self {
        // Nobody calls in the name of many people.
        Self { bulk_id: Some(id.to_owned()), without_verification: true, ..self.clone() }
    }

    /// A person whose own doing has a consequence that administrators look for.
    pub(crate) fn themselves(context: &Context, upn: &str) -> Self {
        Self::local(context, upn.to_owned())
    }

    /// The command line on the computer of the service, with the name of the system user.
    pub(crate) fn command_line(context: &Context, system_user: &str) -> Self {
        Self::local(context, format!("command line ({system_user})"))
    }

    /// The synchronisation with the directory, in one of its runs.
    pub(crate) fn directory(context: &Context, run: &str) -> Self {
        Self {
            bulk_id: Some(run.to_owned()),
            without_verification: true,
            ..Self::local(context, "directory".to_owned())
        }
    }

    fn local(context: &Context, name: String) -> Self {
        let correlation_id = context.random.correlation_id();
        Self {
            name,
            helps: false,
            is_machine: false,
            reads_all: true,
            address: None,
            language: Language::default(),
            correlation_id,
            bulk_id: None,
            without_verification: false,
            caller_check: None,
        }
    }

    /// The same, without verifying a caller, if they say so.
    pub(crate) fn without_verification(self, without_verification: bool) -> Self {
        Self { without_verification, ..self }
    }

    /// The same, once it is known whether the caller was verified.
    pub(crate) fn with_caller_check(&self, caller_check: Option<CallerCheck>) -> Self {
        Self { caller_check, ..self.clone() }
    }

    /// Whether the caller was verified before what they do.
    pub(crate) fn caller_check(&self) -> Option<CallerCheck> {
        self.caller_check
    }

    /// Of the help desk, and no administrator.
    pub(crate) fn is_help_desk(&self) -> bool {
        self.helps
    }

    /// Whether the list of actions shows them their own alone.
    pub(crate) fn sees_own_actions_alone(&self) -> bool {
        !self.reads_all
    }

    /// Refuses a program what lets somebody in more easily than before. Its token is a secret on a disk, without a second step.
    pub(crate) fn check_may_loosen(&self) -> Result<(), ServiceError> {
        if self.is_machine { Err(ServiceError::refused(ErrorCode::InsufficientScope)) } else { Ok(()) }
    }

    /// Refuses what the help desk, or a program, may do to nobody like this person.
    pub(crate) fn check_subject(&self, subject: &User) -> Result<(), ServiceError> {
        if (self.helps || self.is_machine) && subject.administrator {
            Err(ServiceError::refused(ErrorCode::AdministratorProtected))
        } else if self.helps && subject.upn == self.name {
            Err(ServiceError::refused(ErrorCode::OwnAccount))
        } else {
            Ok(())
        }
    }

    /// The same for one of many people: who asks is left out, too.
    pub(crate) fn check_among_many(&self, subject: &User) -> Result<(), ServiceError> {
        if subject.upn == self.name {
            return Err(ServiceError::refused(ErrorCode::OwnAccount));
        }
        self.check_subject(subject)
    }

    /// From where they act.
    pub(crate) fn caller(&self) -> Caller {
        Caller { address: self.address.clone(), correlation_id: self.correlation_id.clone(), language: self.language }
    }

    /// Records that a value was changed, from the first to the second. Call it in the transaction of the change.
    pub(crate) async fn record_change(
        &self,
        context: &Context,
        db: &mut Connection,
        action: AdminAction,
        subject: Option<&str>,
        (before, after): (&str, &str),
        reason: Option<&Reason>,
    ) -> Result<(), ServiceError> {
        let row = AdminActionRow {
            value_before: Some(before.to_owned()),
            value_after: Some(after.to_owned()),
            ..self.row(context, action, subject, Some(after.to_owned()), reason)
        };
        admin_actions::append(db, &row).await?;
        self.tell(context, db, &row).await
    }

    /// Records an action. Call it in the transaction of the action.
    pub(crate) async fn record(
        &self,
        context: &Context,
        db: &mut Connection,
        action: AdminAction,
        subject: Option<&str>,
        detail: Option<String>,
        reason: Option<&Reason>,
    ) -> Result<(), ServiceError> {
        let row = self.row(context, action, subject, detail, reason);
        admin_actions::append(db, &row).await?;
        self.tell(context, db, &row).await
    }

    /// Records that many people were added. Each of them is told.
    pub(crate) async fn record_added(
        &self,
        context: &Context,
        db: &mut Connection,
        people: &[&User],
    ) -> Result<(), ServiceError> {
        let action = AdminAction::UserCreated;
        let rows: Vec<_> = people.iter().map(|user| self.row(context, action, Some(&user.upn), None, None)).collect();
        admin_actions::append_all(&mut *db, &rows).await?;
        let told = people.iter().filter_map(|user| changes::of_administrator(user, false, action, None));
        let told: Vec<_> = told.map(|changed| changed.row(context, &self.caller(), context.now())).collect();
        Ok(account_changes::append_all(db, &told).await?)
    }

    fn row(
        &self,
        context: &Context,
        action: AdminAction,
        subject: Option<&str>,
        detail: Option<String>,
        reason: Option<&Reason>,
    ) -> AdminActionRow {
        let now = context.now();
        AdminActionRow {
            id: context.time_ordered_id(now),
            created_at: now,
            actor: self.name.clone(),
            action,
            subject: subject.map(str::to_owned),
            detail,
            value_before: None,
            value_after: None,
            bulk_id: self.bulk_id.clone(),
            reason: reason.map(|reason| reason.as_str().to_owned()),
            caller_check: self.caller_check,
            client_address: self.address.clone(),
            correlation_id: self.correlation_id.clone(),
        }
    }

    /// Tells the person that something was done to.
    async fn tell(&self, context: &Context, db: &mut Connection, row: &AdminActionRow) -> Result<(), ServiceError> {
        let Some(upn) = &row.subject else { return Ok(()) };
        let Some(user) = users::by_upn(db, upn).await? else { return Ok(()) };
        let own = self.name == user.upn;
        match changes::of_administrator(&user, own, row.action, row.detail.as_deref()) {
            Some(changed) => changed.record(context, db, &self.caller()).await,
            None => Ok(()),
        }
    }
}
