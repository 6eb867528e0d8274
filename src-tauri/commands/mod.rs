//! The commands, one file for each page. A command only translates: it decodes, calls one use case, and encodes.

mod access_tokens;
mod activity;
mod administration;
mod app;
mod app_passwords;
mod approvals;
mod authenticator;
mod demo;
mod exporting;
mod hardware_tokens;
mod importing;
#[cfg(test)]
pub(crate) mod list;
mod quick_access;
mod renaming;
mod scan;
mod security_info;
mod sign_in;
mod sign_in_log;
mod token_inventory;
mod vault;

use proofup_app::{App, AppError, view::Fault};
use tauri::{Builder, Runtime, ipc::InvokeBody};

/// The answer of a command.
type Answer<T> = Result<T, Box<Fault>>;

/// Converts an error to a fault with its code.
trait OrFault<T> {
    fn or_fault(self, app: &App) -> Answer<T>;
}

impl<T> OrFault<T> for Result<T, AppError> {
    fn or_fault(self, app: &App) -> Answer<T> {
        self.map_err(|error| Box::new(app.fault(&error)))
    }
}

/// The bytes of a file. They arrive raw, or as a list of numbers if the web view cannot send raw bytes.
fn bytes(body: &InvokeBody) -> Vec<u8> {
    match body {
        InvokeBody::Raw(bytes) => bytes.clone(),
        InvokeBody::Json(json) => serde_json::from_value(json.clone()).unwrap_or_default(),
    }
}

