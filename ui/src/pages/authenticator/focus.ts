// Where the focus goes in the list when what had it is gone.

/** Focuses the first control of an account's row, or of the page when the account is not shown. */
export function focusAccount(id: string | undefined) {
  const row = id === undefined ? null : document.querySelector(`[data-account="${CSS.escape(id)}"]`)
  const control = row?.querySelector('button') ?? document.querySelector('[data-testid="page-authenticator"] button')
  if (control instanceof HTMLElement) control.focus()
}

/** Runs after the next drawing, and after menus and dialogs have let go of the focus. */
export function afterDrawing(act: () => void): () => void {
  const timer = setTimeout(act)
  return () => clearTimeout(timer)
}

/** Whether nothing has the focus. */
export function focusIsLost(): boolean {
  return !document.activeElement || document.activeElement === document.body
}
