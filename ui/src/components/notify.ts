// Success messages: a toast in the corner, also read by screen readers.

import { createContext, useContext } from 'react'

/** Shows a message. An action that can be undone shows that on its page instead, because a toast disappears too soon. */
export type Notify = (text: string) => void

export const NotifyContext = createContext<Notify>(() => undefined)

export function useNotify(): Notify {
  return useContext(NotifyContext)
}
