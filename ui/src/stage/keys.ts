// On a projector the keys that a presenter presses are shown, so that an audience can follow. What is typed into a field is not.

import { currentSettings } from '../state/settings'

/** From this zoom on, in percent, the window is for an audience. */
export const PROJECTED = 150
const SHOWN_FOR = 1200
const NAMED = ['Enter', 'Escape', 'Tab', 'Backspace', 'Delete', 'Home', 'End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']
const ARROWS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }

let shown: HTMLElement | null = null
let hiding: ReturnType<typeof setTimeout> | undefined

/** Shows keys from now on, while the window is large. */
export function showKeys(): void {
  document.addEventListener(
    'keydown',
    (event) => {
      const name = currentSettings().zoom >= PROJECTED ? nameOf(event) : null
      if (name) show(name)
    },
    true,
  )
}

/** *Ctrl + F*; null for a letter that may be part of a text. */
export function nameOf({ key, ctrlKey, altKey, shiftKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>): string | null {
  const held = [ctrlKey && 'Ctrl', altKey && 'Alt', metaKey && 'Super'].filter(Boolean)
  const isNamed = NAMED.includes(key) || /^F\d+$/.test(key)
  if (!isNamed && (held.length === 0 || [...key].length > 1)) return null
  return [...held, shiftKey && 'Shift', ARROWS[key] ?? (isNamed ? key : key.toUpperCase())].filter(Boolean).join(' + ')
}

function show(name: string) {
  if (!shown) {
    shown = document.createElement('div')
    shown.setAttribute('aria-hidden', 'true')
    shown.dataset.testid = 'key-shown'
    Object.assign(shown.style, {
      position: 'fixed',
      left: '50%',
      bottom: '24px',
      transform: 'translateX(-50%)',
      padding: '6px 16px',
      borderRadius: '8px',
      backgroundColor: '#1b1a19',
      color: '#ffffff',
      border: '1px solid #ffffff',
      fontSize: '16px',
      fontWeight: '600',
      pointerEvents: 'none',
      zIndex: '10000000',
    })
  }
  shown.textContent = name
  document.body.append(shown)
  clearTimeout(hiding)
  hiding = setTimeout(() => shown?.remove(), SHOWN_FOR)
}
