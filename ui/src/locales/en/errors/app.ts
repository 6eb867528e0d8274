// What the app itself could not do.

export const app = {
  draft_gone: {
    title: 'This preview has expired',
    next: 'Read the link or the picture again.',
  },
  setup_gone: {
    title: 'This setup has ended',
    next: 'Generate a new QR code.',
  },
  access_token_gone: {
    title: 'The access token is no longer shown',
    next: 'Revoke it and create another one.',
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
}
