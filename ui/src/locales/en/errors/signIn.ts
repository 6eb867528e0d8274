// Why a sign-in or a request came to nothing.

export const signIn = {
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
}
