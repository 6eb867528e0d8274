// What every test stands on: a browser as far as jsdom lacks one, English words, and a made-up shell set back.

import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'

import { speak } from '../src/state/language'
import { shell } from './made-up-shell/shell'

window.matchMedia ??= (query: string) =>
  ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', NoObserver)
vi.stubGlobal('IntersectionObserver', NoObserver)
Element.prototype.scrollIntoView ??= () => undefined
Element.prototype.scrollTo ??= () => undefined

beforeEach(async () => {
  shell.reset()
  await speak('en')
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})
