// A combination of keys in the shell's format: `Ctrl+Alt+P`.

const HELD = ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'CapsLock', 'NumLock']

export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'isComposing'>

/** Null while only modifiers are pressed, and while an input method composes. */
export function keysOf({ key, code, ctrlKey, altKey, shiftKey, metaKey, isComposing }: Pressed): string | null {
  if (isComposing || HELD.includes(key)) return null
  const held = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Super']
  return [...held, mainKey(key, code)].filter(Boolean).join('+')
}

/** The label of the key, also with Shift or on another keyboard layout. */
function mainKey(key: string, code: string): string {
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase()
  if (code === 'Space') return 'Space'
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] ?? key
}
