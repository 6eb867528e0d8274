//! Verification methods: phones, texts, calls, codes, push devices and hardware tokens. They are added, verified, used and
//! removed here, and the enrollment of a person is read here.

pub(crate) mod authenticators;
pub(crate) mod caller_questions;
pub(crate) mod calls;
pub(crate) mod enrollment;
mod forgetting;
pub(crate) mod freshness;
pub(crate) mod gateway;
pub(crate) mod hardware_oath;
pub(crate) mod lifecycle;
pub(crate) mod oath;
pub(crate) mod office_phone;
pub(crate) mod password;
pub(crate) mod phones;
pub(crate) mod preferences;
pub(crate) mod push;
pub(crate) mod registration;
pub(crate) mod renaming;
pub(crate) mod software_oath;
pub(crate) mod text_codes;
mod view;

use proofup_api::{ErrorCode, Scope};
use proofup_store::{Connection, Transaction, hardware_oaths, phones as stored_phones, sessions, software_oaths};
use serde_json::json;

pub(crate) use forgetting::forget_methods;
pub(crate) use view::{methods, methods_of};

use crate::ServiceError;
use crate::context::Context;
use crate::runtime::error::param;
use crate::session::Bearer;

/// A change under way: the person's row is locked, and the session was alive when it was.
pub(crate) struct Change {
    pub(crate) transaction: Transaction,
    /// As far as the session reaches now, which may be more than when the request came in.
    pub(crate) scope: Scope,
    /// It is in the wizard by its person's own wish.
    pub(crate) registers_anew: bool,
}

/// Begins a change in the name of a session.
pub(crate) async fn begin_change(context: &Context, bearer: &Bearer) -> Result<Change, ServiceError> {
    let mut transaction = context.store.begin_change(&bearer.user_id).await?;
    match sessions::find_alive(&mut transaction, &bearer.session_id, context.now()).await? {
        Some(session) => Ok(Change { transaction, scope: session.scope, registers_anew: session.registers_anew }),
        None => Err(ServiceError::refused(ErrorCode::InvalidToken)),
    }
}

/// Whether a row is this session's own business: real ones for a full session, its provisional ones for a registration.
fn is_open_to(provisional_for: Option<&str>, scope: Scope, session_id: &str) -> bool {
    match scope {
        Scope::Registration => provisional_for == Some(session_id),
        _ => provisional_for.is_none(),
    }
}

/// Where a row of this session belongs.
fn provisional_for(scope: Scope, session_id: &str) -> Option<String> {
    (scope == Scope::Registration).then(|| session_id.to_owned())
}

/// Refuses a sixth app or token, and names the five, so that one of them can be chosen to go.
async fn refuse_sixth_oath(db: &mut Connection, bearer: &Bearer, scope: Scope) -> Result<(), ServiceError> {
    let open = |provisional_for: Option<&str>| is_open_to(provisional_for, scope, &bearer.session_id);
    let apps = software_oaths::of_user(&mut *db, &bearer.user_id).await?;
    let tokens = hardware_oaths::of_user(db, &bearer.user_id).await?;
    let apps = apps
        .iter()
        .filter(|app| app.activated_at.is_some() && open(app.provisional_for.as_deref()))
        .map(|app| json!({"@type": "softwareOathAuthenticationMethod", "id": app.id, "displayName": app.display_name}));
    let tokens = tokens.iter().filter(|token| open(token.provisional_for.as_deref())).map(
        |token| json!({"@type": "hardwareOathAuthenticationMethod", "id": token.id, "displayName": token.display_name}),
    );
    let methods: Vec<_> = apps.chain(tokens).collect();
    if methods.len() < oath::LIMIT {
        return Ok(());
    }
    let mut params = param("limit", oath::LIMIT);
    params.insert("methods".to_owned(), methods.into());
    Err(ServiceError::Refused { code: ErrorCode::OathLimitReached, params })
}

/// The phones that this session may see.
async fn visible_phones(
    db: &mut Connection,
    bearer: &Bearer,
    scope: Scope,
) -> Result<Vec<stored_phones::Phone>, ServiceError> {
    let phones = stored_phones::of_user(db, &bearer.user_id).await?;
    Ok(phones
        .into_iter()
        .filter(|phone| {
            let own = is_open_to(phone.provisional_for.as_deref(), scope, &bearer.session_id);
            // Numbers that the organisation set are shown while registering, as the wizard offers them.
            own || (phone.read_only && phone.provisional_for.is_none())
        })
        .collect())
}
