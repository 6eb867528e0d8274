// What repeats itself stands still while the window is not seen, and catches up at once when it is again.

/** Calls `then` after so many milliseconds; while the window is not seen, not before it is. Gives what calls it off. */
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
