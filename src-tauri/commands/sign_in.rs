//! Signing in and out.

use proofup_app::{App, SecretText, view::SignInStep};
use tauri::State;

use super::{Answer, OrFault};

#[tauri::command]
pub(super) async fn sign_in(app: State<'_, App>, user_name: String, password: SecretText) -> Answer<SignInStep> {
    app.sign_in().sign_in(&user_name, password).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn start_method(app: State<'_, App>, method_id: String) -> Answer<SignInStep> {
    app.sign_in().start_method(&method_id).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn submit_code(app: State<'_, App>, code: SecretText, remember_device: bool) -> Answer<SignInStep> {
    app.sign_in().submit_code(code, remember_device).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn poll_method(app: State<'_, App>, remember_device: bool) -> Answer<Option<SignInStep>> {
    app.sign_in().poll_method(remember_device).await.or_fault(&app)
}

/// Whether this computer's authenticator can do the second step.
#[tauri::command]
pub(super) async fn own_code_possible(app: State<'_, App>) -> Answer<bool> {
    Ok(app.sign_in().own_code_possible().await)
}

#[tauri::command]
pub(super) async fn submit_own_code(app: State<'_, App>, remember_device: bool) -> Answer<SignInStep> {
    app.sign_in().submit_own_code(remember_device).await.or_fault(&app)
}

#[tauri::command]
pub(super) async fn cancel_sign_in(app: State<'_, App>) -> Answer<()> {
    app.sign_in().cancel_sign_in().await;
    Ok(())
}

#[tauri::command]
pub(super) async fn sign_out(app: State<'_, App>) -> Answer<()> {
    app.sign_in().sign_out().await;
    Ok(())
}
