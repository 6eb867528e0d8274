//! *Back*: the scenario begins anew, and its steps are played again up to the one before, without waiting for an audience.
//!
//! So every window is as it was at that step, also in the middle of a dialog
//! ([ADR 34](../../../docs/adr/0034-back-plays-the-steps-again.md)).

use proofup_app::{App, AppError, Environment as _};
use tauri::{AppHandle, Runtime};

use super::player::Pace;
use crate::{demo::Demo, environment::SystemEnvironment};

impl Demo {
    /// Goes back to the step before; does nothing at the first one, and while a step is being done.
    pub(super) async fn go_back<R: Runtime>(&self, handle: &AppHandle<R>, app: &App) -> Result<(), AppError> {
        let before = {
            let state = self.stage.lock();
            state
                .play
                .as_ref()
                .filter(|play| !play.busy)
                .and_then(|play| Some((play.scenario, play.step.checked_sub(1)?)))
        };
        let Some((scenario, target)) = before else { return Ok(()) };
        self.begin(handle, app, scenario, SystemEnvironment.now().as_millisecond()).await?;
        for _ in 0..target {
            if !self.do_present_step(handle, app, Pace::AtOnce).await {
                break;
            }
            self.move_on(handle);
        }
        Ok(())
    }
}
