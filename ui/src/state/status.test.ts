// The status: the newest value wins.

import { beforeEach, describe, expect, it, vi } from 'vitest'

import { onStatus, status as askStatus, type Status } from '../backend/app'
import { currentStatus, followStatus } from './status'

vi.mock('../backend/app', () => ({ onStatus: vi.fn(), status: vi.fn() }))

const at = (state: 'opening' | 'locked') => ({ vault: { state } }) as unknown as Status

describe('the status of a window that opens', () => {
  let tell: (status: Status) => void
  let answer: (status: Status) => void

  beforeEach(() => {
    vi.clearAllMocks()
    vi.mocked(onStatus).mockImplementation((heard) => {
      tell = heard
      return Promise.resolve(() => undefined)
    })
    vi.mocked(askStatus).mockImplementation(() => new Promise((resolve) => (answer = resolve)))
  })

  it('is what the shell answers', async () => {
    const following = followStatus()
    await vi.waitFor(() => expect(askStatus).toHaveBeenCalled())
    answer(at('opening'))
    await following
    expect(currentStatus()?.vault.state).toBe('opening')
  })

  it('is not replaced by an answer that is older than an event', async () => {
    const following = followStatus()
    await vi.waitFor(() => expect(askStatus).toHaveBeenCalled())
    tell(at('locked'))
    answer(at('opening'))
    await following
    expect(currentStatus()?.vault.state).toBe('locked')
  })

  it('is requested after it listens for events', async () => {
    let listening: () => void = () => undefined
    vi.mocked(onStatus).mockImplementation(() => new Promise((resolve) => (listening = () => resolve(() => undefined))))
    const following = followStatus()
    await Promise.resolve()
    expect(askStatus).not.toHaveBeenCalled()
    listening()
    await vi.waitFor(() => expect(askStatus).toHaveBeenCalled())
    answer(at('opening'))
    await following
  })
})
