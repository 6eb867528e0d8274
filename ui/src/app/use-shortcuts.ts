// The keyboard shortcuts of the window. None works while an input method composes, or behind an open dialog.

import { useEffect, useRef } from 'react'

import { lockVault } from '../backend/vault'
import { currentStatus } from '../state/status'

export interface Shortcuts {
  onHelp: () => void
  onShortcuts: () => void
  onLocked: () => void
}

const page = () => document.getElementById('page')

/** The first one that can be seen: a list may wait hidden behind what was opened from it. */
const shown = (selector: string) => [...(page()?.querySelectorAll<HTMLElement>(selector) ?? [])].find((found) => !found.closest('[hidden]'))

export function useShortcuts(shortcuts: Shortcuts) {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      if (act(event, latest.current)) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

/** Whether the key was a shortcut. */
function act(event: KeyboardEvent, { onHelp, onShortcuts, onLocked }: Shortcuts): boolean {
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]')
  const key = event.key.toLowerCase()

  if (key === 'f6' && plain) return movePane()
  if (key === 'f1' && plain) {
    onHelp()
    return true
  }
  if (command && key === 'n') return press(shown('[data-shortcut="new"]'))
  if (command && key === 'l') {
    if (currentStatus()?.vault.state === 'unlocked') void lockVault().then(onLocked, () => undefined)
    return true
  }
  if (typing || !plain) return false
  if (key === '/') return focus(shown('input[type="search"]'))
  if (key === '?') {
    onShortcuts()
    return true
  }
  return false
}

/** From the navigation to the page, and from the page to the current entry of the navigation. */
function movePane(): boolean {
  const navigation = document.getElementById('navigation')
  if (navigation?.contains(document.activeElement)) return focus(page())
  return focus(navigation?.querySelector<HTMLElement>('[aria-current="page"]'))
}

function focus(element: HTMLElement | null | undefined): boolean {
  element?.focus()
  return Boolean(element)
}

function press(element: HTMLElement | null | undefined): boolean {
  element?.click()
  return Boolean(element)
}
