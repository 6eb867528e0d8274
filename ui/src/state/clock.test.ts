// The one clock.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { alignClock, hearClock } from './clock'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000_250 })
  alignClock(0)
})
afterEach(() => vi.useRealTimers())

describe('the clock', () => {
  it('ticks on the second, with one timer for all listeners', () => {
    const heard = [vi.fn(), vi.fn(), vi.fn()]
    const stops = heard.map((each) => hearClock(each))
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(750)
    for (const each of heard) expect(each).toHaveBeenCalledExactlyOnceWith(1_000_000_001_000)
    vi.advanceTimersByTime(3000)
    for (const each of heard) expect(each).toHaveBeenCalledTimes(4)
    for (const stop of stops) stop()
  })

  it('stops without listeners', () => {
    const stop = hearClock(() => undefined)
    stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not wake every second for a listener of every minute', () => {
    const heard = vi.fn()
    const stop = hearClock(heard, 60_000)
    vi.advanceTimersByTime(30_000)
    expect(heard).not.toHaveBeenCalled()
    vi.advanceTimersByTime(31_000)
    expect(heard).toHaveBeenCalledTimes(1)
    stop()
  })

  it('ticks at the moment when a code ends', () => {
    alignClock(1_000_000_030_400)
    const heard = vi.fn()
    const stop = hearClock(heard)
    vi.advanceTimersByTime(150)
    expect(heard).toHaveBeenCalledExactlyOnceWith(1_000_000_000_400)
    stop()
  })
})
