import { describe, expect, it } from 'vitest'

import { keysOf, type Pressed } from './keys'

const press = (key: string, code: string, held: Partial<Pressed> = {}) =>
  keysOf({ key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, isComposing: false, ...held })

describe('keys', () => {
  it('are written in one order', () => {
    expect(press('p', 'KeyP', { altKey: true, ctrlKey: true })).toBe('Ctrl+Alt+P')
    expect(press('F9', 'F9', { metaKey: true, shiftKey: true })).toBe('Shift+Super+F9')
  })

  it('are those on the keyboard, with or without Shift', () => {
    expect(press('!', 'Digit1', { shiftKey: true, ctrlKey: true })).toBe('Ctrl+Shift+1')
    expect(press(' ', 'Space', { ctrlKey: true })).toBe('Ctrl+Space')
    expect(press('з', 'KeyP', { ctrlKey: true, altKey: true })).toBe('Ctrl+Alt+P')
  })

  it('are null while only a modifier is pressed', () => {
    expect(press('Control', 'ControlLeft', { ctrlKey: true })).toBeNull()
    expect(press('p', 'KeyP', { ctrlKey: true, isComposing: true })).toBeNull()
  })
})
