//! The contract of each command: its arguments by name, and its answer or the code of its fault.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tauri::ipc::InvokeBody;

use super::shell::Shell;
use crate::commands::list::{DEMO_PHONE_COMMANDS, MAIL_APP_COMMANDS, MAIN_COMMANDS, PANEL_COMMANDS};

/// The result of a command.
enum Comes {
    /// This answer; for an object, at least these fields.
    To(Value),
    /// A fault with this code.
    Short(&'static str),
}

use Comes::{Short, To};

/// Every command with arguments as the page sends them. In this shell no person is signed in and no vault is open.
fn contract() -> Vec<(&'static str, Value, Comes)> {
    let account = "0199a6a0-0000-7000-8000-000000000000";
    let typed = json!({ "issuer": "GitHub", "account": "ann", "secret": "GEZDGNBVGY3TQOJQ", "kind": "totp",
        "algorithm": "SHA1", "digits": 6, "period": 30, "counter": 0 });
    let phone = json!({ "phoneType": "mobile", "phoneNumber": "+1 4255550101", "verifyBy": "sms" });
    let activation = json!({ "id": "a", "code": "123456", "displayName": "Pixel 9", "replaces": null });
    let link = "otpauth://totp/GitHub:ann?secret=GEZDGNBVGY3TQOJQ&issuer=GitHub";
    vec![
        // app.rs
        ("status", json!({}), To(json!({ "connection": "signedOut", "vault": { "state": "passphraseNeeded" } }))),
        ("refresh", json!({}), To(json!({ "connection": "signedOut", "demo": false }))),
        (
            "settings",
            json!({}),
            To(json!({ "language": null, "theme": "system", "serviceAddress": "http://127.0.0.1:9" })),
        ),
        (
            "save_settings",
            json!({ "settings": { "language": "nl", "theme": "dark", "serviceAddress": "" } }),
            To(json!({ "language": "nl", "theme": "dark" })),
        ),
        ("about", json!({}), To(json!({ "version": "0.0.0", "keyring": { "state": "off" } }))),
        ("forget_service_offer", json!({}), To(Value::Null)),
        ("hold_window", json!({ "held": false }), To(Value::Null)),
        ("quit_app", json!({}), To(Value::Null)),
        ("page_restarted", json!({}), To(json!(false))),
        ("page_usable", json!({}), To(Value::Null)),
        ("window_seen", json!({ "seen": true }), To(Value::Null)),
        ("set_window_theme", json!({ "theme": "system" }), To(Value::Null)),
        ("set_window_zoom", json!({ "percent": 110 }), To(Value::Null)),
        ("system_theme", json!({}), To(json!("light"))),
        ("copy_text", json!({ "text": "https://contoso.example" }), To(Value::Null)),
        // sign_in.rs
        ("sign_in", json!({ "userName": "ann@contoso.example", "password": "x" }), Short("service_unreachable")),
        ("start_method", json!({ "methodId": "m" }), Short("sign_in_over")),
        ("submit_code", json!({ "code": "123456", "rememberDevice": true }), Short("sign_in_over")),
        ("poll_method", json!({ "rememberDevice": false }), Short("sign_in_over")),
        ("own_code_possible", json!({}), To(json!(false))),
        ("submit_own_code", json!({ "rememberDevice": false }), Short("sign_in_over")),
        ("cancel_sign_in", json!({}), To(Value::Null)),
        ("sign_out", json!({}), To(Value::Null)),
        // security_info.rs
        ("security_info", json!({}), Short("signed_out")),
        ("start_phone", phone, Short("signed_out")),
        ("verify_phone", json!({ "verificationId": "v", "code": "123456" }), Short("signed_out")),
        ("phone_verified", json!({ "verificationId": "v" }), Short("signed_out")),
        ("delete_phone", json!({ "phoneType": "alternateMobile" }), Short("signed_out")),
        ("start_mobile_app", json!({}), Short("signed_out")),
        ("activate_mobile_app", activation, Short("signed_out")),
        ("add_mobile_app_to_this_computer", json!({ "id": "a", "replaces": "b" }), Short("setup_gone")),
        ("cancel_mobile_app", json!({ "id": "a" }), Short("signed_out")),
        ("copy_setup_secret", json!({ "id": "a" }), Short("setup_gone")),
        ("copy_setup_link", json!({ "id": "a" }), Short("setup_gone")),
        ("delete_mobile_app", json!({ "methodId": "a" }), Short("signed_out")),
        // hardware_tokens.rs
        (
            "add_hardware_token",
            json!({ "serialNumber": "1", "code": "123456", "displayName": "Key ring" }),
            Short("signed_out"),
        ),
        (
            "resync_hardware_token",
            json!({ "id": "a", "firstCode": "123456", "secondCode": "234567" }),
            Short("signed_out"),
        ),
        ("delete_hardware_token", json!({ "id": "a" }), Short("signed_out")),
        // renaming.rs
        ("rename_mobile_app", json!({ "id": "a", "displayName": "Tablet" }), Short("signed_out")),
        ("rename_push_device", json!({ "id": "a", "displayName": "Tablet" }), Short("signed_out")),
        ("rename_hardware_token", json!({ "id": "a", "displayName": "Key ring" }), Short("signed_out")),
        ("rename_trusted_device", json!({ "id": "a", "displayName": "Laptop" }), Short("signed_out")),
        ("rename_app_password", json!({ "id": "a", "displayName": "Laptop" }), Short("signed_out")),
        ("forget_trusted_device", json!({ "id": "a" }), Short("signed_out")),
        // security_info.rs, the rest
        ("set_preferred", json!({ "method": "oath" }), Short("signed_out")),
        ("restore_mfa", json!({}), Short("signed_out")),
        (
            "change_password",
            json!({ "currentPassword": "a", "newPassword": "b", "deleteAppPasswords": true }),
            Short("signed_out"),
        ),
        ("begin_wizard", json!({}), Short("signed_out")),
        ("complete_registration", json!({}), Short("signed_out")),
        ("cancel_registration", json!({}), Short("signed_out")),
        // administration.rs
        ("people", json!({ "request": { "search": "ann", "state": "enabled", "top": 100 } }), Short("signed_out")),
        ("person", json!({ "upn": "ann@contoso.example" }), Short("signed_out")),
        ("person_sign_ins", json!({ "upn": "ann@contoso.example" }), Short("signed_out")),
        (
            "set_person_state",
            json!({ "upn": "ann@contoso.example", "state": "enabled", "reason": null }),
            Short("signed_out"),
        ),
        (
            "set_person_mail",
            json!({ "upn": "ann@contoso.example", "mail": "ann@mail.example", "language": "nl" }),
            Short("signed_out"),
        ),
        (
            "act_on_person",
            json!({ "upn": "ann@contoso.example", "action": "unlock", "reason": "called", "seconds": null, "withoutVerification": false }),
            Short("signed_out"),
        ),
        (
            "change_people",
            json!({
                "request": { "action": "enable", "users": ["ann@contoso.example"], "bulkId": "bulk-of-a-test", "reason": null },
                "dryRun": true,
            }),
            Short("signed_out"),
        ),
        ("withdraw_bypass", json!({ "upn": "ann@contoso.example" }), Short("signed_out")),
        (
            "set_person_roles",
            json!({ "upn": "ann@contoso.example", "roles": ["helpDesk"], "reason": null }),
            Short("signed_out"),
        ),
        ("admin_sign_ins", json!({ "request": { "kind": "denied", "top": 100 } }), Short("signed_out")),
        // access_tokens.rs
        ("access_tokens", json!({}), Short("signed_out")),
        (
            "create_access_token",
            json!({ "displayName": "SIEM", "scopes": ["signIns.read"], "expiresInDays": 90 }),
            Short("signed_out"),
        ),
        ("copy_access_token", json!({ "id": "t" }), Short("access_token_gone")),
        ("close_access_token", json!({ "id": "t" }), To(Value::Null)),
        ("revoke_access_token", json!({ "id": "t" }), Short("signed_out")),
        // sign_in_log.rs
        (
            "export_sign_ins",
            json!({ "request": { "kind": "denied" }, "format": "csv", "folder": "relative" }),
            Short("folder_not_absolute"),
        ),
        ("check_log", json!({ "after": null }), Short("signed_out")),
        ("bypasses", json!({}), Short("signed_out")),
        ("blocks", json!({ "request": { "state": "open" } }), Short("signed_out")),
        // token_inventory.rs
        ("token_inventory", json!({ "request": { "search": "T-1", "status": "assigned" } }), Short("signed_out")),
        (
            "act_on_token",
            json!({ "id": "t", "action": "assign", "body": { "userPrincipalName": "ann@contoso.example" } }),
            Short("signed_out"),
        ),
        ("remove_token", json!({ "id": "t" }), Short("signed_out")),
        ("open_token_file", json!([104, 105]), Short("signed_out")),
        ("unlock_token_file", json!({ "secret": "password", "text": "x" }), Short("signed_out")),
        ("import_token_file", json!({}), Short("signed_out")),
        ("save_refused_tokens", json!({ "folder": "relative" }), Short("folder_not_absolute")),
        ("close_token_file", json!({}), To(Value::Null)),
        // administration.rs
        ("settings_details", json!({}), Short("signed_out")),
        ("preview_settings", json!({ "changes": { "blockDays": 30 } }), Short("signed_out")),
        ("change_settings", json!({ "version": 1, "changes": { "blockDays": null } }), Short("signed_out")),
        ("overview", json!({}), Short("signed_out")),
        (
            "verify_caller",
            json!({
                "upn": "ann@contoso.example",
                "request": { "way": "text", "methodId": "p", "acts": ["oneTimeBypass"] },
            }),
            Short("signed_out"),
        ),
        ("caller_verification", json!({ "upn": "ann@contoso.example", "id": "v" }), Short("signed_out")),
        ("confirm_caller", json!({ "upn": "ann@contoso.example", "id": "v", "word": "lemon" }), Short("signed_out")),
        ("usage_report", json!({}), Short("signed_out")),
        ("admin_actions", json!({ "request": { "user": "ann@contoso.example" } }), Short("signed_out")),
        // activity.rs
        ("activity", json!({ "kind": "denied", "after": null }), Short("signed_out")),
        ("sign_out_everywhere_else", json!({}), Short("signed_out")),
        ("register_again", json!({}), Short("signed_out")),
        // app_passwords.rs
        ("app_passwords", json!({}), Short("signed_out")),
        ("create_app_password", json!({ "displayName": "Laptop" }), Short("signed_out")),
        ("copy_app_password", json!({ "id": "a" }), Short("app_password_gone")),
        ("close_app_password", json!({ "id": "a" }), To(Value::Null)),
        ("device_setup", json!({}), Short("signed_out")),
        ("apple_profile", json!({ "id": "a" }), Short("app_password_gone")),
        ("thunderbird_code", json!({ "id": "a" }), Short("app_password_gone")),
        ("first_use", json!({ "id": "a" }), Short("app_password_gone")),
        ("dismiss_alert", json!({ "id": "a" }), To(Value::Null)),
        ("dismiss_refused_app", json!({ "id": "a" }), To(Value::Null)),
        ("delete_app_password", json!({ "id": "a" }), Short("signed_out")),
        ("delete_all_app_passwords", json!({}), Short("signed_out")),
        // approvals.rs
        ("approvals", json!({}), To(json!({ "requests": [], "accounts": [] }))),
        ("decide_request", json!({ "id": "r", "choice": "approve", "number": "42" }), Short("request_expired")),
        ("activate_device", json!({ "code": "proofup://activate?code=k7mf", "url": "" }), Short("activation_invalid")),
        ("remove_device", json!({ "id": "d" }), To(Value::Null)),
        ("show_notification", json!({ "title": "Approve sign-in?", "text": "ann" }), To(Value::Null)),
        ("start_push_setup", json!({ "replaces": null }), Short("signed_out")),
        ("push_setup_state", json!({ "id": "d" }), Short("signed_out")),
        ("test_push_device", json!({ "id": "d" }), Short("signed_out")),
        ("cancel_push_setup", json!({ "id": "d" }), Short("signed_out")),
        ("use_this_computer", json!({ "id": "d" }), Short("setup_gone")),
        ("copy_push_setup", json!({ "id": "d", "part": "link" }), Short("setup_gone")),
        ("delete_push_device", json!({ "id": "d" }), Short("signed_out")),
        // quick_access.rs
        (
            "quick_access",
            json!({}),
            To(
                json!({ "noSessionStart": "demo", "noShortcut": "no_display", "startsWithSession": false, "heldKeys": null }),
            ),
        ),
        ("set_session_start", json!({ "on": true }), Short("session_start_not_changed")),
        ("set_shortcut", json!({ "shortcut": "P" }), Short("shortcut_invalid")),
        // authenticator.rs
        ("authenticator", json!({}), Short("vault_passphrase_needed")),
        ("codes", json!({ "ids": [account] }), Short("vault_passphrase_needed")),
        ("next_hotp_code", json!({ "id": account }), Short("vault_passphrase_needed")),
        ("copy_code", json!({ "id": account, "next": false }), Short("vault_passphrase_needed")),
        ("add_draft", json!({ "draftId": "d", "issuer": "GitHub", "account": "ann" }), Short("draft_gone")),
        ("discard_draft", json!({ "draftId": "d" }), To(Value::Null)),
        ("add_account", json!({ "account": typed }), Short("vault_passphrase_needed")),
        (
            "edit_account",
            json!({ "id": account, "edit": { "issuer": "a", "account": "b", "note": "", "tags": ["work"] } }),
            Short("vault_passphrase_needed"),
        ),
        ("pin_accounts", json!({ "ids": [account], "pinned": true }), Short("vault_passphrase_needed")),
        ("tag_accounts", json!({ "ids": [account], "add": ["work"], "remove": [] }), Short("vault_passphrase_needed")),
        ("rename_tag", json!({ "from": "work", "to": null }), Short("vault_passphrase_needed")),
        ("move_account", json!({ "id": account, "before": null }), Short("vault_passphrase_needed")),
        ("duplicate_accounts", json!({}), Short("vault_passphrase_needed")),
        ("delete_accounts", json!({ "ids": ["none"] }), Short("account_gone")),
        ("restore_accounts", json!({ "ids": ["none"] }), Short("account_gone")),
        ("trash", json!({}), Short("vault_passphrase_needed")),
        ("erase_accounts", json!({ "ids": ["none"] }), Short("account_gone")),
        ("account_picture", json!({ "id": account }), Short("vault_passphrase_needed")),
        ("set_account_picture", json!([1, 2, 3]), Short("account_gone")),
        ("clear_account_picture", json!({ "id": account }), Short("vault_passphrase_needed")),
        ("system_clock", json!({}), To(json!({}))),
        // exporting.rs
        (
            "export_accounts",
            json!({ "kind": "links", "ids": null, "password": null, "folder": "relative" }),
            Short("folder_not_absolute"),
        ),
        // importing.rs
        ("open_import", json!([104, 105]), Short("import_unrecognised")),
        ("unlock_import", json!({ "password": "x", "muchMemory": false }), Short("import_unrecognised")),
        ("cancel_import", json!({}), To(Value::Null)),
        ("take_import", json!({ "chosen": [1] }), Short("import_gone")),
        ("undo_import", json!({}), Short("import_gone")),
        // scan.rs
        ("drafts_from_link", json!({ "link": link }), To(json!({ "refused": [], "exports": [] }))),
        // "GIF", from a web view that cannot send bytes.
        ("drafts_from_picture", json!([71, 73, 70]), Short("picture_unreadable")),
        ("drafts_from_clipboard", json!({}), Short("clipboard_without_picture")),
        ("drafts_from_opened_link", json!({}), Short("draft_gone")),
        ("drafts_from_screen", json!({}), Short("screen_unavailable")),
        ("link_from_picture", json!([71, 73, 70]), Short("picture_unreadable")),
        ("link_from_clipboard", json!({}), Short("clipboard_without_picture")),
        ("link_from_screen", json!({}), Short("screen_unavailable")),
        ("account_qr", json!({ "id": account, "passphrase": null }), Short("vault_key_missing")),
        // vault.rs
        ("unlock_vault", json!({ "passphrase": "correct horse" }), Short("vault_key_missing")),
        ("create_vault", json!({ "passphrase": "short" }), Short("passphrase_too_short")),
        ("retry_vault", json!({}), To(Value::Null)),
        ("vault_backups", json!({}), Short("vault_passphrase_needed")),
        ("back_up_vault", json!({}), Short("vault_passphrase_needed")),
        ("restore_vault_backup", json!({ "name": "vault-20260101-000000Z.age" }), Short("vault_passphrase_needed")),
        ("lock_vault", json!({}), To(Value::Null)),
        ("vault", json!({}), To(json!({ "moved": false, "keyStorage": null, "newestBackup": null }))),
        (
            "vault_health",
            json!({}),
            To(json!({ "notices": [], "keyringAlone": false, "copyDue": false, "copied": null })),
        ),
        ("unlock_vault_with_sheet", json!({ "sheet": "AGE" }), Short("sheet_incomplete")),
        ("note_user_activity", json!({}), To(Value::Null)),
        ("set_vault_passphrase", json!({ "passphrase": "short" }), Short("passphrase_too_short")),
        ("remove_vault_passphrase", json!({}), Short("vault_passphrase_needed")),
        ("keep_vault_in_keyring", json!({}), Short("vault_passphrase_needed")),
        ("remove_vault_from_keyring", json!({}), Short("vault_passphrase_needed")),
        ("recovery_sheet", json!({ "passphrase": null }), Short("vault_passphrase_needed")),
        ("confirm_recovery_sheet", json!({ "pieces": ["QQQQ"] }), Short("vault_passphrase_needed")),
        ("print_page", json!({}), To(Value::Null)),
        ("move_vault", json!({ "folder": "Documents" }), Short("folder_not_absolute")),
        ("choose_folder", json!({ "title": "Move to another folder" }), To(Value::Null)),
        ("copy_vault", json!({ "folder": "/nowhere" }), Short("vault_passphrase_needed")),
        ("put_off_vault_copy", json!({}), To(Value::Null)),
        ("use_vault_folder", json!({ "folder": "/nowhere" }), Short("not_a_vault")),
        ("cancel_vault_move", json!({}), To(Value::Null)),
        ("preview_vault_backup", json!({ "name": "vault-20260101-000000Z.age" }), Short("vault_passphrase_needed")),
        ("dismiss_vault_notices", json!({}), Short("vault_passphrase_needed")),
        ("quarantined_text", json!({ "id": "a" }), Short("vault_passphrase_needed")),
        ("copy_quarantined", json!({ "id": "a" }), Short("vault_passphrase_needed")),
        ("delete_quarantined", json!({ "id": "a" }), Short("vault_passphrase_needed")),
        // demo.rs, without a demo
        ("open_demo_phone", json!({}), To(Value::Null)),
        ("demo_people", json!({}), To(json!([]))),
        ("demo_service_running", json!({}), To(json!(false))),
        ("demo_set_service_running", json!({ "running": true }), To(Value::Null)),
        ("stage", json!({}), To(json!({ "choosing": false, "playing": null }))),
        ("stage_order", json!({ "order": { "ask": "cards" } }), To(Value::Null)),
        ("stage_feed", json!({}), To(json!([]))),
        ("stage_done", json!({ "done": { "id": 1, "begun": false, "done": true, "text": null } }), To(Value::Null)),
        ("reset_demo", json!({}), To(Value::Null)),
    ]
}

/// Whether an answer matches; an object may have more fields.
fn holds(answer: &Value, wanted: &Value) -> bool {
    match wanted.as_object() {
        Some(fields) => fields.iter().all(|(name, value)| answer.get(name) == Some(value)),
        None => answer == wanted,
    }
}

#[test]
fn every_command_of_the_pages_keeps_its_contract() {
    let shell = Shell::new();
    for (command, arguments, comes) in contract() {
        let answer = shell.call("main", command, InvokeBody::Json(arguments));
        match (comes, answer) {
            (To(wanted), Ok(answer)) => assert!(holds(&answer, &wanted), "{command}: {answer}"),
            (Short(code), Err(fault)) => {
                assert_eq!(fault["code"], code, "{command}: {fault}");
                assert!(fault["params"].is_object(), "{command}: {fault}");
                assert!(fault.get("correlationId").is_some(), "{command}: {fault}");
                assert!(fault["time"].as_i64().is_some_and(|time| time > 0), "{command}: {fault}");
            }
            (To(_), Err(fault)) => panic!("{command} came short: {fault}"),
            (Short(code), Ok(answer)) => panic!("{command} did not come to {code}: {answer}"),
        }
    }
}

#[test]
fn every_command_has_a_contract() {
    let told: BTreeSet<_> = contract().into_iter().map(|(command, ..)| command).collect();
    assert_eq!(told, MAIN_COMMANDS.iter().copied().collect());
}

#[test]
fn the_demo_phone_can_call_its_own_commands() {
    let shell = Shell::new();
    let messages = shell.call("demo-phone", "phone_messages", InvokeBody::Json(json!({})));
    assert_eq!(messages, Ok(json!([])));
    for command in DEMO_PHONE_COMMANDS {
        let arguments = json!({
            "text": "123456", "theme": "system", "id": "1", "action": "answer", "key": "#", "choice": "deny", "number": null,
            "done": { "id": 1, "begun": false, "done": true, "text": null }
        });
        let answer = shell.call("demo-phone", command, InvokeBody::Json(arguments));
        assert!(answer.is_ok(), "{command}: {answer:?}");
    }
}

#[test]
fn the_panel_and_the_mail_app_can_call_their_own_commands() {
    let shell = Shell::new();
    for (label, own) in [("panel", PANEL_COMMANDS), ("mail-app", MAIL_APP_COMMANDS)] {
        for command in own {
            let arguments = json!({
                "theme": "system", "name": "ann@contoso.example", "password": "x", "order": { "ask": "next" },
                "done": { "id": 1, "begun": false, "done": true, "text": null }
            });
            let answer = shell.call(label, command, InvokeBody::Json(arguments));
            assert!(answer.is_ok(), "{label}, {command}: {answer:?}");
        }
    }
}

#[test]
fn a_picture_arrives_as_bytes() {
    let shell = Shell::new();
    let fault = shell.call("main", "drafts_from_picture", InvokeBody::Raw(b"no picture".to_vec())).unwrap_err();
    assert_eq!(fault["code"], "picture_unreadable");
}

#[test]
fn arguments_have_the_names_that_the_pages_use() {
    let shell = Shell::new();
    let refused = shell.call("main", "sign_in", InvokeBody::Json(json!({ "user_name": "a", "password": "b" })));
    assert!(refused.unwrap_err().to_string().contains("userName"));
}
