// The keyboard shortcuts.

export const shortcuts = {
  title: 'Keyboard shortcuts',
  panes: 'Move between navigation and page',
  search: 'Search on this page',
  create: 'Create or add',
  lock: 'Lock the authenticator',
  list: 'Show this list',
}
