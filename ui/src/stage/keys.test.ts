import { beforeAll, describe, expect, it } from 'vitest'

import { changeSettings, openSettings } from '../state/settings'
import { nameOf, PROJECTED, showKeys } from './keys'

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }
const press = (key: string, held = {}) => document.dispatchEvent(new KeyboardEvent('keydown', { key, ...held }))
const shownKey = () => document.querySelector('[data-testid=key-shown]')?.textContent ?? null

describe('the keys of a presenter', () => {
  it('have names; letters of a text have none', () => {
    expect(nameOf({ ...none, key: 'Enter' })).toBe('Enter')
    expect(nameOf({ ...none, key: 'ArrowDown', shiftKey: true })).toBe('Shift + ↓')
    expect(nameOf({ ...none, key: 'f', ctrlKey: true })).toBe('Ctrl + F')
    expect(nameOf({ ...none, key: 'a' })).toBeNull()
    expect(nameOf({ ...none, key: 'A', shiftKey: true })).toBeNull()
    expect(nameOf({ ...none, key: 'Control', ctrlKey: true })).toBeNull()
  })

  describe('in a window', () => {
    beforeAll(() => showKeys())

    it('are shown on a projector alone, and never what is typed', async () => {
      await openSettings()
      press('Enter')
      expect(shownKey()).toBeNull()
      await changeSettings({ zoom: PROJECTED })
      press('s')
      expect(shownKey()).toBeNull()
      press('Tab')
      expect(shownKey()).toBe('Tab')
    })
  })
})
