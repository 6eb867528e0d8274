// Gives the focus back to what opened a dialog, also when the dialog went through several steps.

import { useEffect, useState } from 'react'

const DIALOG = '[role="dialog"], [role="alertdialog"]'

let opener: Element | null = null

export function useOpener() {
  useState(() => {
    // A step or a question that follows inside the same dialog has the same opener.
    const active = document.activeElement
    if (active && active !== document.body && !active.closest(DIALOG)) opener = active
  })
  useEffect(
    () => () => {
      const back = opener
      // What comes next, a further step for instance, is drawn by then.
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
