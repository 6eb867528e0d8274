// Whether somebody is at the computer: the pointer moved, a key was pressed, or the window came to the front lately.

const LATELY = 10_000
const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focus'] as const

/** Answers whether somebody was here lately; `onReturn` hears of the first sign after a while without. */
export function watchPresence(onReturn: () => void): { isHere: (now: number) => boolean; stop: () => void } {
  // A page that a person opened follows a click or a key; one that opens with the program follows nothing.
  const openedByHand = 'userActivation' in navigator ? navigator.userActivation.isActive : true
  let last = openedByHand ? Date.now() : -Infinity
  const isHere = (now: number) => now - last < LATELY
  const sign = () => {
    const now = Date.now()
    const wasAway = !isHere(now)
    last = now
    if (wasAway) onReturn()
  }
  for (const name of signs) window.addEventListener(name, sign, { passive: true, capture: true })
  return {
    isHere,
    stop: () => {
      for (const name of signs) window.removeEventListener(name, sign, { capture: true })
    },
  }
}
