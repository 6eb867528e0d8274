//! What a presenter asks for.

use std::sync::atomic::Ordering;

use proofup_app::{App, AppError, Environment as _, view::StageOrder};
use proofup_service::Random;
use proofup_stage::{Page, Scenario};
use tauri::{AppHandle, Runtime};

use super::{Play, player::Pace, show::size_main};
use crate::{
    demo::{Demo, nodes::Node},
    environment::{SystemEnvironment, clock_ahead},
    windows,
};

impl Demo {
    /// Carries out an order; does nothing outside of the demo.
    pub(crate) async fn stage_order<R: Runtime>(
        &self,
        handle: &AppHandle<R>,
        app: &App,
        order: StageOrder,
    ) -> Result<(), AppError> {
        if !self.is_wanted() {
            return Ok(());
        }
        match order {
            StageOrder::Cards => self.show_cards(handle),
            StageOrder::FreePlay => self.play_freely(handle),
            StageOrder::Begin { id, morning } => {
                if let Some(scenario) = proofup_stage::scenario(&id) {
                    self.begin(handle, app, scenario, morning).await?;
                }
            }
            StageOrder::GoOn => self.go_on(handle, app).await?,
            StageOrder::DoIt => {
                self.do_present_step(handle, app, Pace::ForAnAudience).await;
            }
            StageOrder::Next => self.move_on(handle),
            StageOrder::Back => self.go_back(handle, app).await?,
            StageOrder::Clock { seconds } => self.move_clock(handle, seconds),
            StageOrder::Service { running } => self.set_running(running, app).await?,
            StageOrder::Server { name, running } => self.set_server(&name, running, app).await?,
            StageOrder::SignIn { person } => {
                let _alone = self.stage.changing.lock().await;
                self.sign_in_as(app, &person).await?;
            }
            StageOrder::Projector { on } => size_main(handle, on),
            StageOrder::Show { window } => self.show(handle, window),
        }
        self.tell_stage(handle);
        Ok(())
    }

    /// Starts or stops the server of this name.
    pub(super) async fn set_server(&self, name: &str, run: bool, app: &App) -> Result<(), AppError> {
        match Node::named(name) {
            Some(node) => self.set_node_running(node, run, app).await,
            None => Ok(()),
        }
    }

    fn show_cards<R: Runtime>(&self, handle: &AppHandle<R>) {
        {
            let mut state = self.stage.lock();
            state.choosing = true;
            state.play = None;
        }
        self.stage.keep();
        self.close_stage_windows(handle, &[]);
        self.show_page(handle, None);
        windows::raise(handle);
    }

    fn play_freely<R: Runtime>(&self, handle: &AppHandle<R>) {
        {
            let mut state = self.stage.lock();
            (state.choosing, state.play, state.asked, state.unfinished) = (false, None, None, None);
            state.random = Random::system();
        }
        self.stage.keep();
        self.show_page(handle, Some("security"));
        self.show_phone(handle, false);
    }

    /// Restores how a scenario begins: clock, database, vault, windows, and who is signed in.
    pub(super) async fn begin<R: Runtime>(
        &self,
        handle: &AppHandle<R>,
        app: &App,
        scenario: &'static Scenario,
        morning: i64,
    ) -> Result<(), AppError> {
        let _alone = self.stage.changing.lock().await;
        let ahead = clock_ahead();
        let now = SystemEnvironment.now().as_millisecond();
        ahead.fetch_add((morning - now).max(0), Ordering::SeqCst);
        {
            let mut state = self.stage.lock();
            (state.asked, state.unfinished) = (None, None);
            state.random = Random::seeded(scenario.seed);
            state.play = Some(Play::at(scenario, 0, morning));
        }
        self.restore(handle, app).await?;
        if let Some(upn) = &scenario.beginning.signed_in {
            self.sign_in_as(app, upn).await?;
        }
        self.forget_messages(handle);
        if let Some(play) = self.stage.lock().play.as_mut() {
            play.began = SystemEnvironment.now().as_millisecond();
        }
        self.open_stage(handle, scenario);
        Ok(())
    }

    /// Goes on where an earlier run stopped. The session may have ended with it: then the person of the step signs in anew.
    async fn go_on<R: Runtime>(&self, handle: &AppHandle<R>, app: &App) -> Result<(), AppError> {
        let _alone = self.stage.changing.lock().await;
        let Some(record) = self.stage.lock().unfinished.take() else { return Ok(()) };
        let Some(scenario) = record.scenario() else { return Ok(()) };
        let play = Play::at(scenario, record.step, record.began);
        let who = play.present().map(|step| step.who.clone());
        self.stage.lock().play = Some(play);
        if app.status().status().person.is_none() {
            let known = self.people().into_iter().any(|person| Some(&person.user_principal_name) == who.as_ref());
            let upn = who.filter(|_| known).or_else(|| scenario.beginning.signed_in.clone());
            if let Some(upn) = upn {
                self.sign_in_as(app, &upn).await?;
            }
        }
        self.open_stage(handle, scenario);
        Ok(())
    }

    fn open_stage<R: Runtime>(&self, handle: &AppHandle<R>, scenario: &'static Scenario) {
        self.stage.lock().choosing = false;
        self.stage.keep();
        self.close_stage_windows(handle, &scenario.beginning.windows);
        self.arrange(handle, &scenario.beginning.windows);
        let page = match scenario.beginning.page {
            Page::Security => "security",
            Page::Administration => "administration",
        };
        self.show_page(handle, Some(page));
    }

    /// Moves to the next step.
    pub(super) fn move_on<R: Runtime>(&self, handle: &AppHandle<R>) {
        if let Some(play) = self.stage.lock().play.as_mut().filter(|play| !play.busy) {
            let last = play.scenario.steps.len().saturating_sub(1);
            play.step = (play.step + 1).min(last);
            play.stuck = None;
            // What a presenter leaves behind was done by hand.
            play.done = play.done.max(play.step);
        }
        self.stage.keep();
        self.tell_stage(handle);
    }

    pub(super) fn move_clock<R: Runtime>(&self, handle: &AppHandle<R>, seconds: u32) {
        clock_ahead().fetch_add(i64::from(seconds) * 1000, Ordering::SeqCst);
        self.stage.keep();
        self.tell_stage(handle);
    }
}
