// Generated from the Rust types by `make types`. Do not edit.

export const authenticationModes = [
  "password",
  "app_password",
  "text_message",
  "software_oath",
  "remembered_device",
] as const;

export const signInResults = [
  "completed",
  "not_required",
  "registration_prompted",
  "skipped_remembered_device",
  "skipped_app_password",
  "skipped_one_time_bypass",
  "denied",
] as const;

export const signInKinds = [
  "all",
  "signIns",
  "denied",
  "oldApps",
] as const;

export const localFaults = [
  "service_unreachable",
  "service_answer_invalid",
  "signed_out",
  "sign_in_over",
  "service_address_invalid",
  "vault_locked",
  "vault_passphrase_needed",
  "vault_already_there",
  "vault_key_missing",
  "wrong_passphrase",
  "passphrase_unavailable",
  "passphrase_too_short",
  "key_of_another_vault",
  "key_file_damaged",
  "vault_damaged",
  "vault_newer",
  "vault_too_costly",
  "vault_busy",
  "vault_changed_on_disk",
  "vault_not_saved",
  "backup_unreadable",
  "keyring_unavailable",
  "link_not_otpauth",
  "link_too_long",
  "link_kind_unknown",
  "link_is_google_export",
  "secret_missing",
  "secret_not_base32",
  "secret_too_long",
  "algorithm_unknown",
  "steam_needs_sha1",
  "digits_out_of_range",
  "period_out_of_range",
  "counter_out_of_range",
  "account_name_empty",
  "account_name_too_long",
  "account_name_invalid",
  "account_exists",
  "account_gone",
  "picture_unreadable",
  "picture_too_large",
  "picture_too_busy",
  "picture_without_qr",
  "picture_without_account",
  "draft_gone",
  "setup_gone",
  "app_password_gone",
  "account_not_hotp",
  "code_not_shown",
  "settings_not_saved",
  "clipboard_unavailable",
  "app_fault",
] as const;

export const errorCodes = [
  "invalid_request",
  "invalid_token",
  "insufficient_scope",
  "user_name_taken",
  "not_found",
  "rate_limited",
  "step_up_required",
  "service_unavailable",
  "internal_error",
  "phone_number_invalid",
  "phone_type_exists",
  "text_not_sent",
  "method_not_allowed",
  "last_method",
  "preferred_method_not_usable",
  "oath_limit_reached",
  "incorrect_code",
  "code_expired",
  "code_superseded",
  "code_already_used",
  "too_many_incorrect_codes",
  "registration_not_required",
  "registration_incomplete",
  "app_password_limit_reached",
  "app_password_name_taken",
  "app_password_name_invalid",
  "app_passwords_not_allowed",
] as const;

export const denialReasons = [
  "invalid_credentials",
  "invalid_authentication",
  "incorrect_code",
  "invalid_app_code",
  "code_already_used",
  "code_expired",
  "code_superseded",
  "code_not_entered",
  "too_many_incorrect_codes",
  "account_locked",
  "user_blocked",
  "phone_unreachable",
  "no_methods_registered",
  "method_disabled",
  "app_password_invalid",
  "app_password_required",
  "service_error",
] as const;

export const phoneNumberFaults = [
  "country_code_missing",
  "country_code_unknown",
  "too_short",
  "too_long",
  "not_a_number",
  "not_in_use",
  "extension_not_allowed",
] as const;

export const appPasswordsUnavailable = [
  "disabled_by_organization",
  "second_step_not_registered",
  "managed_by_policy",
  "modern_sign_in_only",
  "limit_reached",
] as const;

export const registrationReasons = [
  "admin_enabled",
  "method_disabled",
  "reregistration_required",
  "registers_anew",
] as const;

export const draftWarnings = [
  "issuer_differs",
  "counter_missing",
  "secret_length_odd",
  "name_not_utf8",
] as const;

export const demoStories = [
  "not_registered",
  "registered",
  "at_the_limit",
  "method_switched_off",
  "administrator",
] as const;
