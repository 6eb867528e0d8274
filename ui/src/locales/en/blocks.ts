// Administration: fraud and blocks.

export const blocks = {
  title: 'Fraud and blocks',
  blocked: 'Blocked people',
  which: 'Blocks to show',
  states: {
    open: 'Blocked now',
    ended: 'Ended',
    all: 'All blocks',
  },
  none: {
    open: 'Nobody is blocked.',
    ended: 'No block has ended yet.',
    all: 'Nobody was ever blocked.',
  },
  by: {
    administrator: 'Blocked by {{who}} on {{time}}',
    fraud_report: 'Blocked on {{time}}: reported fraud',
    directory: 'Blocked on {{time}}: disabled in the directory, or no longer in it',
  },
  until: 'Until {{time}}',
  untilDirectory: 'Until the directory enables the account',
  ended: 'Ended on {{time}}',
  lifted: 'Unblocked by {{who}} on {{time}}: "{{reason}}"',
  unblockName: 'Unblock {{name}}',
  locked: 'Locked people',
  lockedHint: 'Too many wrong passwords or codes. A lock ends by itself.',
  noLocked: 'Nobody is locked.',
  unlockName: 'Unlock {{name}}',
  reports: 'Fraud reports',
  reportsHint: 'Somebody else tried to sign in, and the person reported it. Each report ends all sign-ins in progress.',
  noReports: 'No fraud was reported.',
}
