// The keys of a row besides the arrows: F2 edits, Delete moves to the trash, Alt with an arrow moves it in the own
// order.

import type { KeyboardEvent } from 'react'

import type { MenuActions } from './AccountMenu'

export function rowKeys(event: KeyboardEvent, actions: MenuActions, movable: boolean) {
  if (event.defaultPrevented || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return
  const id = event.target.closest<HTMLElement>('[data-account]')?.dataset.account
  const act = id && keyed(event, id, actions, movable)
  if (!act) return
  event.preventDefault()
  act()
}

function keyed({ key, altKey }: KeyboardEvent, id: string, actions: MenuActions, movable: boolean): (() => void) | undefined {
  if (altKey && movable && key === 'ArrowUp') return () => actions.onShift(id, -1)
  if (altKey && movable && key === 'ArrowDown') return () => actions.onShift(id, 1)
  if (altKey) return undefined
  if (key === 'F2') return () => actions.onEdit(id)
  if (key === 'Delete') return () => actions.onDelete(id)
  return undefined
}
