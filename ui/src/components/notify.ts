// Quiet success, and what can still be undone: a small message in the corner, said aloud as well.

import { createContext, useContext } from 'react'

/** Shows a message; `action` is drawn beside it. */
export type Notify = (text: string, action?: { label: string; onPress: () => void; testId: string }) => void

export const NotifyContext = createContext<Notify>(() => undefined)

export function useNotify(): Notify {
  return useContext(NotifyContext)
}
