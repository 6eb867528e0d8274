//! *Do it for me*: does the acts of a step in the windows of the people, one after the other, as they would.

use std::{
    sync::{PoisonError, atomic::Ordering},
    time::Duration,
};

use proofup_app::{
    App,
    view::{StageAct, StageDeed, StageDone},
};
use proofup_stage::{Act, Deed, Place, Step};
use tauri::{AppHandle, Runtime};
use tokio::sync::mpsc;

use crate::{
    demo::Demo,
    windows::{self, DEMO_PHONE, MAIL_APP, MAIN},
};

/// A window that has just opened listens a moment later: it is asked again.
const ASK_AGAIN: Duration = Duration::from_millis(400);
const TIMES: u32 = 25;
/// How long an act may take, with the calls to the service that it waits for.
const PATIENCE: Duration = Duration::from_secs(30);

/// How fast the acts follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// With a ring around what is used next, and letter by letter.
    ForAnAudience,
    /// As fast as the windows can.
    AtOnce,
}

impl Demo {
    /// Does the present step. Returns whether it was done.
    pub(super) async fn do_present_step<R: Runtime>(&self, handle: &AppHandle<R>, app: &App, pace: Pace) -> bool {
        let _alone = self.stage.changing.lock().await;
        let Some((place, step)) = self.stage.lock().play.as_mut().and_then(|play| {
            play.busy = true;
            play.stuck = None;
            Some((play.step, play.present()?))
        }) else {
            return false;
        };
        self.tell_stage(handle);
        let stuck = self.do_step(handle, app, step, pace).await.err();
        let is_done = stuck.is_none();
        if let Some(play) = self.stage.lock().play.as_mut() {
            play.busy = false;
            if stuck.is_none() {
                play.done = play.done.max(place + 1);
            }
            play.stuck = stuck;
        }
        self.stage.keep();
        self.tell_stage(handle);
        is_done
    }

    async fn do_step<R: Runtime>(
        &self,
        handle: &AppHandle<R>,
        app: &App,
        step: &Step,
        pace: Pace,
    ) -> Result<(), String> {
        for act in &step.acts {
            self.do_act(handle, app, (step, act), pace).await?;
        }
        Ok(())
    }

    /// The error names what was not found.
    async fn do_act<R: Runtime>(
        &self,
        handle: &AppHandle<R>,
        app: &App,
        (step, act): (&Step, &Act),
        pace: Pace,
    ) -> Result<(), String> {
        let (deed, on) = match &act.deed {
            Deed::Clock(seconds) => {
                self.move_clock(handle, *seconds);
                return Ok(());
            }
            Deed::Service(running) => return self.set_running(*running, app).await.map_err(|error| error.to_string()),
            Deed::Start(name) => return self.set_server(name, true, app).await.map_err(|error| error.to_string()),
            Deed::Stop(name) => return self.set_server(name, false, app).await.map_err(|error| error.to_string()),
            Deed::SignIn(upn) => return self.sign_in_as(app, upn).await.map_err(|error| error.to_string()),
            Deed::Attack(upn) => return self.attack(upn).await.map_err(|error| error.to_string()),
            Deed::Press(on) => (StageDeed::Press, on),
            Deed::Fill(on) => (StageDeed::Fill, on),
            Deed::Keys(on) => (StageDeed::Keys, on),
            Deed::Drop(on) => (StageDeed::Drop, on),
            Deed::Read(on) => (StageDeed::Read, on),
            Deed::See(on) => (StageDeed::See, on),
            Deed::Gone(on) => (StageDeed::Gone, on),
        };
        let asked = StageAct {
            id: self.stage.next_act.fetch_add(1, Ordering::Relaxed),
            deed,
            on: on.clone(),
            holding: act.holding.clone(),
            text: act.with.as_deref().map(|text| self.filled_in(text)),
            other_than: act.name.as_ref().filter(|_| act.anew).and_then(|name| self.was_read(name)),
            at_once: pace == Pace::AtOnce,
        };
        let Some(label) = label(act.window.unwrap_or(step.window)) else { return Err(on.clone()) };
        let done = self.ask_window(handle, label, asked).await.filter(|done| done.done).ok_or_else(|| on.clone())?;
        if let (Some(name), Some(text), Some(play)) = (&act.name, done.text, self.stage.lock().play.as_mut()) {
            let is_number = matches!(name.as_str(), "code" | "number");
            let text = if is_number { text.chars().filter(char::is_ascii_digit).collect() } else { text };
            play.read.insert(name.clone(), text);
        }
        Ok(())
    }

    /// Asks a window until it has begun, and waits until it is done.
    async fn ask_window<R: Runtime>(&self, handle: &AppHandle<R>, label: &str, act: StageAct) -> Option<StageDone> {
        let (answer, mut answers) = mpsc::unbounded_channel();
        let id = act.id;
        self.lock_asked().insert(id, answer);
        let mut done = None;
        for _ in 0..TIMES {
            self.open_for(handle, label);
            windows::tell(handle, label, "stage-act", act.clone());
            if let Ok(Some(begun)) = tokio::time::timeout(ASK_AGAIN, answers.recv()).await {
                done = if begun.begun {
                    tokio::time::timeout(PATIENCE, answers.recv()).await.ok().flatten()
                } else {
                    Some(begun)
                };
                break;
            }
        }
        self.lock_asked().remove(&id);
        done
    }

    /// A window answers.
    pub(crate) fn stage_done(&self, done: StageDone) {
        if let Some(waiting) = self.lock_asked().get(&done.id) {
            let _ = waiting.send(done);
        }
    }

    fn lock_asked(
        &self,
    ) -> std::sync::MutexGuard<'_, std::collections::HashMap<u32, mpsc::UnboundedSender<StageDone>>> {
        self.stage.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn was_read(&self, name: &str) -> Option<String> {
        self.stage.lock().play.as_ref()?.read.get(name).cloned()
    }

    /// The text to type, with what was read before.
    fn filled_in(&self, text: &str) -> String {
        let state = self.stage.lock();
        let read = state.play.iter().flat_map(|play| &play.read);
        read.fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }
}

fn label(place: Place) -> Option<&'static str> {
    match place {
        Place::Main => Some(MAIN),
        Place::Phone => Some(DEMO_PHONE),
        Place::Mail => Some(MAIL_APP),
        Place::Elsewhere => None,
    }
}
