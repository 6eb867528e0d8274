//! Writes the sign-in log. An answer is given only after its row is durable, so every path waits for this.

use proofup_api::{AuthenticationMode, DenialReason, SignInResult};
use proofup_store::Connection;
use proofup_store::sign_ins::{OWN_APPLICATION, StoredSignIn};
use proofup_store::users::{self, User};

use crate::ServiceError;
use crate::audit::places::tell_of_new_network;
use crate::audit::sign_in_line;
use crate::audit::sign_in_log::{append, append_alone};
use crate::context::{Caller, Context};
use crate::runtime::client_network::network_of;
use crate::runtime::keys::Domain;
use crate::runtime::wait::Wait;
use crate::settings::LogSettings;

/// An old client that comes back within this time is counted in its row. The row cannot be sealed before that.
const REPEATS_WITHIN_MS: i64 = 600_000;
/// How far the clocks of two nodes may be apart.
const CLOCKS_DIFFER_MS: i64 = 5_000;

/// Of a protocol or an application.
const LONGEST_WORD: usize = 32;
/// Of the name of a program.
const LONGEST_NAME: usize = 256;

/// The facts that a use case has about a sign-in.
#[derive(Debug, Clone)]
pub(crate) struct LogEntry<'a> {
    pub(crate) user_id: Option<&'a str>,
    pub(crate) user_name: Option<&'a str>,
    /// When the request came in.
    pub(crate) began_at: i64,
    pub(crate) mode: AuthenticationMode,
    pub(crate) detail: Option<String>,
    pub(crate) result: SignInResult,
    pub(crate) denial_reason: Option<DenialReason>,
    pub(crate) application: &'a str,
    pub(crate) protocol: &'a str,
    pub(crate) client_device: Option<&'a str>,
    /// The server that asked in the client's name.
    pub(crate) front_end: Option<&'a str>,
    pub(crate) app_password_id: Option<&'a str>,
    /// The id of the app, device or token that answered.
    pub(crate) device_token: Option<&'a str>,
    /// Comes from a program that signs in again and again by itself.
    pub(crate) repeats: bool,
}

impl<'a> LogEntry<'a> {
    /// A sign-in to Proofup itself.
    pub(crate) fn own(began_at: i64, mode: AuthenticationMode, result: SignInResult) -> Self {
        Self {
            user_id: None,
            user_name: None,
            began_at,
            mode,
            detail: None,
            result,
            denial_reason: None,
            application: OWN_APPLICATION,
            protocol: "web",
            client_device: None,
            front_end: None,
            app_password_id: None,
            device_token: None,
            repeats: false,
        }
    }

    /// The same, denied.
    pub(crate) fn denied(began_at: i64, mode: AuthenticationMode, reason: DenialReason) -> Self {
        Self { denial_reason: Some(reason), ..Self::own(began_at, mode, SignInResult::Denied) }
    }

    /// The same, of this person.
    pub(crate) fn of(self, user_id: &'a str, user_name: &'a str) -> Self {
        Self { user_id: Some(user_id), user_name: Some(user_name), ..self }
    }

    /// The same, answered by this app, device or token.
    pub(crate) fn with_device(self, id: Option<&'a str>) -> Self {
        Self { device_token: id, ..self }
    }

    /// The same, refused without a look. Where a whole network waits, the names that nobody has become one row.
    pub(crate) fn throttled(self, wait: Wait) -> Self {
        let user_name = self.user_name.filter(|_| self.user_id.is_some() || !wait.is_of_network);
        Self { user_name, ..self }
    }

    /// The same, with the masked phone or the app's name.
    pub(crate) fn with_detail(self, detail: Option<String>) -> Self {
        Self { detail, ..self }
    }
}

