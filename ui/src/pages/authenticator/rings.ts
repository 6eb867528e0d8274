// Updates the rings of the list with the window's clock, without React: a ring needs two small writes.
//
// Each new frame of a window costs 10 to 20 ms without a graphics processor, even for a small change. So the rings move
// every second only while the person is active, and in the last seconds of a code, when the person may be reading it.
// Otherwise they move in steps; a step shows the time left at its end, so that it never shows more time than there is.

import { createContext, useContext, useEffect, useMemo, useRef, type RefObject } from 'react'

import { hearClock } from '../../state/clock'
import { watchPresence, type Presence } from './presence'

/** As long as the next code is shown beside the present one, and the time that is counted second by second. */
const STEP = 10
const HALF = STEP / 2

export interface Rings {
  /** Starts to draw a ring; returns the function that stops. */
  add: (ring: HTMLElement, period: number) => () => void
}

/** The text of a ring with a number of seconds left. */
export function shownLeft(left: number, presence: Presence): { seconds: number; text: string } {
  if (presence === 'here' || (presence === 'reading' && left <= STEP)) return { seconds: left, text: String(left) }
  const step = left <= STEP ? HALF : STEP
  const seconds = Math.max(0, Math.ceil(left / step) - 1) * step
  return { seconds, text: seconds === 0 ? `<${step}` : String(seconds) }
}

export const RingsContext = createContext<Rings>({ add: () => () => undefined })

/** `until` is the end of the present step for each period. */
export function useRings(until: ReadonlyMap<number, number>): Rings {
  const ends = useRef(until)
  const drawn = useRef(new Map<HTMLElement, number>())
  const draw = useRef<() => void>(() => undefined)

  useEffect(() => {
    ends.current = until
    draw.current()
  }, [until])

  useEffect(() => {
    const watched = watchPresence(() => draw.current())
    draw.current = () => {
      const now = Date.now()
      for (const [ring, period] of drawn.current) drawRing(ring, period, ends.current.get(period), now, watched.presence(now))
    }
    draw.current()
    const stop = hearClock(() => draw.current())
    return () => {
      stop()
      watched.stop()
      draw.current = () => undefined
    }
  }, [])

  return useMemo(
    () => ({
      add: (ring, period) => {
        drawn.current.set(ring, period)
        draw.current()
        return () => drawn.current.delete(ring)
      },
    }),
    [],
  )
}

function drawRing(ring: HTMLElement, period: number, end: number | undefined, now: number, presence: Presence) {
  const left = end === undefined ? 0 : Math.max(0, Math.ceil((end - now) / 1000))
  const { seconds, text } = shownLeft(Math.min(left, period), presence)
  // Writing the same value would cost a frame too.
  if (ring.dataset.left === text) return
  ring.dataset.left = text
  const [circle, label] = [ring.querySelector<SVGElement>('[data-part="left"]'), ring.querySelector('[data-part="seconds"]')]
  circle?.setAttribute('stroke-dashoffset', String(100 * (1 - seconds / period)))
  if (label) label.textContent = text
}

/** To be passed to the element of a ring. */
export function useRing(period: number): RefObject<HTMLSpanElement | null> {
  const { add } = useContext(RingsContext)
  const ring = useRef<HTMLSpanElement>(null)
  useEffect(() => (ring.current ? add(ring.current, period) : undefined), [add, period])
  return ring
}
