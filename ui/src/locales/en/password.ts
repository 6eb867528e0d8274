// Changing the person's own password.

export const password = {
  change: 'Change password',
  text: 'This signs you out on other devices, and trusted devices ask for a code again.',
  current: 'Current password',
  currentMissing: 'Enter your current password first.',
  new: 'New password',
  newMissing: 'Enter a new password first.',
  newHint: 'At least 8 characters',
  deleteAppPasswords: 'Also delete my app passwords',
  changed: 'Password changed',
}