/// Adds a row that depends on nothing else.
pub(crate) async fn record(
    context: &Context,
    kept: &LogSettings,
    caller: &Caller,
    entry: LogEntry<'_>,
) -> Result<(), ServiceError> {
    let row = row_of(context, kept, caller, &entry)?;
    let row = with_names_read(context, kept, &entry, row).await?;
    let line = line_of(context, &row);
    append_alone(context, row).await?;
    tell(context, &entry, line);
    Ok(())
}

/// Adds what may come very often, such as attempts that have to wait: those of one person, or of a name, from one network
/// become one row, and only the first of them is waited for. The row has the address and the device of the first one, so a
/// client that names others each time makes no further rows. Where there are too many kinds, what they have in common becomes one.
pub(crate) async fn record_refusal(
    context: &Context,
    kept: &LogSettings,
    caller: &Caller,
    entry: LogEntry<'_>,
) -> Result<(), ServiceError> {
    let entry = LogEntry { repeats: true, ..entry };
    let mut row = row_of(context, kept, caller, &entry)?;
    row.repeat_key = Some(refusal_key(context, &row)?);
    let mut entry = entry;
    if !context.refusals.has_place_for(&row) {
        row = of_anybody(row);
        row.repeat_key = Some(refusal_key(context, &row)?);
        entry.user_id = None;
    }
    if context.refusals.count(&row) {
        context.metrics.sign_in(entry.mode, entry.result, entry.denial_reason);
        return Ok(());
    }
    let row = with_names_read(context, kept, &entry, row).await?;
    let line = line_of(context, &row);
    append_alone(context, row.clone()).await?;
    context.refusals.remember(row);
    tell(context, &entry, line);
    Ok(())
}

/// Adds a row, with as much of the person as the organisation keeps.
pub(crate) async fn log(
    context: &Context,
    db: &mut Connection,
    kept: &LogSettings,
    caller: &Caller,
    entry: LogEntry<'_>,
) -> Result<(), ServiceError> {
    let row = row_of(context, kept, caller, &entry)?;
    let row = with_names(db, kept, &entry, row).await?;
    tell_of_new_network(context, db, caller, &entry).await?;
    let line = line_of(context, &row);
    append(context, db, row).await?;
    tell(context, &entry, line);
    Ok(())
}

/// The line of a row, if a collector reads lines.
fn line_of(context: &Context, row: &StoredSignIn) -> Option<Vec<u8>> {
    context.lines.framing().map(|framing| sign_in_line::of(row, framing))
}

/// Counts a row that was added, and hands its line on.
fn tell(context: &Context, entry: &LogEntry<'_>, line: Option<Vec<u8>>) {
    context.metrics.sign_in(entry.mode, entry.result, entry.denial_reason);
    if let Some(line) = line {
        context.lines.write(line);
    }
}

/// The same on a connection of its own, if names are kept.
async fn with_names_read(
    context: &Context,
    kept: &LogSettings,
    entry: &LogEntry<'_>,
    row: StoredSignIn,
) -> Result<StoredSignIn, ServiceError> {
    if kept.names { with_names(&mut context.store.read().await?, kept, entry, row).await } else { Ok(row) }
}

/// The row with first and last name. The same statement runs where nobody has the name.
async fn with_names(
    db: &mut Connection,
    kept: &LogSettings,
    entry: &LogEntry<'_>,
    row: StoredSignIn,
) -> Result<StoredSignIn, ServiceError> {
    if !kept.names {
        return Ok(row);
    }
    let (first_name, last_name) = names(users::by_id(db, entry.user_id.unwrap_or_default()).await?.as_ref());
    Ok(StoredSignIn { first_name, last_name, ..row })
}

