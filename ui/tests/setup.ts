// What every test stands on: a browser as far as jsdom lacks one, English words, and a made-up shell set back.

import '@testing-library/jest-dom/vitest'
import { cleanup, configure, getConfig } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'

import { speak } from '../src/state/language'
import { lateness } from './lateness'
import { shell } from './made-up-shell/shell'
import { settle } from './settle'

const { asyncWrapper } = getConfig()
configure({
  // A busy machine is no fault of the page.
  asyncUtilTimeout: 10_000,
  // Everything that a person does, and every wait of a test, ends with a page at rest.
  asyncWrapper: async (does) => {
    const done = await asyncWrapper(does)
    await settle()
    return done
  },
})

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
// Of the thousands of style rules only those stay that decide whether something can be seen and reached: with all of them, finding an
// element by its role takes most of a test's time.
const insertRule = CSSStyleSheet.prototype.insertRule
CSSStyleSheet.prototype.insertRule = function (this: CSSStyleSheet, rule) {
  const counts = !rule.startsWith('@') && /position:\s*fixed|display:\s*none|visibility:\s*hidden/.test(rule)
  return counts ? insertRule.call(this, rule, this.cssRules.length) : this.cssRules.length
}
Element.prototype.scrollIntoView ??= () => undefined
Element.prototype.scrollTo ??= () => undefined

beforeEach(async () => {
  shell.reset()
  shell.lateness = lateness()
  await speak('en')
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})
