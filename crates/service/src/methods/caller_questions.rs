//! Questions to a person's phone about somebody who calls the help desk: what a phone shows of one, and what comes of it.
//! Who asks, and what an answer allows, is decided in `administration/caller`.

use proofup_api::{AdminAction, CallerAct, CallerQuestion, CallerState};
use proofup_store::{Connection, caller_verifications, users};

use crate::ServiceError;
use crate::audit::admin_actions::Actor;
use crate::context::Context;

/// What a phone shows.
pub(crate) async fn asked(db: &mut Connection, id: &str) -> Result<Option<CallerQuestion>, ServiceError> {
    let asked = caller_verifications::by_id(db, id).await?;
    Ok(asked.map(|asked| CallerQuestion { agent_name: asked.agent_name, agent: asked.agent, acts: asked.acts }))
}

/// Notes the answer, with its row in the list of actions. Only the first one counts.
pub(crate) async fn settle(
    context: &Context,
    db: &mut Connection,
    id: &str,
    state: CallerState,
) -> Result<(), ServiceError> {
    if !caller_verifications::settle(&mut *db, id, state, context.now()).await? {
        return Ok(());
    }
    let Some(asked) = caller_verifications::by_id(&mut *db, id).await? else { return Ok(()) };
    let Some(user) = users::by_id(&mut *db, &asked.user_id).await? else { return Ok(()) };
    let (who, action, detail) = match state {
        CallerState::Verified => {
            let acts: Vec<_> = asked.acts.iter().copied().map(CallerAct::as_str).collect();
            let detail = format!("{} {}: {}", asked.way, asked.target, acts.join(", "));
            (&asked.agent, AdminAction::CallerVerified, detail)
        }
        CallerState::NobodyCalls => (&user.upn, AdminAction::NobodyCalled, asked.agent.clone()),
        _ => return Ok(()),
    };
    Actor::themselves(context, who).record(context, db, action, Some(&user.upn), Some(detail), None).await
}
