// Changing the person's own password.

export const password = {
  change: 'Change password',
  text: 'Other devices are signed out, and remembered devices ask for a code again.',
  current: 'Current password',
  currentMissing: 'Type your current password first.',
  new: 'New password',
  newMissing: 'Type a new password first.',
  newHint: 'At least 8 characters',
  deleteAppPasswords: 'Also delete my app passwords',
  changed: 'Your password was changed',
}
