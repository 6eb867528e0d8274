// Where the focus goes in the list when what had it is gone.

const wishes = new EventTarget()

/** The control of a row that the arrow keys go to, if the row is drawn. */
export function mainControl(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-account="${CSS.escape(id)}"] [data-main]`) ?? null
}

/** Focuses the row of an account, or the page's first control when no account is named or the list does not show it. */
export function focusAccount(id: string | undefined) {
  const wish = new CustomEvent('focus', { detail: id, cancelable: true })
  const heard = id !== undefined && !wishes.dispatchEvent(wish)
  if (heard) return
  const control = document.querySelector('[data-testid="page-authenticator"] button')
  if (control instanceof HTMLElement) control.focus()
}

/** The list hears which row is to have the focus, and answers whether it has that row. */
export function hearFocusWish(heard: (id: string) => boolean): () => void {
  const hear = (event: Event) => {
    if (heard((event as CustomEvent<string>).detail)) event.preventDefault()
  }
  wishes.addEventListener('focus', hear)
  return () => wishes.removeEventListener('focus', hear)
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
