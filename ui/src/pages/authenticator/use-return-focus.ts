// The focus after a dialog closes: on the control that opened it, or on the row of its account.

import { useEffect, useState } from 'react'

import { afterDrawing, focusAccount, focusIsLost } from './focus'

/** To be called in the dialog's own component: it remembers the focus before its first render. */
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
