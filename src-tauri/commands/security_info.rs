//! The additional security verification page and the registration.

use proofup_app::{
    App, MethodType, PhoneType, SecretText, VerificationStarted, VerifyBy,
    view::{MobileAppSetup, SecurityInfoView},
};
use tauri::State;

use super::{Answer, OrFault};

#[tauri::command]
pub(super) async fn security_info(app: State<'_, App>) -> Answer<SecurityInfoView> {
    app.security_info().security_info().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn start_phone(
    app: State<'_, App>,
    phone_type: PhoneType,
    phone_number: String,
    verify_by: VerifyBy,
) -> Answer<VerificationStarted> {
    app.security_info().start_phone(phone_type, &phone_number, verify_by).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn verify_phone(app: State<'_, App>, verification_id: String, code: SecretText) -> Answer<()> {
    app.security_info().verify_phone(&verification_id, code).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn phone_verified(app: State<'_, App>, verification_id: String) -> Answer<bool> {
    app.security_info().phone_verified(&verification_id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn delete_phone(app: State<'_, App>, phone_type: PhoneType) -> Answer<()> {
    app.security_info().delete_phone(phone_type).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn start_mobile_app(app: State<'_, App>) -> Answer<MobileAppSetup> {
    app.security_info().start_mobile_app().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn activate_mobile_app(
    app: State<'_, App>,
    id: String,
    code: SecretText,
    display_name: String,
    replaces: Option<String>,
) -> Answer<()> {
    app.security_info().activate_mobile_app(&id, code, &display_name, replaces).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn add_mobile_app_to_this_computer(
    app: State<'_, App>,
    id: String,
    replaces: Option<String>,
) -> Answer<()> {
    app.security_info().add_mobile_app_to_this_computer(&id, replaces).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn cancel_mobile_app(app: State<'_, App>, id: String) -> Answer<()> {
    app.security_info().cancel_mobile_app(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn copy_setup_secret(app: State<'_, App>, id: String) -> Answer<()> {
    app.security_info().copy_setup_secret(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn copy_setup_link(app: State<'_, App>, id: String) -> Answer<()> {
    app.security_info().copy_setup_link(&id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn delete_mobile_app(app: State<'_, App>, method_id: String) -> Answer<()> {
    app.security_info().delete_mobile_app(&method_id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn set_preferred(app: State<'_, App>, method: MethodType) -> Answer<()> {
    app.security_info().set_preferred(method).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn restore_mfa(app: State<'_, App>) -> Answer<()> {
    app.security_info().restore_mfa().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn change_password(
    app: State<'_, App>,
    current_password: SecretText,
    new_password: SecretText,
    delete_app_passwords: bool,
) -> Answer<()> {
    app.security_info().change_password(current_password, new_password, delete_app_passwords).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn begin_wizard(app: State<'_, App>) -> Answer<()> {
    app.sign_in().begin_wizard().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn complete_registration(app: State<'_, App>) -> Answer<()> {
    app.sign_in().complete_registration().await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn cancel_registration(app: State<'_, App>) -> Answer<()> {
    app.sign_in().cancel_registration().await.or_fault(&app)
}
