// Moves the focus in the list when the focused element is removed.

const wishes = new EventTarget()

/** The control of a row for the arrow keys, if the row is rendered. */
export function mainControl(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-account="${CSS.escape(id)}"] [data-main]`) ?? null
}

/** Focuses the row of an account, or the page's first control if no account is given or the list does not show it. */
export function focusAccount(id: string | undefined) {
  const wish = new CustomEvent('focus', { detail: id, cancelable: true })
  const heard = id !== undefined && !wishes.dispatchEvent(wish)
  if (heard) return
  const control = document.querySelector('[data-testid="page-authenticator"] button')
  if (control instanceof HTMLElement) control.focus()
}

/** The list receives the row to focus, and returns whether it has that row. */
export function hearFocusWish(heard: (id: string) => boolean): () => void {
  const hear = (event: Event) => {
    if (heard((event as CustomEvent<string>).detail)) event.preventDefault()
  }
  wishes.addEventListener('focus', hear)
  return () => wishes.removeEventListener('focus', hear)
}

/** Runs after the next frame, when menus and dialogs have released the focus. */
export function afterDrawing(act: () => void): () => void {
  const timer = setTimeout(act)
  return () => clearTimeout(timer)
}

/** Whether nothing has the focus. */
export function focusIsLost(): boolean {
  return !document.activeElement || document.activeElement === document.body
}
