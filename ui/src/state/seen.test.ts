// Timers of a hidden window.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { afterWhileSeen } from './seen'

const SECOND = 1000

function windowIs(state: DocumentVisibilityState) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('a timer', () => {
  it('fires on time while the window is visible', () => {
    const heard = vi.fn()
    afterWhileSeen(SECOND, heard)
    vi.advanceTimersByTime(SECOND - 1)
    expect(heard).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(heard).toHaveBeenCalledOnce()
  })

  it('waits without a timer while the window is hidden', () => {
    const heard = vi.fn()
    afterWhileSeen(SECOND, heard)
    windowIs('hidden')
    vi.advanceTimersByTime(60 * SECOND)
    expect(heard).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
    windowIs('visible')
    expect(heard).toHaveBeenCalledOnce()
    windowIs('hidden')
    windowIs('visible')
    expect(heard).toHaveBeenCalledOnce()
  })

  it('does not fire after it is cancelled', () => {
    const heard = vi.fn()
    afterWhileSeen(SECOND, heard)()
    const stop = afterWhileSeen(SECOND, heard)
    windowIs('hidden')
    vi.advanceTimersByTime(2 * SECOND)
    stop()
    windowIs('visible')
    expect(heard).not.toHaveBeenCalled()
  })
})
