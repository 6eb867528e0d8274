// The keyboard shortcuts.

export const shortcuts = {
  title: 'Keyboard shortcuts',
  help: 'Open help',
  panes: 'Move between navigation and page',
  search: 'Search on this page',
  create: 'Create or add',
  lock: 'Lock the authenticator',
  type: 'Search accounts: start typing',
  rows: 'Move between accounts',
  edit: 'Edit the account',
  trash: 'Move the account to the trash',
  move: 'Move the account up or down',
  selectAll: 'Select all, while selecting',
  list: 'Show this list',
  anywhere: 'Bring Proofup to the front from any program',
  zoom: 'Make everything larger or smaller',
  zoomReset: 'Back to normal size',
  showPassword: 'Show or hide the password that you are typing',
}
