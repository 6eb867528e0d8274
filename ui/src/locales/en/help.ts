// The help page: questions as things to do. Labels of buttons stand in as `$t(…)`, so that none of them goes stale.

export const help = {
  title: 'Help',
  hint: 'Find your question, or search for an error code that an app shows.',
  search: 'Search help and error codes',
  found_one: '{{count}} result',
  found_other: '{{count}} results',
  nothingTitle: 'Nothing found for "{{search}}"',
  nothingText: 'Try fewer or other words. Your help desk can tell more by the details of this app.',
  errorCodes: 'Error codes',
  groups: {
    signIn: 'Signing in',
    devices: 'Phones, apps, and tokens',
    apps: 'Mail and other apps',
    authenticator: 'Authenticator',
    safety: 'Safety and privacy',
  },
  topics: {
    codesRefused: {
      title: 'My codes are refused',
      steps: [
        'Codes depend on the time. Check that the device that makes them sets its clock automatically.',
        'Wait for the next code, and type it while it is shown. Each code works only once.',
        'Is it a hardware token? Select "$t(hardwareToken.resync)" beside it on the Security page.',
      ],
      words: 'wrong code invalid incorrect clock time drift otp totp oath',
    },
    noText: {
      title: "A text message doesn't arrive",
      steps: [
        'Wait a minute, then select "$t(code.resend)". Only the newest code works.',
        'Check that your phone has a signal and does not block messages from unknown senders.',
        'Select "$t(signIn.differentOption)" if you have set up another method.',
        'An authenticator app needs no signal. Set one up so that this cannot stop you again.',
      ],
      words: 'sms delay late signal roaming abroad',
    },
    noCall: {
      title: "A call or notification doesn't arrive",
      steps: [
        'Turn off do-not-disturb, battery saver, and call blocking on your phone, and check its signal.',
        'Some phone companies do not show the number of the caller. Answer the call and press #.',
        'A notification waits in Proofup on your other device, under "$t(navigation.approvals)". Open it there.',
        'Select "$t(signIn.differentOption)" if you have set up another method.',
      ],
      words: 'push voice phone ring anonymous caller id approve',
    },
    noMethod: {
      title: "I can't use any of my methods",
      steps: [
        'At sign-in, select "$t(signIn.differentOption)" to see every method that you have set up.',
        'If none of them works, call your help desk. They can let you sign in once without a second step, or have you set up your methods again.',
        'Give them the details of this app, so that they can find the cause quickly.',
      ],
      words: 'locked out lost everything bypass reset',
    },
    locked: {
      title: 'My account is locked or blocked',
      steps: [
        'After too many wrong passwords or codes, sign-in is refused for a while. The message says how long.',
        'If the message says that you are blocked, only your help desk can change that.',
        'If you did not try to sign in yourself, change your password as soon as you are in.',
      ],
      words: 'lockout too many attempts user_blocked account_locked',
    },
    askedEveryTime: {
      title: "I'm asked for a code every time",
      steps: [
        'When you enter the code, select "Don\'t ask again". It counts for this computer, for as many days as your organization allows.',
        'If you do not see it, your organization does not allow it.',
        'Changing your password makes all computers ask again.',
      ],
      words: 'remember trusted device again',
    },
    changePassword: {
      title: 'I want to change my password',
      steps: ['You need your current password and a second step.', 'Other devices are signed out, and app passwords are deleted unless you keep them.'],
      words: 'password new forgot',
    },
    lostPhone: {
      title: 'My phone is lost or stolen',
      steps: [
        'Delete the phone and its authenticator app on the Security page. Set up another method first if they are your only ones.',
        'Delete the app passwords that were used on it. If you are not sure which, delete all of them.',
        'Select "$t(securityInfo.restoreButton)" beside your trusted devices, so that each of them is asked for a second step again.',
        'Tell your phone company and your help desk.',
      ],
      words: 'lost stolen device tablet laptop gone',
    },
    newPhone: {
      title: 'I have a new phone',
      steps: [
        'Keep the old phone until the new one is set up.',
        'Install an authenticator app on the new phone, and scan the QR code that appears.',
        'Delete the old phone from the list afterwards.',
      ],
      words: 'replace change phone move transfer',
    },
    newNumber: {
      title: 'My phone number has changed',
      steps: ['We send a code to the new number, or call it. The old number counts until the new one is verified.', 'If your organization set the number, ask your administrator.'],
      words: 'sim number mobile office extension',
    },
    notActivated: {
      title: '"Authentication request is not for an activated account"',
      steps: [
        'The app that was asked is no longer registered for your account.',
        'Remove the account from the app.',
        'Set up the app again, and scan the new QR code.',
      ],
      words: 'app_not_activated not_an_activated_account reinstall',
    },
    gotToken: {
      title: 'I got a hardware token',
      steps: ['Have the token at hand: its serial number is on the back.', 'Type the serial number and the code that the token shows.'],
      words: 'fob key ring yubikey oath serial',
    },
    mailApp: {
      title: "A mail app doesn't sign in",
      steps: [
        "Apps that can't ask for a code need an app password in place of your password.",
        'Create one for each device, and type it where the app asks for your password.',
        'Delete the password that the app had saved, and restart the app.',
      ],
      words: 'outlook thunderbird apple mail imap smtp pop3 activesync calendar printer scanner app_password_required',
    },
    nonBrowser: {
      title: 'An app shows 0x800434D4L',
      steps: [
        'This app cannot sign in to accounts with two-step verification.',
        'For everyday accounts, create an app password and type it in the app.',
        'App passwords cannot do administrative work. Administrators use a separate account for that.',
      ],
      words: '800434d4 powershell office non-browser administrator',
    },
    noAppPassword: {
      title: "I can't create an app password",
      steps: [
        'The app passwords page says why. Your organization may not allow them, or your account may not need them.',
        'You can have up to 40. Delete one that is no longer used to make room.',
        'Each name can be used only once.',
      ],
      words: 'missing tab greyed out limit 40 app_passwords_not_allowed',
    },
    addAccount: {
      title: 'Add an account by its QR code',
      steps: ['Open the page of the other service that shows the QR code.', 'Select "$t(scan.title)", and choose a picture, the clipboard, the screen, or the camera.', 'You can also paste the link or type the secret key.'],
      words: 'otpauth scan import link secret key github google',
    },
    newComputer: {
      title: 'Move my accounts to another computer',
      steps: [
        'Set a passphrase or print the recovery sheet, so that the vault opens there.',
        'Select "$t(vault.placeMenu)", and copy the vault to a stick or a drive.',
        'On the other computer, choose "$t(vault.move.use)".',
      ],
      words: 'transfer migrate new laptop vault copy',
    },
    backUp: {
      title: 'Back up my accounts',
      steps: [
        'Proofup keeps earlier versions of your vault by itself. "$t(vault.backups.now)" keeps one of this moment.',
        'Backups are on the same disk. Copy the vault elsewhere as well.',
        'Print the recovery sheet: without a key, no backup opens.',
      ],
      words: 'backup restore recovery sheet',
    },
    passphrase: {
      title: 'The authenticator asks for a passphrase',
      steps: [
        'It is the passphrase that you set for the vault on this computer, not the password of your account.',
        'If you do not know it, choose "$t(vault.unlock.bySheet)" or "$t(vault.unlock.byKeyring)".',
        'Nobody can recover a passphrase. Without any key, set up your accounts again.',
      ],
      words: 'unlock vault locked keyring forgot',
    },
    strange: {
      title: 'I got a request that I did not make',
      steps: [
        'Deny it. Somebody else may know your password.',
        'Change your password.',
        'Look through your recent activity. Select "$t(activity.notMe.action)" in the details of anything that you do not recognize.',
      ],
      words: 'fraud hacked stolen password phishing unknown sign-in',
    },
    kept: {
      title: 'What is kept about me?',
      steps: [
        'Of each sign-in: when, with which method, from which address, and how it ended. Phone numbers are masked.',
        'Of each change to your methods, app passwords, and devices: when, what, and by whom.',
        'Passwords, codes, and secret keys are never logged. Your organization decides how long the rest is kept.',
      ],
      words: 'privacy data log gdpr retention',
    },
    offline: {
      title: 'Proofup says that it is offline',
      steps: [
        'Check your network. Your codes work without one.',
        'Check the service address in Settings: your organization gave it to you.',
        'The app tries again by itself, and at once when you ask it to.',
      ],
      words: 'network connection service unreachable service_unreachable vpn proxy',
    },
  },
  actions: {
    checkClock: 'Check the clock',
    copyDetails: 'Copy details for the help desk',
    createAppPassword: '$t(appPasswords.createTitle)',
    openAppPasswords: 'Open app passwords',
    setUpApp: '$t(securityInfo.setUpApp)',
    changeNumber: 'Change phone number',
    addToken: '$t(hardwareToken.add)',
    openSecurity: 'Open Security',
    openApprovals: 'Open Approvals',
    openActivity: 'Open Recent activity',
    openAuthenticator: 'Open Authenticator',
    addAccount: '$t(authenticator.add)',
    openVault: 'Open the vault settings',
    changePassword: '$t(password.change)',
    tryService: 'Try the service now',
    deleteAppPasswords: '$t(appPasswords.deleteAll)',
  },
  clock: {
    right: "This computer's clock is right.",
    slow: "This computer's clock is {{time}} slow. Turn on automatic time in the system's settings.",
    fast: "This computer's clock is {{time}} fast. Turn on automatic time in the system's settings.",
    unknown: 'The clock is compared with the service as soon as the service answers.',
  },
  service: {
    answers: 'The service answers.',
    silent: 'The service does not answer yet.',
  },
  codes: {
    '0x800434D4L': {
      title: 'This app cannot sign in to accounts with two-step verification',
      next: 'Create an app password and type it in the app in place of your password. For administrative work, use a separate account.',
    },
  },
}
