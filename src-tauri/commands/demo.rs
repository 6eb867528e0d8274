//! The demo. In a build without it these commands return nothing.

use proofup_app::{
    App,
    view::{
        ApprovalChoice, DemoPerson, DemoToken, MailAppAnswer, PhoneAction, PhoneCall, PhoneMessage, PhoneNotification,
        StageDone, StageFeedRow, StageOrder, StageView,
    },
};
use tauri::{AppHandle, Runtime, State};

use super::{Answer, OrFault};
use crate::demo::Demo;

#[tauri::command]
pub(super) fn demo_people(demo: State<'_, Demo>) -> Vec<DemoPerson> {
    demo.people()
}

#[tauri::command]
pub(super) async fn demo_service_running(demo: State<'_, Demo>) -> Answer<bool> {
    Ok(demo.is_running().await)
}

#[tauri::command]
pub(super) async fn demo_set_service_running(app: State<'_, App>, demo: State<'_, Demo>, running: bool) -> Answer<()> {
    demo.set_running(running, &app).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn reset_demo<R: Runtime>(
    handle: AppHandle<R>,
    app: State<'_, App>,
    demo: State<'_, Demo>,
) -> Answer<()> {
    demo.reset(&handle, &app).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn open_demo_phone<R: Runtime>(handle: AppHandle<R>, demo: State<'_, Demo>) -> Answer<()> {
    demo.show_phone(&handle, true);
    Ok(())
}

#[tauri::command]
pub(super) fn demo_tokens(demo: State<'_, Demo>) -> Vec<DemoToken> {
    demo.tokens()
}

#[tauri::command]
pub(super) fn phone_messages(demo: State<'_, Demo>) -> Vec<PhoneMessage> {
    demo.messages()
}

#[tauri::command]
pub(super) fn phone_calls(demo: State<'_, Demo>) -> Vec<PhoneCall> {
    demo.calls()
}

#[tauri::command]
pub(super) async fn act_on_call(demo: State<'_, Demo>, id: String, action: PhoneAction) -> Answer<()> {
    demo.act_on_call(&id, action).await;
    Ok(())
}

#[tauri::command]
pub(super) async fn press_phone_key(demo: State<'_, Demo>, id: String, key: String) -> Answer<()> {
    demo.press_key(&id, key).await;
    Ok(())
}

#[tauri::command]
pub(super) async fn reply_to_message(demo: State<'_, Demo>, id: String, text: String) -> Answer<()> {
    demo.reply(&id, text).await;
    Ok(())
}

#[tauri::command]
pub(super) fn phone_notifications(demo: State<'_, Demo>) -> Vec<PhoneNotification> {
    demo.notifications()
}

#[tauri::command]
pub(super) async fn phone_decide(
    app: State<'_, App>,
    demo: State<'_, Demo>,
    id: String,
    choice: ApprovalChoice,
    number: Option<String>,
) -> Answer<()> {
    demo.decide(&id, choice, number).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn phone_scan<R: Runtime>(
    handle: AppHandle<R>,
    app: State<'_, App>,
    demo: State<'_, Demo>,
) -> Answer<()> {
    demo.scan(&handle, &app).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn stage(app: State<'_, App>, demo: State<'_, Demo>) -> Answer<StageView> {
    Ok(demo.stage(&app).await)
}

#[tauri::command]
pub(super) async fn stage_order<R: Runtime>(
    handle: AppHandle<R>,
    app: State<'_, App>,
    demo: State<'_, Demo>,
    order: StageOrder,
) -> Answer<()> {
    demo.stage_order(&handle, &app, order).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn stage_feed(demo: State<'_, Demo>) -> Answer<Vec<StageFeedRow>> {
    Ok(demo.stage_feed().await)
}

#[tauri::command]
pub(super) fn stage_done(demo: State<'_, Demo>, done: StageDone) {
    demo.stage_done(done);
}

#[tauri::command]
pub(super) async fn mail_app_sign_in(demo: State<'_, Demo>, name: String, password: String) -> Answer<MailAppAnswer> {
    Ok(demo.mail_app_sign_in(&name, password).await)
}