/// Registers every command of `list.rs`.
pub(crate) fn register<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.invoke_handler(tauri::generate_handler![
        activity::activity,
        activity::dismiss_alert,
        activity::register_again,
        activity::sign_out_everywhere_else,
        access_tokens::access_tokens,
        access_tokens::close_access_token,
        access_tokens::copy_access_token,
        access_tokens::create_access_token,
        access_tokens::revoke_access_token,
        administration::act_on_person,
        administration::caller_verification,
        administration::change_people,
        administration::confirm_caller,
        administration::admin_actions,
        administration::admin_sign_ins,
        administration::change_settings,
        administration::overview,
        administration::people,
        administration::person,
        administration::person_sign_ins,
        administration::preview_settings,
        administration::set_person_mail,
        administration::set_person_roles,
        administration::set_person_state,
        administration::settings_details,
        administration::usage_report,
        administration::verify_caller,
        administration::withdraw_bypass,
        app::about,
        app::copy_text,
        app::forget_service_offer,
        app::hold_window,
        app::page_restarted,
        app::page_usable,
        app::quit_app,
        app::refresh,
        app::save_settings,
        app::set_window_theme,
        app::set_window_zoom,
        app::settings,
        app::status,
        app::system_theme,
        app::window_seen,
        app_passwords::app_passwords,
        app_passwords::close_app_password,
        app_passwords::dismiss_refused_app,
        app_passwords::device_setup,
        app_passwords::apple_profile,
        app_passwords::thunderbird_code,
        app_passwords::first_use,
        app_passwords::copy_app_password,
        app_passwords::create_app_password,
        app_passwords::delete_all_app_passwords,
        app_passwords::delete_app_password,
        approvals::activate_device,
        approvals::approvals,
        approvals::cancel_push_setup,
        approvals::copy_push_setup,
        approvals::decide_request,
        approvals::delete_push_device,
        approvals::push_setup_state,
        approvals::remove_device,
        approvals::show_notification,
        approvals::start_push_setup,
        approvals::test_push_device,
        approvals::use_this_computer,
        authenticator::account_picture,
        authenticator::add_account,
        authenticator::add_draft,
        authenticator::authenticator,
        authenticator::clear_account_picture,
        authenticator::codes,
        authenticator::copy_code,
        authenticator::delete_accounts,
        authenticator::discard_draft,
        authenticator::duplicate_accounts,
        authenticator::edit_account,
        authenticator::erase_accounts,
        authenticator::move_account,
        authenticator::next_hotp_code,
        authenticator::pin_accounts,
        authenticator::rename_tag,
        authenticator::restore_accounts,
        authenticator::set_account_picture,
        authenticator::system_clock,
        authenticator::tag_accounts,
        authenticator::trash,
        demo::act_on_call,
        demo::demo_people,
        demo::demo_service_running,
        demo::demo_set_service_running,
        demo::demo_tokens,
        demo::mail_app_sign_in,
        demo::open_demo_phone,
        demo::phone_calls,
        demo::phone_decide,
        demo::phone_messages,
        demo::phone_notifications,
        demo::phone_scan,
        demo::press_phone_key,
        demo::reply_to_message,
        demo::reset_demo,
        demo::stage,
        demo::stage_done,
        demo::stage_feed,
        demo::stage_order,
        hardware_tokens::add_hardware_token,
        hardware_tokens::delete_hardware_token,
        hardware_tokens::resync_hardware_token,
        quick_access::quick_access,
        quick_access::set_session_start,
        quick_access::set_shortcut,
        renaming::forget_trusted_device,
        renaming::rename_app_password,
        renaming::rename_hardware_token,
        renaming::rename_mobile_app,
        renaming::rename_push_device,
        renaming::rename_trusted_device,
        exporting::export_accounts,
        importing::cancel_import,
        importing::open_import,
        importing::take_import,
        importing::undo_import,
        importing::unlock_import,
        scan::account_qr,
        scan::drafts_from_clipboard,
        scan::drafts_from_link,
        scan::drafts_from_opened_link,
        scan::drafts_from_picture,
        scan::drafts_from_screen,
        scan::link_from_clipboard,
        scan::link_from_picture,
        scan::link_from_screen,
        security_info::activate_mobile_app,
        security_info::add_mobile_app_to_this_computer,
        security_info::begin_wizard,
        security_info::cancel_mobile_app,
        security_info::cancel_registration,
        security_info::change_password,
        security_info::complete_registration,
        security_info::copy_setup_link,
        security_info::copy_setup_secret,
        security_info::delete_mobile_app,
        security_info::delete_phone,
        security_info::phone_verified,
        security_info::restore_mfa,
        security_info::security_info,
        security_info::set_preferred,
        security_info::start_mobile_app,
        security_info::start_phone,
        security_info::verify_phone,
        sign_in::cancel_sign_in,
        sign_in::own_code_possible,
        sign_in::poll_method,
        sign_in::sign_in,
        sign_in::sign_out,
        sign_in::start_method,
        sign_in::submit_code,
        sign_in::submit_own_code,
        sign_in_log::blocks,
        sign_in_log::bypasses,
        sign_in_log::check_log,
        sign_in_log::export_sign_ins,
        token_inventory::act_on_token,
        token_inventory::close_token_file,
        token_inventory::import_token_file,
        token_inventory::open_token_file,
        token_inventory::remove_token,
        token_inventory::save_refused_tokens,
        token_inventory::token_inventory,
        token_inventory::unlock_token_file,
        vault::back_up_vault,
        vault::cancel_vault_move,
        vault::choose_folder,
        vault::confirm_recovery_sheet,
        vault::copy_quarantined,
        vault::copy_vault,
        vault::create_vault,
        vault::delete_quarantined,
        vault::dismiss_vault_notices,
        vault::keep_vault_in_keyring,
        vault::lock_vault,
        vault::move_vault,
        vault::note_user_activity,
        vault::preview_vault_backup,
        vault::print_page,
        vault::put_off_vault_copy,
        vault::quarantined_text,
        vault::recovery_sheet,
        vault::remove_vault_from_keyring,
        vault::remove_vault_passphrase,
        vault::restore_vault_backup,
        vault::retry_vault,
        vault::set_vault_passphrase,
        vault::unlock_vault,
        vault::unlock_vault_with_sheet,
        vault::use_vault_folder,
        vault::vault,
        vault::vault_backups,
        vault::vault_health,
    ])
}
