// The base of every test: a browser as far as jsdom lacks one, English texts, and a fake shell in its first state.

import '@testing-library/jest-dom/vitest'
import { cleanup, configure, getConfig } from '@testing-library/react'
import { afterAll, afterEach, beforeEach, vi } from 'vitest'

import { speak } from '../src/state/language'
import { lateness } from './lateness'
import { shell } from './made-up-shell/shell'
import { settle } from './settle'

const { asyncWrapper } = getConfig()
configure({
  // A busy machine must not fail a test.
  asyncUtilTimeout: 100_000,
  // Every user action, and every wait of a test, ends with a page at rest.
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
// jsdom has no layout: the page gets the height of a window and a row the height of a row, so that long lists render as
// in a window.
Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, get: () => 720 })
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 64 })
// Of the thousands of style rules only those stay that decide whether an element is visible and reachable: with all of
// them, finding an element by its role takes most of a test's time.
const insertRule = CSSStyleSheet.prototype.insertRule
function insertCounting(this: CSSStyleSheet, rule: string) {
  const counts = !rule.startsWith('@') && /position:\s*fixed|display:\s*none|visibility:\s*hidden/.test(rule)
  return counts ? insertRule.call(this, rule, this.cssRules.length) : this.cssRules.length
}
if (insertRule.name !== insertCounting.name) CSSStyleSheet.prototype.insertRule = insertCounting
Element.prototype.scrollIntoView ??= () => undefined
Element.prototype.scrollTo ??= () => undefined

beforeEach(async () => {
  // The clock stands still, so that what a page says about the time does not depend on the machine's speed.
  vi.setSystemTime(new Date())
  shell.reset()
  shell.lateness = lateness()
  await speak('en')
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

// The files share the browser and the libraries: loading them took longer than the tests of most files. Each file has our
// own modules, and so their state, to itself.
afterAll(() => {
  vi.resetModules()
  document.body.replaceChildren()
})
