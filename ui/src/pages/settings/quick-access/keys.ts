// Keys pressed together, as the shell calls them: `Ctrl+Alt+P`.

const HELD = ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'CapsLock', 'NumLock']

export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'isComposing'>

/** Null while only keys are held that wait for another one, and while an input method composes. */
export function keysOf({ key, code, ctrlKey, altKey, shiftKey, metaKey, isComposing }: Pressed): string | null {
  if (isComposing || HELD.includes(key)) return null
  const held = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Super']
  return [...held, mainKey(key, code)].filter(Boolean).join('+')
}

/** What stands on the key; with Shift held, or on another keyboard, what would stand on it. */
function mainKey(key: string, code: string): string {
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase()
  if (code === 'Space') return 'Space'
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] ?? key
}
