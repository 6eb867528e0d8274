// The status: the newest value wins.

import { beforeEach, describe, expect, it } from 'vitest'

import { shell } from '../../tests/made-up-shell/shell'
import { currentStatus, followStatus } from './status'

const at = (state: 'opening' | 'locked') => ({ ...shell.world.status, vault: { ...shell.world.status.vault, state } })

describe('the status of a window that opens', () => {
  let stop: () => void
  beforeEach(() => () => stop())

  it('is what the shell answers', async () => {
    shell.instead.status = () => at('opening')
    stop = await followStatus()
    expect(currentStatus()?.vault.state).toBe('opening')
  })

  it('is not replaced by an answer that is older than an event: it listens before it asks', async () => {
    shell.instead.status = () => {
      shell.emit('status', at('locked'))
      return at('opening')
    }
    stop = await followStatus()
    expect(currentStatus()?.vault.state).toBe('locked')
  })
})
