// Moves a row by its handle, with mouse, pen or finger. The list scrolls when the pointer is near its edge.

import type { Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react'

import type { AccountRow } from '../../backend/authenticator'
import { reach } from './arrange'

const EDGE = 56
const STEP = 14

export interface Dragged {
  id: string
  /** The position where it would be dropped. */
  to: number
}

/** The dragged row, which must stay rendered while it moves. */
export function useDragged() {
  return useState<Dragged | null>(null)
}

/** Returns the function that starts to move a row; it keeps its identity. */
export function useDrag(
  virtual: Virtualizer<HTMLElement, Element>,
  accounts: AccountRow[],
  [dragged, setDragged]: ReturnType<typeof useDragged>,
  onMove: (id: string, to: number) => void,
) {
  const now = useRef({ virtual, accounts, onMove, dragged })
  useEffect(() => {
    now.current = { virtual, accounts, onMove, dragged }
  })

  const active = dragged !== null
  useEffect(() => {
    if (!active) return
    let pointer: number | null = null
    let frame = 0
    const follow = (y: number) => {
      const { virtual, accounts, dragged } = now.current
      const scroller = virtual.scrollElement
      if (!scroller || !dragged) return
      const top = scroller.getBoundingClientRect().top
      const offset = y - top + scroller.scrollTop
      const over = virtual.getVirtualItemForOffset(offset)
      if (!over) return
      const { first, last } = reach(accounts, dragged.id)
      const to = Math.max(first, Math.min(last, over.index))
      if (to !== dragged.to) setDragged({ ...dragged, to })
    }
    const scroll = () => {
      const scroller = now.current.virtual.scrollElement
      if (scroller && pointer !== null) {
        const { top, bottom } = scroller.getBoundingClientRect()
        const step = pointer < top + EDGE ? -STEP : pointer > bottom - EDGE ? STEP : 0
        if (step !== 0) {
          scroller.scrollTop += step
          follow(pointer)
        }
      }
      frame = requestAnimationFrame(scroll)
    }
    const move = (event: globalThis.PointerEvent) => {
      pointer = event.clientY
      follow(pointer)
    }
    const drop = () => {
      const { dragged, accounts, onMove } = now.current
      setDragged(null)
      if (dragged && accounts[dragged.to]?.id !== dragged.id) onMove(dragged.id, dragged.to)
    }
    const cancel = () => setDragged(null)
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      cancel()
    }
    frame = requestAnimationFrame(scroll)
    document.addEventListener('pointermove', move)
    document.addEventListener('pointerup', drop)
    document.addEventListener('pointercancel', cancel)
    document.addEventListener('keydown', press)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('pointermove', move)
      document.removeEventListener('pointerup', drop)
      document.removeEventListener('pointercancel', cancel)
      document.removeEventListener('keydown', press)
    }
  }, [active, setDragged])

  return useCallback(
    (event: PointerEvent<HTMLElement>, id: string) => {
      if (event.button !== 0) return
      // Otherwise the browser would start to select text.
      event.preventDefault()
      setDragged({ id, to: now.current.accounts.findIndex((account) => account.id === id) })
    },
    [setDragged],
  )
}
