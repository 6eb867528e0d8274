// Returns the focus to the control that opened a dialog, also after several steps in the dialog.

import { useEffect, useState } from 'react'

const DIALOG = '[role="dialog"], [role="alertdialog"]'

let opener: Element | null = null

export function useOpener() {
  useState(() => {
    // A later step or question in the same dialog has the same opener.
    const active = document.activeElement
    if (active && active !== document.body && !active.closest(DIALOG)) opener = active
  })
  useEffect(
    () => () => {
      const back = opener
      // The next content, for instance another step, is rendered by then.
      setTimeout(() => {
        const lost = document.activeElement === document.body || document.activeElement === null
        if (!lost || document.querySelector(DIALOG)) return
        if (back instanceof HTMLElement && back.isConnected) back.focus()
        else document.getElementById('page')?.focus()
      })
    },
    [],
  )
}
