// The rendered rows: the visible ones, a few beyond either edge, and the one with the focus or being moved. Of a
// thousand accounts, about twenty are in the page.

import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useState, type RefObject } from 'react'

import type { AccountRow } from '../../backend/authenticator'

/** With its border. */
const ROW = 65
const NARROW_ROW = 89
/** As in `row-styles.ts`. */
const NARROW = 640
/** Rows beyond the edge: as many as one turn of a wheel. */
const BEYOND = 6

export function useVirtualRows(list: RefObject<HTMLElement | null>, accounts: AccountRow[], kept: number[]) {
  const [place, setPlace] = useState({ top: 0, narrow: false })
  const scroller = useCallback(() => list.current?.closest('main') ?? document.documentElement, [list])

  // Content above the list appears and disappears, so the start of the list is measured after each render.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- it sets what it read only when that is something else
  useLayoutEffect(() => {
    const [element, around] = [list.current, scroller()]
    if (!element) return
    const box = element.getBoundingClientRect()
    const top = Math.round(box.top - around.getBoundingClientRect().top + around.scrollTop)
    const narrow = box.width > 0 && box.width < NARROW
    if (top !== place.top || narrow !== place.narrow) setPlace({ top, narrow })
  })

  // eslint-disable-next-line react-hooks/incompatible-library -- this folder is not run through React's compiler
  const virtual = useVirtualizer({
    count: accounts.length,
    getScrollElement: scroller,
    estimateSize: () => (place.narrow ? NARROW_ROW : ROW),
    getItemKey: (index) => accounts[index]?.id ?? index,
    overscan: BEYOND,
    scrollMargin: place.top,
    useFlushSync: false,
    rangeExtractor: (range: Range) => {
      const drawn = defaultRangeExtractor(range)
      const more = kept.filter((index) => index >= 0 && index < range.count && !drawn.includes(index))
      return more.length === 0 ? drawn : [...drawn, ...more].sort((one, other) => one - other)
    },
  })
  const items = virtual.getVirtualItems()
  /** The ids of the rendered rows as one text, so that equal lists are equal values. */
  const drawn = items.map(({ index }) => accounts[index]?.id ?? '').join(' ')
  return { virtual, items, drawn }
}
