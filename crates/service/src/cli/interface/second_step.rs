//! The second step in a terminal: a code, or a number to type on the phone.

use std::sync::Arc;
use std::time::Duration;

use proofup_api::{DenialReason, MethodHint, MethodType};
use proofup_client::{ClientError, Pending, Service, Session, SessionStore};

use super::{told, typed};
use crate::ServiceError;

/// Passes it by a method that the person chooses.
pub(super) async fn pass(
    service: &Service,
    mut pending: Pending,
    store: Arc<dyn SessionStore>,
) -> Result<Session, ServiceError> {
    let method = choose(pending.methods())?;
    service.start_method(&mut pending, &method.id).await.map_err(|error| told(&error))?;
    let answered_elsewhere = pending.challenge().is_some_and(|challenge| challenge.reply);
    match method.kind {
        MethodType::Push | MethodType::VoiceMobile | MethodType::VoiceAlternateMobile | MethodType::VoiceOffice => {
            wait(service, &pending, &method, store).await
        }
        MethodType::Sms if answered_elsewhere => wait(service, &pending, &method, store).await,
        MethodType::Sms | MethodType::Oath => type_code(service, &pending, &method, store).await,
    }
}

fn choose(methods: &[MethodHint]) -> Result<MethodHint, ServiceError> {
    let none = || ServiceError::Command("there is no method for the second step".to_owned());
    if let [only] = methods {
        return Ok(only.clone());
    }
    for (index, method) in methods.iter().enumerate() {
        typed::tell(&format!("{}) {}\n", index + 1, words(method)));
    }
    loop {
        let answer = typed::line("Second step by (Enter for 1): ")?;
        let number = if answer.expose().trim().is_empty() { Some(1) } else { answer.expose().trim().parse().ok() };
        match number.and_then(|number: usize| methods.get(number.checked_sub(1)?)) {
            Some(method) => return Ok(method.clone()),
            None if methods.is_empty() => return Err(none()),
            None => typed::tell(&format!("a number from 1 to {}\n", methods.len())),
        }
    }
}

fn words(method: &MethodHint) -> String {
    let what = match method.kind {
        MethodType::Push => "notification to",
        MethodType::Oath => "code from",
        MethodType::Sms => "text to",
        MethodType::VoiceMobile | MethodType::VoiceAlternateMobile | MethodType::VoiceOffice => "call to",
    };
    format!("{what} {}", method.hint)
}

/// Waits for what the person does on the phone.
async fn wait(
    service: &Service,
    pending: &Pending,
    method: &MethodHint,
    store: Arc<dyn SessionStore>,
) -> Result<Session, ServiceError> {
    let challenge = pending.challenge();
    match challenge.and_then(|challenge| challenge.number.as_deref()) {
        Some(number) => typed::tell(&format!("type {number} on {}\n", method.hint)),
        None => typed::tell(&format!("answer the {}\n", words(method))),
    }
    let pause = Duration::from_secs(u64::from(challenge.map_or(2, |challenge| challenge.interval.max(1))));
    loop {
        tokio::time::sleep(pause).await;
        if let Some(session) = service.poll_method(pending, None, store.clone()).await.map_err(|error| told(&error))? {
            return Ok(session);
        }
    }
}

/// Asks for the code until it is right, or the service looks at no other.
async fn type_code(
    service: &Service,
    pending: &Pending,
    method: &MethodHint,
    store: Arc<dyn SessionStore>,
) -> Result<Session, ServiceError> {
    loop {
        let code = typed::line(&format!("Code ({}): ", words(method)))?;
        match service.submit_code(pending, code, None, store.clone()).await {
            Ok(session) => return Ok(session),
            Err(ClientError::Denied {
                reason:
                    reason @ (DenialReason::IncorrectCode | DenialReason::InvalidAppCode | DenialReason::CodeAlreadyUsed),
                ..
            }) => typed::tell(&format!("{reason}, try again\n")),
            Err(error) => return Err(told(&error)),
        }
    }
}
