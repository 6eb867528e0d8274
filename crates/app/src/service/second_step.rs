//! The second step for the window, and its preferred method.

use proofup_api::MethodType;
use proofup_client::{Pending, Service};

use super::ServiceConnection;
use crate::{
    faults::fault,
    view::{Fault, SecondStep, StartedChallenge},
};

/// How often to ask whether a text was answered or not delivered.
const TEXT_POLL_SECONDS: u32 = 2;

impl ServiceConnection {
    /// Starts the preferred method. If that fails, the page shows the reason, returned here, and the other methods.
    pub(crate) async fn start_preferred(&self, service: &Service, pending: &mut Pending) -> Option<Box<Fault>> {
        let preferred = pending.preferred().or(pending.methods().first().map(|method| method.id.as_str()));
        let method_id = preferred.map(str::to_owned)?;
        let error = service.start_method(pending, &method_id).await.err()?;
        tracing::info!(%error, "the preferred method did not start");
        Some(Box::new(fault(&error.into(), self.environment.now())))
    }
}

pub(crate) fn second_step(pending: &Pending) -> SecondStep {
    let kind_of = |id: &str| pending.methods().iter().find(|method| method.id == id).map(|method| method.kind);
    let is_text = |id: &str| kind_of(id) == Some(MethodType::Sms);
    SecondStep {
        methods: pending.methods().to_vec(),
        challenge: pending.challenge().map(|challenge| StartedChallenge {
            method_id: challenge.method.clone(),
            expires_in_seconds: challenge.expires_in,
            // A code from an app is not sent, so it cannot be sent again; a call that failed is started again.
            resend_in_seconds: is_text(&challenge.method).then_some(challenge.interval),
            poll_in_seconds: match kind_of(&challenge.method) {
                Some(MethodType::Oath) | None => None,
                Some(MethodType::Sms) => Some(TEXT_POLL_SECONDS),
                Some(_) => Some(challenge.interval),
            },
            number: challenge.number.clone(),
            reply: challenge.reply,
        }),
        remember_days: pending.remember_days(),
        not_started: None,
    }
}
