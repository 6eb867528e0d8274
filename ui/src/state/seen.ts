// Pauses repeated work while the window is hidden, and continues it when the window is visible.

/**
 * Calls `then` after a number of milliseconds; while the window is hidden, not before it is visible. Returns the
 * function that cancels it.
 */
export function afterWhileSeen(pause: number, then: () => void): () => void {
  const due = () => {
    if (document.visibilityState === 'hidden') document.addEventListener('visibilitychange', due, { once: true })
    else then()
  }
  const timer = setTimeout(due, pause)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', due)
  }
}
