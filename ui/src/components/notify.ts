// Quiet success: a small message in the corner, said aloud as well.

import { createContext, useContext } from 'react'

/** Shows a message for a few seconds. */
export type Notify = (text: string) => void

export const NotifyContext = createContext<Notify>(() => undefined)

export function useNotify(): Notify {
  return useContext(NotifyContext)
}
