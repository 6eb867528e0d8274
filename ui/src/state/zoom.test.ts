// Zooming by keys.

import { beforeEach, describe, expect, it } from 'vitest'

import { shell } from '../../tests/made-up-shell/shell'
import { currentSettings, openSettings } from './settings'
import { zoomBy, zoomStep } from './zoom'

beforeEach(() => openSettings())

describe('zooming', () => {
  it('changes the zoom, and the settings save it', async () => {
    await zoomBy(1)
    expect(shell.lastCall('set_window_zoom')).toEqual({ percent: 110 })
    expect(shell.world.settings.zoom).toBe(110)
    expect(currentSettings().zoom).toBe(110)
  })

  it('counts every press, even fast ones', async () => {
    await Promise.all([zoomBy(1), zoomBy(1), zoomBy(1)])
    expect(shell.world.settings.zoom).toBe(150)
    await Promise.all([zoomBy(-1), zoomBy(0), zoomBy(-1)])
    expect(shell.world.settings.zoom).toBe(90)
  })

  it('ends at the largest level', async () => {
    shell.world.settings.zoom = 300
    await openSettings()
    await zoomBy(1)
    expect(shell.lastCall('set_window_zoom')).toBeUndefined()
  })

  it('reacts to Ctrl with +, = (the same key), - and 0', () => {
    const step = (key: string, ctrlKey = true) => zoomStep({ key, ctrlKey, metaKey: false, altKey: false })
    expect(['+', '=', '-', '0', 'a'].map((key) => step(key))).toEqual([1, 1, -1, 0, null])
    expect(step('+', false)).toBeNull()
  })
})
