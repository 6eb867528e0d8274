// Up and down go from row to row, Home and End to the first and the last.

import type { KeyboardEvent } from 'react'

export function moveAmongRows(event: KeyboardEvent<HTMLElement>) {
  const row = event.currentTarget.closest('li')
  const rows = row?.parentElement?.children
  const to = {
    ArrowDown: row?.nextElementSibling,
    ArrowUp: row?.previousElementSibling,
    Home: rows?.[0],
    End: rows?.[rows.length - 1],
  }[event.key]
  if (!to) return
  event.preventDefault()
  to.querySelector('button')?.focus()
}
