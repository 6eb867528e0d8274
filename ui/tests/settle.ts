// When a test goes on after something that a person did: when the page has come to rest.

import { act } from '@testing-library/react'

import { partsOnTheirWay } from '../src/components/on-demand'
import { shell } from './made-up-shell/shell'

/** The real one, also while a test turns the clock by hand. */
const later = globalThis.setTimeout.bind(globalThis)
const turn = () => new Promise<void>((resolve) => later(resolve, 0))

/** A page that asks the shell again and again never rests; a person does not wait for that either. */
const ROUNDS = 20

/**
 * Waits until the shell has answered everything, until every part of the page is fetched, until the page has drawn the answers, and until it has asked nothing more.
 * An answer that a test holds back is not waited for.
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

/** Fluent hides what a dialog covers from screen readers a quarter of a second later. A test that asks by role wants it at once. */
function coverNow() {
  const modalizer = (window as Covered).__tabsterInstance?.modalizer
  if (!modalizer?._hiddenUpdateTimer) return
  window.clearTimeout(modalizer._hiddenUpdateTimer)
  delete modalizer._hiddenUpdateTimer
  modalizer._hiddenUpdate()
}
