// Where the focus goes when a dialog closes: back to what opened it, or to the row that the dialog was about.

import { useEffect, useState } from 'react'

import { afterDrawing, focusAccount, focusIsLost } from './focus'

/** To be called by the dialog's own component: it remembers the focus from before its first drawing. */
export function useReturnFocus(account?: string) {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      afterDrawing(() => {
        if (!focusIsLost()) return
        if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus()
        else focusAccount(account)
      })
    },
    [opener, account],
  )
}
