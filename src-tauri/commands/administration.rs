//! The administration pages.

use proofup_app::{
    AdminActions, AdminActionsRequest, AdminSignIns, AdminSignInsRequest, AdminUserDetails, App, BulkRequest,
    BulkResult, CallerVerification, ChangeUser, Overview, People, PeopleRequest, Role, SecretText, SettingsDetails,
    SettingsEffect, SettingsPatch, UsageReport, UserAction, UserActionBody, VerifyCaller, WantedMfaState,
};
use tauri::State;

use super::{Answer, OrFault};

#[tauri::command]
pub(super) async fn people(app: State<'_, App>, request: PeopleRequest) -> Answer<People> {
    app.administration().people(request).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn person(app: State<'_, App>, upn: String) -> Answer<AdminUserDetails> {
    app.administration().person(&upn).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn set_person_state(
    app: State<'_, App>,
    upn: String,
    state: WantedMfaState,
    reason: Option<String>,
) -> Answer<()> {
    app.administration()
        .set_person_state(&upn, &ChangeUser { mfa_state: Some(state), reason, ..ChangeUser::default() })
        .await
        .or_fault(&app)
}

#[tauri::command]
pub(super) async fn set_person_mail(app: State<'_, App>, upn: String, mail: String, language: String) -> Answer<()> {
    let change = ChangeUser { mail: Some(mail), preferred_language: Some(language), ..ChangeUser::default() };
    app.administration().set_person_state(&upn, &change).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn act_on_person(
    app: State<'_, App>,
    upn: String,
    action: UserAction,
    reason: Option<String>,
    seconds: Option<u32>,
    without_verification: bool,
) -> Answer<()> {
    let body = UserActionBody { reason, seconds, without_verification };
    app.administration().act_on_person(&upn, action, &body).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn verify_caller(
    app: State<'_, App>,
    upn: String,
    request: VerifyCaller,
) -> Answer<CallerVerification> {
    app.administration().verify_caller(&upn, &request).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn caller_verification(app: State<'_, App>, upn: String, id: String) -> Answer<CallerVerification> {
    app.administration().caller_verification(&upn, &id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn confirm_caller(
    app: State<'_, App>,
    upn: String,
    id: String,
    word: Option<SecretText>,
) -> Answer<CallerVerification> {
    app.administration().confirm_caller(&upn, &id, word).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn change_people(app: State<'_, App>, request: BulkRequest, dry_run: bool) -> Answer<BulkResult> {
    app.administration().change_people(&request, dry_run).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn withdraw_bypass(app: State<'_, App>, upn: String) -> Answer<()> {
    app.administration().withdraw_bypass(&upn).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn set_person_roles(
    app: State<'_, App>,
    upn: String,
    roles: Vec<Role>,
    reason: Option<String>,
) -> Answer<()> {
    app.administration().set_person_roles(&upn, &roles, reason.as_deref()).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn admin_actions(app: State<'_, App>, request: AdminActionsRequest) -> Answer<AdminActions> {
    app.administration().admin_actions(&request).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn person_sign_ins(app: State<'_, App>, upn: String) -> Answer<AdminSignIns> {
    app.administration().person_sign_ins(&upn).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn admin_sign_ins(app: State<'_, App>, request: AdminSignInsRequest) -> Answer<AdminSignIns> {
    app.administration().admin_sign_ins(request).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn usage_report(app: State<'_, App>) -> Answer<UsageReport> {
    app.administration().usage_report().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn settings_details(app: State<'_, App>) -> Answer<SettingsDetails> {
    app.administration().settings_details().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn preview_settings(app: State<'_, App>, changes: SettingsPatch) -> Answer<Vec<SettingsEffect>> {
    app.administration().preview_settings(&changes).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn change_settings(
    app: State<'_, App>,
    version: i64,
    changes: SettingsPatch,
) -> Answer<SettingsDetails> {
    app.administration().change_settings(version, &changes).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn overview(app: State<'_, App>) -> Answer<Overview> {
    app.administration().overview().await.or_fault(&app)
}
