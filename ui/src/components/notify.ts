// Quiet success: a small message in the corner, said aloud as well.

import { createContext, useContext } from 'react'

/** Shows a message. What can still be undone says so in its page instead: a message in the corner is gone too soon. */
export type Notify = (text: string) => void

export const NotifyContext = createContext<Notify>(() => undefined)

export function useNotify(): Notify {
  return useContext(NotifyContext)
}
