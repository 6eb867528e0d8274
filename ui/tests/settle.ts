// Waits after an action of a test until the page is at rest.

import { act } from '@testing-library/react'

import { partsOnTheirWay } from '../src/components/on-demand'
import { shell } from './made-up-shell/shell'

/** The real function, also while a test uses fake timers. */
const later = globalThis.setTimeout.bind(globalThis)
const turn = () => new Promise<void>((resolve) => later(resolve, 0))

/** A page that polls the shell never rests; tests do not wait for that. */
const ROUNDS = 20

/**
 * Waits until the shell has answered everything, every part of the page is loaded, the page has rendered the answers,
 * and it has asked nothing more. It does not wait for an answer that a test delays.
 */
export async function settle() {
  for (let round = 0; round < ROUNDS; round += 1) {
    const asked = shell.calls.length
    await act(async () => {
      do await turn()
      while (shell.unanswered > 0 || partsOnTheirWay() > 0)
    })
    act(coverNow)
    if (shell.calls.length === asked) return
  }
}

interface Modalizer {
  _hiddenUpdateTimer?: number
  _hiddenUpdate: () => void
}
type Covered = typeof window & { __tabsterInstance?: { modalizer?: Modalizer } }

/**
 * Fluent hides the content behind a dialog from screen readers a quarter of a second later. A test that queries by role
 * needs that at once.
 */
function coverNow() {
  const modalizer = (window as Covered).__tabsterInstance?.modalizer
  if (!modalizer?._hiddenUpdateTimer) return
  window.clearTimeout(modalizer._hiddenUpdateTimer)
  delete modalizer._hiddenUpdateTimer
  modalizer._hiddenUpdate()
}
