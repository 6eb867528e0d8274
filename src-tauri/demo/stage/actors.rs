//! People who act without being shown: somebody who is signed in by one press, and a stranger with a stolen password. Both use
//! the calls that everybody uses, second step included.

use std::{sync::Arc, time::Duration};

use proofup_app::{
    App, AppError, Credentials, Environment, Keeping, MethodType, Progress, SecretText, Service, SessionStore,
    StoredSession,
    view::{SecondStep, SignInStep},
};
use proofup_service::demo::{self, DemoPerson};

use crate::{demo::Demo, environment::SystemEnvironment};

/// How often a text that was sent is looked for, and for how long.
const LOOK_AGAIN: Duration = Duration::from_millis(20);
const LOOKS: u32 = 250;

impl Demo {
    /// Signs a person in to the main window, in place of the present one.
    pub(super) async fn sign_in_as(&self, app: &App, upn: &str) -> Result<(), AppError> {
        let person = person(upn)?;
        app.sign_in().sign_out().await;
        let before = self.phones.texts_after(0).last().map_or(0, |text| text.sequence);
        let step = app.sign_in().sign_in(person.upn, SecretText::new(person.password)).await?;
        if let SignInStep::SecondStep(second) = step {
            self.answer(app, &person, &second, before).await?;
        }
        Ok(())
    }

    /// Answers the second step by a text, which everybody of the demo can get.
    async fn answer(&self, app: &App, person: &DemoPerson, step: &SecondStep, before: u64) -> Result<(), AppError> {
        let text = step.methods.iter().find(|method| method.kind == MethodType::Sms).ok_or(AppError::SignInOver)?;
        if step.challenge.as_ref().is_none_or(|challenge| challenge.method_id != text.id) {
            app.sign_in().start_method(&text.id).await?;
        }
        let code = self.code_sent_after(person, before).await.ok_or(AppError::SignInOver)?;
        app.sign_in().submit_code(code, false).await?;
        Ok(())
    }

    async fn code_sent_after(&self, person: &DemoPerson, before: u64) -> Option<SecretText> {
        for _ in 0..LOOKS {
            let texts = self.phones.texts_after(before);
            if let Some(text) = texts.iter().rfind(|text| text.to == person.mobile) {
                return six_digits(text.text.expose()).map(SecretText::new);
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
        None
    }

    /// Somebody elsewhere signs in with this person's password, as far as the service asks the person's devices.
    pub(super) async fn attack(&self, upn: &str) -> Result<(), AppError> {
        let (person, address) = (person(upn)?, self.url().ok_or(AppError::SignInOver)?);
        let environment: Arc<dyn Environment> = Arc::new(SystemEnvironment);
        let service = Service::new(address.parse()?, environment)?;
        let stolen = Credentials {
            user_name: person.upn.to_owned(),
            password: SecretText::new(person.password),
            device_token: None,
            language: None,
        };
        if let Progress::SecondStep(mut pending) = service.sign_in(stolen, Arc::new(KeepsNothing)).await?
            && let Some(preferred) = pending.preferred().map(str::to_owned)
        {
            service.start_method(&mut pending, &preferred).await?;
        }
        Ok(())
    }
}

fn person(upn: &str) -> Result<DemoPerson, AppError> {
    demo::people().into_iter().find(|person| person.upn == upn).ok_or(AppError::SignInOver)
}

/// The last six digits in a row.
fn six_digits(text: &str) -> Option<&str> {
    text.split(|character: char| !character.is_ascii_digit()).rfind(|run| run.len() == 6)
}

struct KeepsNothing;

impl SessionStore for KeepsNothing {
    fn keep(&self, _session: StoredSession) -> Keeping<'_> {
        Box::pin(async {})
    }
}
