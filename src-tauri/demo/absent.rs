//! The replacement in a build without the demo: every function returns nothing.

use std::path::Path;

use proofup_app::{
    App, AppError,
    view::{
        ApprovalChoice, DemoPerson, DemoToken, MailAppAnswer, PhoneAction, PhoneCall, PhoneMessage, PhoneNotification,
        StageDone, StageFeedRow, StageOrder, StageView,
    },
};
use tauri::{AppHandle, Runtime};

/// An empty demo.
pub(crate) struct Demo;

impl Demo {
    pub(crate) fn new(_asked: Option<&str>, _with_phone: bool, _folder: &Path, _wayland: bool) -> Self {
        Self
    }

    pub(crate) fn first_page(&self) -> Option<&'static str> {
        None
    }

    pub(crate) fn show_first_windows<R: Runtime>(&self, _handle: &AppHandle<R>) {}

    pub(crate) async fn stage(&self, _app: &App) -> StageView {
        StageView::default()
    }

    pub(crate) async fn stage_order<R: Runtime>(
        &self,
        _handle: &AppHandle<R>,
        _app: &App,
        _order: StageOrder,
    ) -> Result<(), AppError> {
        Ok(())
    }

    pub(crate) async fn stage_feed(&self) -> Vec<StageFeedRow> {
        Vec::new()
    }

    pub(crate) fn stage_done(&self, _done: StageDone) {}

    pub(crate) async fn mail_app_sign_in(&self, _name: &str, _password: String) -> MailAppAnswer {
        MailAppAnswer::Unreachable
    }

    pub(crate) async fn start<R: Runtime>(&self, _handle: &AppHandle<R>, _app: &App) {}

    pub(crate) async fn stop(&self) {}

    pub(crate) fn people(&self) -> Vec<DemoPerson> {
        Vec::new()
    }

    pub(crate) fn show_phone<R: Runtime>(&self, _handle: &AppHandle<R>, _raise: bool) {}

    pub(crate) fn messages(&self) -> Vec<PhoneMessage> {
        Vec::new()
    }

    pub(crate) fn tokens(&self) -> Vec<DemoToken> {
        Vec::new()
    }

    pub(crate) fn calls(&self) -> Vec<PhoneCall> {
        Vec::new()
    }

    pub(crate) async fn act_on_call(&self, _id: &str, _action: PhoneAction) {}

    pub(crate) async fn press_key(&self, _id: &str, _key: String) {}

    pub(crate) async fn reply(&self, _id: &str, _text: String) {}

    pub(crate) fn notifications(&self) -> Vec<PhoneNotification> {
        Vec::new()
    }

    pub(crate) async fn decide(
        &self,
        _id: &str,
        _choice: ApprovalChoice,
        _number: Option<String>,
    ) -> Result<(), AppError> {
        Ok(())
    }

    pub(crate) async fn scan<R: Runtime>(&self, _handle: &AppHandle<R>, _app: &App) -> Result<(), AppError> {
        Ok(())
    }

    pub(crate) async fn is_running(&self) -> bool {
        false
    }

    pub(crate) async fn set_running(&self, _running: bool, _app: &App) -> Result<(), AppError> {
        Ok(())
    }

    pub(crate) async fn reset<R: Runtime>(&self, _handle: &AppHandle<R>, _app: &App) -> Result<(), AppError> {
        Ok(())
    }
}
