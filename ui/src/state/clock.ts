// One clock for the whole window: it informs all components that show time, and stops without listeners.

import { useEffect, useState } from 'react'

type Heard = (now: number) => void

const SECOND = 1000
const listeners = new Map<Heard, number>()
const due = new Map<Heard, number>()
let timer: ReturnType<typeof setTimeout> | undefined
/** Ticks are at this fraction of a second, so that a code changes exactly on time even if the service's clock differs. */
let phase = 0

function tick() {
  timer = undefined
  const now = Date.now()
  for (const [heard, every] of [...listeners]) {
    if ((due.get(heard) ?? 0) > now) continue
    due.set(heard, now + every - SECOND / 2)
    heard(now)
  }
  schedule()
}

function schedule() {
  if (timer !== undefined || listeners.size === 0 || document.visibilityState === 'hidden') return
  const now = Date.now()
  const soonest = Math.min(...[...listeners.keys()].map((heard) => due.get(heard) ?? 0))
  const wait = Math.max(soonest - now, 0)
  const onTheDot = SECOND - ((((now + wait - phase) % SECOND) + SECOND) % SECOND)
  timer = setTimeout(tick, wait + onTheDot)
}

document.addEventListener('visibilitychange', () => {
  clearTimeout(timer)
  timer = undefined
  if (document.visibilityState === 'visible') tick()
})

/** Calls `heard` about every `every` milliseconds, and at once when the window becomes visible. */
export function hearClock(heard: Heard, every = SECOND): () => void {
  listeners.set(heard, every)
  due.set(heard, Date.now() + every - SECOND)
  clearTimeout(timer)
  timer = undefined
  schedule()
  return () => {
    listeners.delete(heard)
    due.delete(heard)
    if (listeners.size > 0) return
    clearTimeout(timer)
    timer = undefined
  }
}

/** Aligns the ticks with this moment. */
export function alignClock(moment: number) {
  phase = moment % SECOND
}

/** The time, updated every `every` milliseconds. */
export function useNow(every = SECOND): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => hearClock(setNow, every), [every])
  return now
}

/** Whole seconds until a moment, at least zero. Updates only until then. */
export function useSecondsLeft(until: number | null): number {
  const [left, setLeft] = useState(() => secondsUntil(until))
  const [asked, setAsked] = useState(until)
  if (asked !== until) {
    setAsked(until)
    setLeft(secondsUntil(until))
  }
  const running = left > 0
  useEffect(() => {
    if (!running) return
    return hearClock(() => setLeft(secondsUntil(until)))
  }, [until, running])
  return left
}

function secondsUntil(until: number | null): number {
  return until === null ? 0 : Math.max(0, Math.ceil((until - Date.now()) / SECOND))
}