/// The row, without names.
fn row_of(
    context: &Context,
    kept: &LogSettings,
    caller: &Caller,
    entry: &LogEntry<'_>,
) -> Result<StoredSignIn, ServiceError> {
    let now = context.now();
    let detail = entry.detail.clone();
    let (phone_number, detail) =
        if entry.mode.uses_phone() { (detail.filter(|_| kept.phone_numbers), None) } else { (None, detail) };
    let mut row = StoredSignIn {
        id: context.time_ordered_id(now),
        user_id: entry.user_id.map(str::to_owned),
        user_name: entry.user_name.map(str::to_owned),
        email: entry.user_name.filter(|_| kept.email && entry.user_id.is_some()).map(str::to_owned),
        phone_number,
        device_token: entry.device_token.map(str::to_owned),
        created_at: now,
        duration_ms: now - entry.began_at,
        authentication_mode: entry.mode.as_str().to_owned(),
        detail,
        result: entry.result.as_str().to_owned(),
        denial_reason: entry.denial_reason.map(|reason| reason.as_str().to_owned()),
        application: shortened(entry.application, LONGEST_WORD),
        protocol: shortened(entry.protocol, LONGEST_WORD),
        client_address: caller.address.clone(),
        client_device: entry.client_device.map(client_name),
        app_password_id: entry.app_password_id.map(str::to_owned),
        front_end: entry.front_end.map(str::to_owned),
        server_name: context.server_name.clone(),
        server_address: context.server_address.clone(),
        correlation_id: caller.correlation_id.clone(),
        repeats: 1,
        seal_after: now,
        ..StoredSignIn::default()
    };
    if entry.repeats {
        row.repeat_key = Some(repeat_key(context, &row)?);
        row.seal_after = (bucket(&row) + 1) * REPEATS_WITHIN_MS + CLOCKS_DIFFER_MS;
    }
    Ok(row)
}

/// The name of a client, cut to the length of its column.
pub(crate) fn client_name(name: &str) -> String {
    shortened(name, LONGEST_NAME)
}

/// A text from a client, cut to the length of its column.
fn shortened(text: &str, longest: usize) -> String {
    text.chars().filter(|c| !c.is_control()).take(longest).collect()
}

/// What makes two rows the same: who, with what, from where, how it ended, and when.
fn repeat_key(context: &Context, row: &StoredSignIn) -> Result<String, ServiceError> {
    key_of(context, row, row.client_address.as_deref(), row.client_device.as_deref())
}

/// The same of two refusals: a network is one place, and what a client calls itself is no difference.
fn refusal_key(context: &Context, row: &StoredSignIn) -> Result<String, ServiceError> {
    let network = row.client_address.as_deref().and_then(network_of);
    key_of(context, row, network.as_deref(), None)
}

/// A refusal without whom and where it is about.
fn of_anybody(row: StoredSignIn) -> StoredSignIn {
    StoredSignIn {
        user_id: None,
        user_name: None,
        email: None,
        phone_number: None,
        device_token: None,
        detail: None,
        client_address: None,
        client_device: None,
        app_password_id: None,
        ..row
    }
}

/// Rows of one time repeat each other.
fn bucket(row: &StoredSignIn) -> i64 {
    row.created_at / REPEATS_WITHIN_MS
}

fn key_of(
    context: &Context,
    row: &StoredSignIn,
    place: Option<&str>,
    device: Option<&str>,
) -> Result<String, ServiceError> {
    let bucket = bucket(row).to_string();
    let parts = [
        row.user_id.as_deref().or(row.user_name.as_deref()),
        row.app_password_id.as_deref(),
        Some(&row.protocol),
        place,
        device,
        row.front_end.as_deref(),
        Some(&row.result),
        row.denial_reason.as_deref(),
        Some(&bucket),
    ];
    let text: String =
        parts.iter().map(|part| format!("{}:{};", part.map_or(0, str::len), part.unwrap_or_default())).collect();
    context.keys.mac(Domain::SignIn, text.as_bytes())
}

/// The first word of the name shown, and the rest of it.
fn names(user: Option<&User>) -> (Option<String>, Option<String>) {
    let Some(user) = user else { return (None, None) };
    match user.display_name.split_once(' ') {
        Some((first, last)) => (Some(first.to_owned()), Some(last.trim().to_owned())),
        None => (None, Some(user.display_name.clone())),
    }
}
