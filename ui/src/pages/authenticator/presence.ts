// Whether the person is active: the pointer moved, a key was pressed, or the window came to the front. A person who
// reads a code and types it elsewhere shows no activity for a while.

export type Presence = 'here' | 'reading' | 'away'

const HERE = 10_000
const READING = 60_000
const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focus'] as const

/** Returns the time since the last activity; `onReturn` is called for the first activity after a pause. */
export function watchPresence(onReturn: () => void): { presence: (now: number) => Presence; stop: () => void } {
  // A page that a person opened follows a click or a key; one that opens with the program does not.
  const openedByHand = 'userActivation' in navigator ? navigator.userActivation.isActive : true
  let last = openedByHand ? Date.now() : -Infinity
  const presence = (now: number): Presence => (now - last < HERE ? 'here' : now - last < READING ? 'reading' : 'away')
  const sign = () => {
    const now = Date.now()
    const wasAway = presence(now) !== 'here'
    last = now
    if (wasAway) onReturn()
  }
  for (const name of signs) window.addEventListener(name, sign, { passive: true, capture: true })
  return {
    presence,
    stop: () => {
      for (const name of signs) window.removeEventListener(name, sign, { capture: true })
    },
  }
}
