// What every test stands on: a browser as far as jsdom lacks one, English words, and a made-up shell set back.

import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'

import { speak } from '../src/state/language'
import { shell } from './made-up-shell/shell'

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 10_000 })

window.matchMedia ??= (query: string) =>
  ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', NoObserver)
vi.stubGlobal('IntersectionObserver', NoObserver)
// Nothing is laid out here: the page is as high as a window and a row as a row, so that long lists draw what a window would.
Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, get: () => 720 })
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 64 })
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
