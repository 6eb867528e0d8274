// What happened, and what to do next, for every code that can reach a person.

export const errors = {
  service_unreachable: {
    title: "The service can't be reached",
    next: 'Check your network and, in Settings, the service address. The app tries again by itself.',
  },
  service_not_started: {
    title: "The demo's service did not start",
    detail: 'The system says: {{detail}}.',
    next: 'Try again. If it happens again, restart the app.',
  },
  service_answer_invalid: {
    title: 'Something else answers at the service address',
    next: 'Check the service address in Settings.',
  },
  signed_out: {
    title: 'You are signed out',
    next: 'Sign in again.',
  },
  sign_in_over: {
    title: 'This sign-in is over',
    next: 'Sign in again.',
  },
  service_address_invalid: {
    title: 'This is not a service address',
    reasons: {
      not_a_url: 'It must look like https://verify.example.com.',
      not_https: 'It must begin with https://.',
    },
    next: 'Enter it as your organization gave it to you.',
  },
  vault_locked: {
    title: 'The authenticator is locked',
    next: 'Unlock it on the Authenticator page.',
  },
  vault_passphrase_needed: {
    title: 'Choose a passphrase first',
    next: 'Do it on the Authenticator page: this computer has no keyring.',
  },
  vault_key_missing: {
    title: 'The key to your accounts was not found',
    detail: 'Asked: {{asked}}.',
    next: 'Unlock the keyring of your system, then try again. Nothing was deleted.',
  },
  wrong_passphrase: {
    title: 'This is not the passphrase',
    next: 'Try again.',
  },
  passphrase_too_short: {
    title: 'The passphrase is too short',
    next: 'Use at least eight characters.',
  },
  key_of_another_vault: {
    title: 'This key belongs to other accounts',
    detail: 'Expected {{expected}}, found {{found}}.',
    next: 'Restore the data folder that belongs to it, or use the right keyring. Nothing was changed.',
  },
  vault_damaged: {
    title: 'The file with your accounts is damaged',
    next: 'Restore a backup. The damaged file is kept.',
  },
  vault_newer: {
    title: 'Your accounts were saved by a newer Proofup',
    next: 'Update this app, then open it again. Nothing was changed.',
  },
  vault_too_costly: {
    title: 'Opening this file would take too long',
    next: 'It was made with settings far beyond the usual. Restore a backup, or contact your help desk.',
  },
  vault_busy: {
    title: 'Another program is saving your accounts',
    next: 'Wait a moment, then try again.',
  },
  vault_changed_on_disk: {
    title: 'Your accounts were changed by another program',
    next: 'Open the Authenticator page again, then repeat the change. Nothing was overwritten.',
  },
  vault_not_saved: {
    title: "Your accounts can't be saved",
    detail: 'The system says: {{detail}}.',
    next: 'Check that the disk has space and can be written. Nothing was lost.',
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
    title: 'The key needs another place first',
    next: 'Print a recovery sheet and give a piece of it back, or set a passphrase. Then this one can be removed.',
  },
  not_a_vault: {
    title: 'There is no vault in this folder',
    next: 'Choose the folder that holds the file vault.age. Nothing was changed.',
  },
  folder_taken: {
    title: 'There is a vault in this folder already',
    next: 'Choose another folder, so that neither vault is overwritten.',
  },
  move_cancelled: {
    title: 'Cancelled',
    next: 'The vault is where it was. Nothing was changed.',
  },
  sheet_character: {
    title: 'A sign does not belong there',
    detail: 'Look at group {{group}}: {{character}}',
    next: 'A recovery sheet has letters and digits alone. Compare this group with the paper.',
  },
  sheet_incomplete: {
    title: 'Some of the sheet is missing',
    detail: 'Look at group {{group}}.',
    next: 'Type all fifteen groups. Missing signs: {{missing}}.',
  },
  sheet_too_long: {
    title: 'There are too many signs',
    detail: 'Look at group {{group}}.',
    next: 'Compare with the paper. Signs too many: {{extra}}.',
  },
  sheet_mistyped: {
    title: 'A sign is mistyped',
    detail: 'Look at group {{groups}}.',
    next: 'Compare it with the paper, sign by sign.',
  },
  sheet_piece_wrong: {
    title: 'This is not what stands on the sheet',
    detail: 'Look at group {{group}}.',
    next: 'Look at the printed sheet again, or print it once more.',
  },
  quarantined_gone: {
    title: 'This entry is no longer there',
    next: 'Open the Authenticator page again to see what there is.',
  },
  folder_not_absolute: {
    title: 'Type the whole path of the folder',
    next: 'It begins with the drive or with a slash, for example /home/ann/Documents/Vault.',
  },
  folder_not_text: {
    title: 'The name of this folder cannot be used',
    next: 'It holds characters that are not text. Rename the folder, or choose another one.',
  },
  vault_folder_missing: {
    title: 'The folder of the vault is not there',
    next: 'Plug in the stick or connect the drive that it is on, then try again. Nothing new was begun. If the vault is somewhere else now, choose its folder under Settings, Vault.',
  },
  keyring_unavailable: {
    title: 'The keyring does not answer',
    detail: 'The system says: {{detail}}.',
    next: 'Unlock or start the keyring of your system, then try again.',
  },
  link_not_otpauth: {
    title: 'This is not a link to an account',
    next: 'It must begin with otpauth://. Copy the whole link.',
  },
  link_too_long: {
    title: 'The link is too long',
    next: 'Ask whoever gave you the link for another one.',
  },
  link_kind_unknown: {
    title: 'The link asks for a kind of code that is not known',
    detail: 'Found: {{value}}.',
    next: 'Ask whoever gave you the link for another one.',
  },
  link_export_damaged: {
    title: "This export can't be read",
    next: 'It is cut or damaged. Show the QR code again in the other app, then scan it once more.',
  },
  export_value_unknown: {
    title: 'An entry of the export is of a kind that is not known',
    detail: 'Found: {{field}} {{value}}.',
    next: 'Add this account by its own QR code or by hand.',
  },
  secret_missing: {
    title: 'The secret key is missing',
    next: 'Copy the whole link, or type the secret key.',
  },
  secret_not_base32: {
    title: 'This is not a secret key',
    detail: 'Wrong character: {{character}}, at position {{position}}.',
    next: 'A secret key holds the letters A to Z and the digits 2 to 7. Correct it and try again.',
  },
  secret_too_long: {
    title: 'The secret key is too long',
    next: 'Correct it and try again.',
  },
  algorithm_unknown: {
    title: 'This algorithm is not known',
    detail: 'Found: {{value}}.',
    next: 'Codes can be made with SHA1, SHA256 and SHA512. Ask the issuer for another link.',
  },
  steam_needs_sha1: {
    title: 'Steam codes are made with SHA1 alone',
    detail: 'Found: {{value}}.',
    next: 'Choose SHA1.',
  },
  digits_out_of_range: {
    title: 'This number of digits is not possible',
    detail: 'Found: {{value}}.',
    next: 'A code has 1 to 9 digits; a Steam code has 5 symbols.',
  },
  period_out_of_range: {
    title: 'This time interval is not possible',
    detail: 'Found: {{value}}.',
    next: 'Use 1 to 86,400 seconds; nearly always it is 30.',
  },
  counter_out_of_range: {
    title: 'This counter is not possible',
    detail: 'Found: {{value}}.',
    next: 'Use 0 or a higher whole number.',
  },
  account_name_empty: {
    title: 'The account needs a name',
    next: 'Fill in issuer or account.',
  },
  account_name_too_long: {
    title: 'The name is too long',
    next: 'Use at most 256 characters.',
  },
  account_name_invalid: {
    title: "The name holds characters that can't be shown",
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
    next: 'An account can have {{most}} tags. Remove one first.',
  },
  icon_too_large: {
    title: 'The picture is too large',
    next: 'Choose a picture of at most 10 MB.',
  },
  account_exists: {
    title: 'This account is there already',
    next: 'You can use the codes of the one in the list.',
  },
  account_gone: {
    title: 'This account is no longer there',
    next: 'The list is up to date again.',
  },
  picture_unreadable: {
    title: "This picture can't be read",
    next: 'Choose a PNG or JPEG picture.',
  },
  picture_too_large: {
    title: 'The picture is too large',
    next: 'Cut out the part with the QR code and use that.',
  },
  picture_too_busy: {
    title: 'Too much in this picture looks like a QR code',
    next: 'Cut out the part with the QR code and use that.',
  },
  picture_without_qr: {
    title: 'There is no QR code in this picture',
    next: 'Use a sharp picture that shows the whole code with its white edge.',
  },
  picture_without_account: {
    title: 'The QR code in this picture is not an account',
    next: 'Choose the picture that the issuer shows for authenticator apps.',
  },
  qr_too_long: {
    title: 'This account does not fit a QR code',
    next: 'Its names are too long. Shorten them, or export it as a link.',
  },
  clipboard_without_picture: {
    title: 'There is no picture in the clipboard',
    next: 'Copy a picture that shows the QR code, then try again.',
  },
  screen_unavailable: {
    title: 'No picture of the screen can be taken here',
    detail: 'The system says: {{detail}}.',
    next: 'Take a screenshot with your desktop and choose the file, or copy the picture.',
  },
  screen_refused: {
    title: 'The picture of the screen was refused',
    next: 'Try again and allow it, or choose a picture file.',
  },
  draft_gone: {
    title: 'What was read has been forgotten',
    next: 'Read the link or the picture again.',
  },
  setup_gone: {
    title: 'This set-up is over',
    next: 'Generate a new QR code.',
  },
  app_password_gone: {
    title: 'The app password is no longer shown',
    next: 'Delete it and create another one.',
  },
  account_not_hotp: {
    title: 'This account makes its codes by time',
    next: 'Use the code that is shown.',
  },
  settings_not_saved: {
    title: "The settings can't be saved",
    detail: 'The system says: {{detail}}.',
    next: 'Check that the disk has space and can be written.',
  },
  shortcut_invalid: {
    title: "These keys can't be a shortcut",
    reasons: {
      no_modifier: 'Ctrl, Alt or the system key must be held as well, so that typing goes on as usual.',
      unknown_key: 'Letters, digits, function keys and the space bar can be used.',
      reserved: 'Most programs or the desktop itself need these keys.',
    },
    next: 'Press other keys.',
  },
  shortcut_taken: {
    title: 'Another program has these keys',
    next: 'Press other keys, or take them from the other program first.',
  },
  shortcut_refused: {
    title: 'The shortcut was not allowed',
    next: 'Choose keys again, and allow them when your desktop asks.',
  },
  shortcut_unavailable: {
    title: "The shortcut can't be held",
    detail: 'The system says: {{detail}}.',
    next: 'Set a shortcut in the settings of your desktop, for the command proofup-desktop.',
  },
  session_start_not_changed: {
    title: "The start with the session can't be changed",
    detail: 'The system says: {{detail}}.',
    next: 'Change it in the settings of your desktop, under the programs that start with the session.',
  },
  clipboard_unavailable: {
    title: "The clipboard can't be used",
    detail: 'The system says: {{detail}}.',
    next: 'Try again, or type it instead.',
  },
  app_fault: {
    title: 'Something went wrong in this app',
    next: 'Try again. If it happens again, contact your help desk with the details.',
  },
  invalid_request: {
    title: 'The service did not take this',
    detail: 'Field: {{field}}.',
    next: 'Check what you typed. The app may be older or newer than the service.',
  },
  invalid_token: {
    title: 'Your session has ended',
    next: 'Sign in again.',
  },
  insufficient_scope: {
    title: 'This is not open to you now',
    next: 'Finish the set-up of your account first, or sign in again.',
  },
  not_found: {
    title: 'It is no longer there',
    next: 'It may have been deleted elsewhere. The page shows the present state.',
  },
  wrong_password: {
    title: 'The current password is not right',
    next: 'Check it, then try again.',
  },
  password_invalid: {
    title: "This password can't be used",
    next: 'Choose another one.',
    reasons: {
      too_short: 'It is shorter than 8 characters.',
      too_long: 'It is longer than 256 characters.',
      same: 'It is the same as the current one.',
    },
  },
  user_name_taken: {
    title: 'Somebody has this user name already',
    next: 'Choose another user name, or look the person up in the list.',
  },
  rate_limited: {
    title: 'Too many requests',
    detail: 'You can try again in {{retryAfter}}.',
    next: 'Wait a while, then try again.',
  },
  step_up_required: {
    title: "Confirm that it's you first",
    next: 'Do this again, and enter the code when you are asked for it.',
  },
  service_unavailable: {
    title: 'The service is not available',
    next: 'Try again in a few minutes.',
  },
  internal_error: {
    title: 'Something went wrong in the service',
    next: 'Try again. If it happens again, contact your help desk with the details.',
  },
  phone_number_invalid: {
    title: 'This is not a phone number',
    reasons: {
      country_code_missing: 'The country code is missing. Choose the country or region.',
      country_code_unknown: 'No country or region has this code.',
      too_short: 'It has too few digits for this country or region.',
      too_long: 'It has too many digits for this country or region.',
      not_a_number: 'It holds characters that no phone number has.',
      not_in_use: 'No number of this country or region begins like this.',
      extension_not_allowed: 'An extension is possible for the office phone alone.',
    },
    next: 'Correct it and try again.',
  },
  phone_type_exists: {
    title: 'There is a number for this phone already',
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
    title: 'The authentication phone comes first',
    next: 'Set up the authentication phone, then add the alternate one.',
  },
  alternate_phone_exists: {
    title: 'The alternate authentication phone needs this one',
    next: 'Delete the alternate authentication phone first.',
  },
  method_not_allowed: {
    title: 'Your organization does not allow this method',
    next: 'Choose another method, or ask your administrator.',
  },
  last_method: {
    title: "Your last method can't be deleted",
    next: "Without it you couldn't sign in any more. Add another method first, then delete this one.",
  },
  preferred_method_not_usable: {
    title: "This option can't be your preferred one",
    next: 'Set it up first, or choose another one.',
  },
  oath_limit_reached: {
    title: 'You have as many authenticator apps and hardware tokens as are allowed',
    detail: 'At most: {{limit}}.',
    next: 'Delete one first.',
  },
  hardware_token_not_found: {
    title: 'No such hardware token can be added',
    next: 'Check the serial number on the back. If it is right, ask your help desk: the token may be meant for somebody else.',
  },
  hardware_token_exists: {
    title: 'You have this hardware token already',
    next: 'It is in the list of your hardware tokens.',
  },
  hardware_token_not_valid: {
    title: "This hardware token can't be used now",
    next: 'It is not valid yet, or no longer. Ask your help desk for another one.',
  },
  codes_not_consecutive: {
    title: 'These are not two codes in a row',
    next: 'Type the code that the token shows, then the very next one. Both must be new.',
  },
  token_file_invalid: {
    title: "This file can't be read",
    next: 'Check that it is the list of hardware tokens as the maker delivered it.',
  },
  incorrect_code: {
    title: 'This code is not right',
    detail: 'Tries left: {{triesLeft}}.',
    next: 'Check it and type it again.',
  },
  code_expired: {
    title: 'The code has expired',
    next: 'Get a new code and type that one.',
  },
  code_superseded: {
    title: 'A newer code has been sent',
    next: 'Type the code of the newest message.',
  },
  code_already_used: {
    title: 'This code has already been used',
    next: 'Wait for the next code of the app, or send a new one.',
  },
  too_many_incorrect_codes: {
    title: 'Too many wrong codes',
    detail: 'You can try again in {{retryAfter}}.',
    next: 'Begin again.',
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
    title: 'You have as many app passwords as are allowed',
    detail: 'At most: {{limit}}.',
    next: 'Delete one to create another.',
  },
  app_password_name_taken: {
    title: 'Another app password has this name',
    next: 'Choose another name.',
  },
  app_password_name_invalid: {
    title: 'This name is not possible',
    reasons: {
      empty: 'The name is empty.',
      too_long: 'It has more than 64 characters.',
      control_characters: "It holds characters that can't be shown.",
    },
    next: 'Choose another name.',
  },
  app_passwords_not_allowed: {
    title: "App passwords can't be created",
    reasons: {
      disabled_by_organization: 'Your organization does not allow app passwords.',
      second_step_not_registered: 'App passwords come after additional security verification is set up.',
      managed_by_policy: 'Your second step comes from a policy of your organization, which takes no app passwords.',
      modern_sign_in_only: 'This account may only be used with apps that can ask for a code.',
      limit_reached: 'You have as many app passwords as are allowed.',
    },
    next: 'Ask your administrator if you need one.',
  },
  invalid_credentials: {
    title: 'User name or password is not right',
    next: 'Check both and try again.',
  },
  invalid_authentication: {
    title: 'This sign-in is over',
    next: 'Sign in again.',
  },
  invalid_app_code: {
    title: 'This code is not right',
    next: 'Type the code that the app shows now. If it keeps failing, check the time on your device.',
  },
  code_not_entered: {
    title: 'No code was entered',
    next: 'Send the code again and use the newest message.',
  },
  activation_code_unknown: {
    title: 'There is no such activation code',
    next: 'Check the code, or generate a new QR code and use that one.',
  },
  activation_code_expired: {
    title: 'This activation code has expired',
    next: 'Generate a new QR code and use that one.',
  },
  activation_code_used: {
    title: 'This activation code has already been used',
    next: 'Each code is for one device. Generate a new QR code for another one.',
  },
  not_an_activated_account: {
    title: 'Authentication request is not for an activated account',
    next: 'Set up this device again: remove the account here, then press Set up and scan the new QR code.',
  },
  decision_not_signed: {
    title: "The service does not take this device's answer",
    next: 'Set up this device again on the Security page.',
  },
  number_mismatch: {
    title: 'That is not the number on the sign-in screen',
    next: 'For your safety this request is over. Start the sign-in again.',
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
    title: 'Other requests wait on your device',
    detail: 'The oldest ends in {{retryAfter}}.',
    next: 'Answer them on your device, or use a different verification option.',
  },
  push_paused: {
    title: 'Notifications are paused',
    detail: 'You can use them again in {{retryAfter}}.',
    next: 'Several requests wait or were not approved. Use a different verification option.',
  },
  user_declined: {
    title: 'The request was denied on your device',
    next: 'If that was a mistake, send it again. If somebody else signs in with your password, change it.',
  },
  push_no_response: {
    title: 'Nobody answered the notification',
    next: 'Send it again, or use a different verification option.',
  },
  activation_invalid: {
    title: 'This is no activation link',
    next: 'Copy the link or the code and the URL from the set-up page again.',
  },
  device_key_unavailable: {
    title: "The key of this device can't be kept or read",
    next: 'Unlock your keyring or, on the Authenticator page, your accounts, then try again.',
  },
  account_locked: {
    title: 'Account locked',
    detail: 'It opens by itself in {{retryAfter}}.',
    next: 'There were too many wrong attempts. Wait, then try again, or contact your help desk.',
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
      not_delivered: 'The text message could not be delivered.',
      gateway: 'Calls and texts cannot be sent at the moment.',
    },
    next: 'Use a different verification option.',
  },
  user_not_found: {
    title: 'User name or password is not right',
    next: 'Check both and try again.',
  },
  duplicate_attempt: {
    title: 'This sign-in was answered twice at the same moment',
    next: 'One answer counted. If you are not signed in now, sign in again.',
  },
  push_not_delivered: {
    title: 'The notification has not reached your device',
    next: 'Open the app on your device and check that it is online. Then send it again, or use a different verification option.',
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
    next: 'Call again and answer it yourself, then press #.',
  },
  call_hung_up: {
    title: 'The call ended before you pressed #',
    next: 'Call again, answer it and press #.',
  },
  fraud_reported: {
    title: 'Fraud was reported',
    next: 'This sign-in has ended. If it was yours, contact your help desk.',
  },
  no_methods_registered: {
    title: 'No verification method can be used',
    next: 'Contact your help desk, so that you can set one up again.',
  },
  method_disabled: {
    title: 'Your organization switched this method off',
    next: 'Use a different verification option.',
  },
  app_password_invalid: {
    title: 'This app password is not valid',
    next: 'Check it, or create a new one.',
  },
  app_password_required: {
    title: 'This app needs an app password',
    next: 'Create one and type it in place of your password.',
  },
  service_error: {
    title: 'Something went wrong in the service',
    next: 'Try again. If it happens again, contact your help desk with the details.',
  },
  vault_already_there: {
    title: 'There are accounts already',
    next: 'Unlock them with their passphrase. Nothing was overwritten.',
  },
  passphrase_unavailable: {
    title: "The passphrase can't be fetched",
    detail: 'The system says: {{detail}}.',
    next: 'Check the file or the command that is set up for it, then try again.',
  },
  key_file_damaged: {
    title: 'The file with the key to your accounts is damaged',
    next: 'Restore the data folder from a copy of your computer, or unlock the keyring and try again. Nothing was deleted.',
  },
  code_not_shown: {
    title: 'This code is no longer shown',
    next: 'Copy the code that is shown now.',
  },
}
