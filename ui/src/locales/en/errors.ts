// What happened, and what to do next, for every code that can reach a person.

export const errors = {
  service_unreachable: {
    title: "The service can't be reached",
    next: 'Check your network connection, and the service address in Settings. Proofup keeps trying.',
  },
  service_not_started: {
    title: "The demo service didn't start",
    detail: 'The system says: {{detail}}.',
    next: 'Try again. If it happens again, restart the app.',
  },
  service_answer_invalid: {
    title: "This address isn't a verification service",
    next: 'Check the service address in Settings.',
  },
  signed_out: {
    title: 'You are signed out',
    next: 'Sign in again.',
  },
  sign_in_over: {
    title: 'This sign-in has ended',
    next: 'Sign in again.',
  },
  service_address_invalid: {
    title: "This isn't a service address",
    reasons: {
      not_a_url: 'It should look like https://verify.example.com.',
      not_https: 'It must start with https://.',
    },
    next: 'Enter the address that your organization gave you.',
  },
  vault_locked: {
    title: 'The authenticator is locked',
    next: 'Unlock it on the Authenticator page.',
  },
  vault_passphrase_needed: {
    title: 'Choose a passphrase first',
    next: 'This computer has no keyring. Set a passphrase on the Authenticator page.',
  },
  vault_key_missing: {
    title: "The key to your accounts wasn't found",
    detail: 'Looked in: {{asked}}.',
    next: 'Unlock your system keyring, then try again. Nothing was deleted.',
  },
  wrong_passphrase: {
    title: 'Wrong passphrase',
    next: 'Try again.',
  },
  passphrase_too_short: {
    title: 'The passphrase is too short',
    next: 'Use at least 8 characters.',
  },
  key_of_another_vault: {
    title: 'This key belongs to another vault',
    detail: 'Expected {{expected}}, found {{found}}.',
    next: 'Restore the data folder that goes with this key, or use the right keyring. Nothing was changed.',
  },
  vault_damaged: {
    title: 'Your vault file is damaged',
    next: 'Restore a backup. Proofup keeps the damaged file.',
  },
  vault_newer: {
    title: 'Your accounts were saved by a newer version of Proofup',
    next: 'Update this app, then try again. Nothing was changed.',
  },
  vault_too_costly: {
    title: 'Opening this file would take too long',
    next: 'It was encrypted with unusually slow settings. Restore a backup, or contact your help desk.',
  },
  vault_busy: {
    title: 'Another program is saving your accounts',
    next: 'Wait a moment, then try again.',
  },
  vault_changed_on_disk: {
    title: 'Another program changed your accounts',
    next: 'Open the Authenticator page again, then make the change once more. Nothing was overwritten.',
  },
  vault_not_saved: {
    title: "Your accounts can't be saved",
    detail: 'The system says: {{detail}}.',
    next: 'Check that the disk has free space and is writable. Nothing was lost.',
  },
  backup_unreadable: {
    title: "This backup can't be read",
    next: 'Choose another backup.',
  },
  vault_second_home_needed: {
    title: 'Keep a second key first',
    next: 'If the keyring of your system is lost, the accounts are lost with it. Print a recovery sheet or set a passphrase under Settings, Vault; then add the account.',
  },
  vault_last_home: {
    title: 'Set up another way to unlock first',
    next: 'Confirm a recovery sheet or set a passphrase. Then you can remove this one.',
  },
  not_a_vault: {
    title: 'This folder has no vault',
    next: 'Choose the folder that contains vault.age. Nothing was changed.',
  },
  folder_taken: {
    title: 'This folder already has a vault',
    next: 'Choose another folder. Proofup never overwrites a vault.',
  },
  move_cancelled: {
    title: 'Cancelled',
    next: 'The vault is still where it was. Nothing was changed.',
  },
  sheet_character: {
    title: 'A recovery sheet has no such character',
    detail: 'Check group {{group}}: {{character}}',
    next: 'A recovery sheet has only letters and digits. Compare this group with the paper.',
  },
  sheet_incomplete: {
    title: 'Part of the recovery sheet is missing',
    detail: 'Check group {{group}}.',
    next: 'Type all fifteen groups. Characters missing: {{missing}}.',
  },
  sheet_too_long: {
    title: 'Too many characters',
    detail: 'Check group {{group}}.',
    next: 'Compare it with the paper. Extra characters: {{extra}}.',
  },
  sheet_mistyped: {
    title: 'A character is mistyped',
    detail: 'Check group {{groups}}.',
    next: 'Compare it with the paper, character by character.',
  },
  sheet_piece_wrong: {
    title: "This doesn't match the recovery sheet",
    detail: 'Check group {{group}}.',
    next: 'Check the printed sheet, or print it again.',
  },
  quarantined_gone: {
    title: 'This entry is no longer there',
    next: 'Open the Authenticator page again to see the current list.',
  },
  folder_not_absolute: {
    title: 'Enter the full path of the folder',
    next: 'It starts with a drive or a slash, for example /home/ann/Documents/Vault.',
  },
  folder_not_text: {
    title: "This folder name can't be used",
    next: "It contains characters that aren't text. Rename the folder, or choose another one.",
  },
  vault_folder_missing: {
    title: 'The vault folder is missing',
    next: 'Connect the USB stick or drive that holds it, then try again. No new vault was created. If you moved the vault, choose its folder under Settings, Vault.',
  },
  keyring_unavailable: {
    title: "The keyring isn't responding",
    detail: 'The system says: {{detail}}.',
    next: 'Start or unlock your system keyring, then try again.',
  },
  link_not_otpauth: {
    title: "This isn't an account link",
    next: 'It must start with otpauth://. Copy the whole link.',
  },
  link_too_long: {
    title: 'The link is too long',
    next: 'Ask the issuer for another link.',
  },
  link_kind_unknown: {
    title: 'The link asks for an unknown kind of code',
    detail: 'Found: {{value}}.',
    next: 'Ask the issuer for another link.',
  },
  link_export_damaged: {
    title: "This export can't be read",
    next: 'Part of it is missing or damaged. Show the QR code in the other app again, then scan it once more.',
  },
  export_value_unknown: {
    title: 'The export contains an unknown kind of entry',
    detail: 'Found: {{field}} {{value}}.',
    next: 'Add this account with its own QR code, or by hand.',
  },
  secret_missing: {
    title: 'The secret key is missing',
    next: 'Copy the whole link, or type the secret key.',
  },
  secret_not_base32: {
    title: "This isn't a secret key",
    detail: 'Wrong character: {{character}}, at position {{position}}.',
    next: 'A secret key contains the letters A to Z and the digits 2 to 7. Correct it and try again.',
  },
  secret_too_long: {
    title: 'The secret key is too long',
    next: 'Correct it and try again.',
  },
  algorithm_unknown: {
    title: 'Unknown algorithm',
    detail: 'Found: {{value}}.',
    next: 'Proofup supports SHA1, SHA256 and SHA512. Ask the issuer for another link.',
  },
  steam_needs_sha1: {
    title: 'Steam codes need SHA1',
    detail: 'Found: {{value}}.',
    next: 'Choose SHA1.',
  },
  digits_out_of_range: {
    title: "This number of digits isn't possible",
    detail: 'Found: {{value}}.',
    next: 'A code has 1 to 9 digits; a Steam code has 5 symbols.',
  },
  period_out_of_range: {
    title: "This time interval isn't possible",
    detail: 'Found: {{value}}.',
    next: 'Use 1 to 86,400 seconds. Most accounts use 30.',
  },
  counter_out_of_range: {
    title: "This counter isn't possible",
    detail: 'Found: {{value}}.',
    next: 'Use 0 or a higher whole number.',
  },
  account_name_empty: {
    title: 'The account needs a name',
    next: 'Enter an issuer or an account name.',
  },
  account_name_too_long: {
    title: 'The name is too long',
    next: 'Use at most 256 characters.',
  },
  account_name_invalid: {
    title: "The name contains characters that can't be shown",
    next: 'Type the name instead of pasting it.',
  },
  note_too_long: {
    title: 'The note is too long',
    next: 'Use at most {{most}} characters.',
  },
  tag_too_long: {
    title: 'The tag is too long',
    next: 'Use at most {{most}} characters.',
  },
  tags_too_many: {
    title: 'Too many tags',
    next: 'An account can have up to {{most}} tags. Remove one first.',
  },
  icon_too_large: {
    title: 'The picture is too large',
    next: 'Choose a picture of at most 10 MB.',
  },
  account_exists: {
    title: 'You already have this account',
    next: 'Use the codes of the one in the list.',
  },
  account_gone: {
    title: 'This account is no longer there',
    next: 'The list now shows what is there.',
  },
  picture_unreadable: {
    title: "This picture can't be read",
    next: 'Choose a PNG or JPEG picture.',
  },
  picture_too_large: {
    title: 'The picture is too large',
    next: 'Crop it to the QR code and try again.',
  },
  picture_too_busy: {
    title: 'Too much in this picture looks like a QR code',
    next: 'Crop it to the QR code and try again.',
  },
  picture_without_qr: {
    title: 'There is no QR code in this picture',
    next: 'Use a sharp picture that shows the whole code with its white edge.',
  },
  picture_text_unreadable: {
    title: "The text of this QR code can't be read",
    next: "It is in an encoding that isn't known. Ask the issuer for the link or the secret key.",
  },
  picture_without_account: {
    title: "The QR code in this picture isn't an account",
    next: 'Use the QR code that the issuer shows for authenticator apps.',
  },
  picture_without_link: {
    title: "The QR code in this picture isn't a link of Proofup",
    next: 'Use the QR code that the setup page or your organization shows.',
  },
  qr_too_long: {
    title: "This account doesn't fit in a QR code",
    next: 'Its names are too long. Shorten them, or export the account as a link.',
  },
  import_unrecognised: {
    title: "This isn't an export file we know",
    next: 'Export the accounts again in the other app, as a file of its own kind or as otpauth links, and choose that file.',
  },
  import_too_large: {
    title: 'The file is too large',
    next: 'An export has at most 64 MB and 20,000 entries. Choose the export itself, not an archive around it.',
  },
  import_password_needed: {
    title: 'The file is encrypted',
    next: 'Enter the password that was chosen when it was exported.',
  },
  import_password_wrong: {
    title: 'This is not the password of the file',
    next: 'Enter the password that was chosen when it was exported. It may differ from the password of the app.',
  },
  import_password_or_damaged: {
    title: 'The password is wrong, or the file is damaged',
    next: 'Try the password again. If it is right, export the accounts once more.',
  },
  import_damaged: {
    title: 'The file is damaged',
    next: 'Part of it is missing or was changed. Export the accounts again and choose the new file.',
  },
  import_version_unsupported: {
    title: 'The file comes from a newer app',
    next: "Its version isn't known here yet. Update Proofup, or export in an older format.",
  },
  import_variant_unsupported: {
    title: "This kind of file can't be opened outside its app",
    next: 'Export again with a password of its own, or without encryption.',
  },
  import_too_costly: {
    title: 'Opening the file would take too much work',
    next: 'It asks for more than any export we know. Export again with the usual settings.',
  },
  import_memory: {
    title: 'Opening the file takes much memory',
    next: 'It needs about {{megabytes}} MB for a few seconds. Close other programs first if memory is short, then go on.',
  },
  import_gone: {
    title: 'The file is no longer open',
    next: 'Choose the file again.',
  },
  import_cancelled: {
    title: 'The import was cancelled',
    next: 'Choose the file again when you want to.',
  },
  import_secret_elsewhere: {
    title: 'The file holds no secret for it',
    next: 'Its secret stays on the phone. Set it up anew at the service.',
  },
  import_entry_damaged: {
    title: 'This entry is damaged',
    next: 'Export again, or set the account up anew at the service.',
  },
  clipboard_without_picture: {
    title: 'There is no picture on the clipboard',
    next: 'Copy a picture that shows the QR code, then try again.',
  },
  screen_unavailable: {
    title: "The screen can't be captured here",
    detail: 'The system says: {{detail}}.',
    next: 'Take a screenshot with your desktop, then choose the file or paste the picture.',
  },
  screen_refused: {
    title: "Capturing the screen wasn't allowed",
    next: 'Try again and allow it, or choose a picture file.',
  },
  draft_gone: {
    title: 'This preview has expired',
    next: 'Read the link or the picture again.',
  },
  setup_gone: {
    title: 'This setup has ended',
    next: 'Generate a new QR code.',
  },
  app_password_gone: {
    title: 'The app password is no longer shown',
    next: 'Delete it and create another one.',
  },
  account_not_hotp: {
    title: "This account's codes change by time",
    next: 'Use the code that is shown.',
  },
  settings_not_saved: {
    title: "The settings can't be saved",
    detail: 'The system says: {{detail}}.',
    next: 'Check that the disk has free space and is writable.',
  },
  shortcut_invalid: {
    title: "These keys can't be a shortcut",
    reasons: {
      no_modifier: "Include Ctrl, Alt or the system key, so that normal typing isn't affected.",
      unknown_key: 'Use letters, digits, function keys or the space bar.',
      reserved: 'Most programs or the desktop itself use these keys.',
    },
    next: 'Press other keys.',
  },
  shortcut_taken: {
    title: 'Another program uses these keys',
    next: 'Press other keys, or free these in the other program first.',
  },
  shortcut_refused: {
    title: "The shortcut wasn't allowed",
    next: 'Choose the keys again, and allow them when your desktop asks.',
  },
  shortcut_unavailable: {
    title: "The shortcut can't be set",
    detail: 'The system says: {{detail}}.',
    next: "In your desktop's settings, set a shortcut for the command proofup-desktop.",
  },
  session_start_not_changed: {
    title: "Starting at sign-in can't be changed",
    detail: 'The system says: {{detail}}.',
    next: "Change it in your desktop's settings, under startup programs.",
  },
  clipboard_unavailable: {
    title: "The clipboard can't be used",
    detail: 'The system says: {{detail}}.',
    next: 'Try again, or type the text instead.',
  },
  app_fault: {
    title: 'Something went wrong in this app',
    next: 'Try again. If it happens again, contact your help desk with the details.',
  },
  invalid_request: {
    title: "The service didn't accept this",
    detail: 'Field: {{field}}.',
    next: 'Check what you typed. This app may also be older or newer than the service.',
  },
  invalid_token: {
    title: 'Your session has ended',
    next: 'Sign in again.',
  },
  insufficient_scope: {
    title: "You can't do this now",
    next: 'Finish setting up your account first, or sign in again.',
  },
  precondition_failed: {
    title: 'Somebody changed this meanwhile',
    next: 'Load it again, then make your change once more.',
  },
  not_found: {
    title: 'This is no longer there',
    next: 'It may have been deleted elsewhere. The page is up to date now.',
  },
  wrong_password: {
    title: "The current password isn't right",
    next: 'Check it, then try again.',
  },
  password_invalid: {
    title: "This password can't be used",
    next: 'Choose another one.',
    reasons: {
      too_short: 'It is shorter than 8 characters.',
      too_long: 'It is longer than 256 characters.',
      too_common: 'It is one of the first that anybody would try.',
      same: 'It is the same as the current one.',
    },
  },
  user_name_taken: {
    title: 'This user name is taken',
    next: 'Choose another user name, or find the person in the list.',
  },
  last_administrator: {
    title: 'This is the last administrator',
    next: 'Make somebody else an administrator first, then try again.',
  },
  administrator_protected: {
    title: 'This is an administrator',
    next: 'The help desk does nothing to administrators. Ask another administrator.',
  },
  own_account: {
    title: 'This is your own account',
    next: 'Use the Security page for your own methods, or ask a colleague.',
  },
  not_blocked: {
    title: 'This person is not blocked',
    next: 'There is nothing to undo. If they still cannot sign in, look at their latest activity.',
  },
  rate_limited: {
    title: 'Too many requests',
    detail: 'You can try again in {{retryAfter}}.',
    next: 'Wait a little, then try again.',
  },
  step_up_required: {
    title: 'Verify again to make this change',
    next: 'Try again, and enter the code when asked.',
  },
  service_unavailable: {
    title: "The service isn't available",
    next: 'Try again in a few minutes.',
  },
  internal_error: {
    title: 'Something went wrong in the service',
    next: 'Try again. If it happens again, contact your help desk with the details.',
  },
  phone_number_invalid: {
    title: "This isn't a phone number",
    reasons: {
      country_code_missing: 'The country code is missing. Choose the country or region.',
      country_code_unknown: 'No country or region uses this code.',
      too_short: 'It has too few digits for this country or region.',
      too_long: 'It has too many digits for this country or region.',
      not_a_number: 'It contains characters that no phone number has.',
      not_in_use: 'No number in this country or region starts like this.',
      opted_out: 'Text messages to it were stopped. Send START to the number they came from, then try again.',
      extension_not_allowed: 'Only an office phone can have an extension.',
    },
    next: 'Correct it and try again.',
  },
  phone_type_exists: {
    title: 'This phone already has a number',
    next: 'Change that number instead.',
  },
  text_not_sent: {
    title: "The text message couldn't be sent",
    next: 'Check the number and try again, or use another method.',
  },
  call_not_placed: {
    title: "The call couldn't be placed",
    next: 'Check the number and try again, or use another method.',
  },
  authentication_phone_needed: {
    title: 'Set up the authentication phone first',
    next: 'Then you can add an alternate authentication phone.',
  },
  alternate_phone_exists: {
    title: 'The alternate authentication phone depends on this one',
    next: 'Delete the alternate authentication phone first.',
  },
  display_name_invalid: {
    title: 'This name is not possible',
    reasons: {
      empty: 'The name is empty.',
      too_long: 'It has more than 64 characters.',
      control_characters: "It holds characters that can't be shown.",
    },
    next: 'Choose another name.',
  },
  method_not_allowed: {
    title: "Your organization doesn't allow this method",
    next: 'Choose another method, or ask your administrator.',
  },
  last_method: {
    title: "Your last method can't be deleted",
    next: "Without it, you couldn't sign in. Add another method first, then delete this one.",
  },
  preferred_method_not_usable: {
    title: "This option can't be your preferred one",
    next: 'Set it up first, or choose another one.',
  },
  oath_limit_reached: {
    title: "You've reached the limit of authenticator apps and hardware tokens",
    detail: 'The limit is {{limit}}.',
    next: 'Delete one first.',
  },
  hardware_token_not_found: {
    title: "This hardware token can't be added",
    next: 'Check the serial number on the back. If it is right, ask your help desk. The token may belong to somebody else.',
  },
  hardware_token_exists: {
    title: 'You already have this hardware token',
    next: 'It is in the list of your hardware tokens.',
  },
  hardware_token_not_valid: {
    title: "This hardware token can't be used now",
    next: "It isn't valid yet, or has expired. Ask your help desk for another one.",
  },
  codes_not_consecutive: {
    title: "These aren't two codes in a row",
    next: 'Enter the code that the token shows, then the next one. Both must be new.',
  },
  token_file_invalid: {
    title: "This file can't be read",
    next: "Check that it is the manufacturer's original list of hardware tokens.",
  },
  incorrect_code: {
    title: "This code isn't right",
    detail_one: '{{triesLeft}} try left.',
    detail_other: '{{triesLeft}} tries left.',
    next: 'Check the code and enter it again.',
  },
  code_expired: {
    title: 'The code has expired',
    next: 'Get a new code and enter it.',
  },
  code_superseded: {
    title: 'A newer code has been sent',
    next: 'Enter the code from the newest message.',
  },
  code_already_used: {
    title: 'This code has already been used',
    next: "Wait for the app's next code, or send a new one.",
  },
  too_many_incorrect_codes: {
    title: 'Too many wrong codes',
    detail: 'You can try again in {{retryAfter}}.',
    next: 'Start again.',
  },
  registration_not_required: {
    title: 'Your account is already set up',
    next: 'Open the Security page to change your methods.',
  },
  registration_incomplete: {
    title: 'No method has been verified yet',
    next: 'Verify a phone or an authenticator app first.',
  },
  app_password_limit_reached: {
    title: "You've reached the limit of app passwords",
    detail: 'The limit is {{limit}}.',
    next: 'Delete one to create another.',
  },
  app_password_name_taken: {
    title: 'You already have an app password with this name',
    next: 'Choose another name.',
  },
  app_password_name_invalid: {
    title: "This name can't be used",
    reasons: {
      empty: 'The name is empty.',
      too_long: 'It has more than 64 characters.',
      control_characters: "It contains characters that can't be shown.",
    },
    next: 'Choose another name.',
  },
  app_passwords_not_allowed: {
    title: "App passwords can't be created",
    reasons: {
      disabled_by_organization: "Your organization doesn't allow app passwords.",
      second_step_not_registered: 'Set up additional security verification first.',
      managed_by_policy: "Your organization's policy asks for a second step and doesn't accept app passwords.",
      modern_sign_in_only: 'This account works only with apps that can ask for a code.',
      limit_reached: "You've reached the limit of app passwords.",
    },
    next: 'Ask your administrator if you need one.',
  },
  invalid_credentials: {
    title: "The user name or password isn't right",
    next: 'Check both and try again.',
  },
  invalid_authentication: {
    title: 'This sign-in has ended',
    next: 'Sign in again.',
  },
  invalid_app_code: {
    title: "This code isn't right",
    next: 'Enter the code that the app shows now. If it keeps failing, check the time on your device.',
  },
  code_not_entered: {
    title: 'No code was entered',
    next: 'Send a new code and use the newest message.',
  },
  activation_code_unknown: {
    title: 'Unknown activation code',
    next: 'Check the code, or generate a new QR code and scan it.',
  },
  activation_code_expired: {
    title: 'This activation code has expired',
    next: 'Generate a new QR code and scan it.',
  },
  activation_code_used: {
    title: 'This activation code has already been used',
    next: 'Each code works for one device. Generate a new QR code for another device.',
  },
  not_an_activated_account: {
    title: 'Authentication request is not for an activated account',
    next: 'Set up this device again: remove the account here, then press Set up and scan the new QR code.',
  },
  decision_not_signed: {
    title: "The service doesn't accept this device's answer",
    next: 'Set up this device again on the Security page.',
  },
  number_mismatch: {
    title: "The number didn't match",
    next: 'This request has ended to protect your account. Start the sign-in again.',
  },
  request_decided: {
    title: 'This request has already been answered',
    next: "If you didn't answer it, change your password and contact your help desk.",
  },
  request_expired: {
    title: 'This request has expired',
    next: 'Start the sign-in again and answer within a minute.',
  },
  in_progress: {
    title: 'Other requests are waiting on your device',
    detail: 'The oldest expires in {{retryAfter}}.',
    next: 'Answer them on your device, or use a different verification option.',
  },
  push_paused: {
    title: 'Notifications are paused',
    detail: 'You can use them again in {{retryAfter}}.',
    next: "Several requests are waiting or weren't approved. Use a different verification option.",
  },
  user_declined: {
    title: 'The request was denied on your device',
    next: 'If that was a mistake, send it again. If somebody else tried to sign in, change your password.',
  },
  push_no_response: {
    title: 'Nobody answered the notification',
    next: 'Send it again, or use a different verification option.',
  },
  activation_invalid: {
    title: "This isn't an activation link",
    next: 'Copy the link, or the code and the URL, from the setup page again.',
  },
  device_key_unavailable: {
    title: "This device's key can't be saved or read",
    next: 'Unlock your system keyring, or your accounts on the Authenticator page, then try again.',
  },
  account_locked: {
    title: 'Too many wrong attempts',
    detail: 'You can try again in {{retryAfter}}.',
    next: 'Wait, then try again, or ask your help desk to end the wait.',
  },
  user_blocked: {
    title: 'Your account is blocked',
    next: 'Contact your help desk.',
  },
  phone_unreachable: {
    title: "Your phone couldn't be reached",
    reasons: {
      busy: 'The line was busy, or the call was declined.',
      no_answer: 'Nobody answered.',
      not_delivered: "The text message couldn't be delivered.",
      opted_out: 'Text messages to this phone were stopped. Send START to the number they came from, then try again.',
      gateway: "Calls and texts can't be sent at the moment.",
    },
    next: 'Use a different verification option.',
  },
  user_not_found: {
    title: "The user name or password isn't right",
    next: 'Check both and try again.',
  },
  duplicate_attempt: {
    title: 'This sign-in was answered twice at the same moment',
    next: 'One answer counted. If you are not signed in now, sign in again.',
  },
  push_not_delivered: {
    title: 'The notification has not reached your device',
    next: "Open the app on your device and check that it's online. Then send the notification again, or use a different verification option.",
  },
  phone_number_invalid_format: {
    title: "This phone number can't be reached in this form",
    next: 'Use a different verification option. Then correct the number on the Security page, or ask your administrator.',
  },
  app_not_activated: {
    title: 'Authentication request is not for an activated account',
    next: 'Use a different verification option. Then set the app up again on the Security page.',
  },
  misconfiguration: {
    title: "Your organization's service can't send texts or calls",
    next: 'Use a different verification option, and tell your help desk with the details.',
  },
  call_went_to_voicemail: {
    title: 'Your voicemail answered the call',
    next: 'Request the call again, answer it yourself and press #.',
  },
  call_hung_up: {
    title: 'The call ended before you pressed #',
    next: 'Request the call again, answer it and press #.',
  },
  fraud_reported: {
    title: 'This sign-in was reported as fraud',
    next: `"It wasn't me" was chosen on one of your devices, so this sign-in has ended. If you chose it by mistake, sign in again; if your account is blocked, ask your help desk to unblock it.`,
  },
  no_methods_registered: {
    title: 'None of your verification methods can be used',
    next: 'Contact your help desk to set one up again.',
  },
  method_disabled: {
    title: 'Your organization turned this method off',
    next: 'Use a different verification option.',
  },
  app_password_invalid: {
    title: "This app password isn't valid",
    next: 'Check it, or create a new one.',
  },
  app_password_required: {
    title: 'This app needs an app password',
    next: 'Create one and enter it instead of your password.',
  },
  service_error: {
    title: 'Something went wrong in the service',
    next: 'Try again. If it happens again, contact your help desk with the details.',
  },
  vault_already_there: {
    title: 'There are already accounts here',
    next: 'Unlock them with their passphrase. Nothing was overwritten.',
  },
  passphrase_unavailable: {
    title: "The passphrase can't be read",
    detail: 'The system says: {{detail}}.',
    next: 'Check the file or command that is configured for it, then try again.',
  },
  key_file_damaged: {
    title: 'The key file for your accounts is damaged',
    next: 'Restore the data folder from a computer backup, or unlock the keyring and try again. Nothing was deleted.',
  },
  code_not_shown: {
    title: 'This code is no longer shown',
    next: 'Copy the code that is shown now.',
  },
}
