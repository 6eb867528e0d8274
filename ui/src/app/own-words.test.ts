// What Ctrl+A selects.

import { fireEvent } from '@testing-library/dom'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { keepOwnWordsUnselected } from './own-words'

beforeAll(keepOwnWordsUnselected)
afterEach(() => document.body.replaceChildren())

const select = (element: Element) => fireEvent.keyDown(element, { key: 'a', ctrlKey: true })

describe("the program's own words", () => {
  it('are not selected by Ctrl+A', () => {
    const heading = document.body.appendChild(document.createElement('h1'))
    expect(select(heading)).toBe(false)
  })

  it('leave a field its Ctrl+A', () => {
    const field = document.body.appendChild(document.createElement('input'))
    expect(select(field)).toBe(true)
  })

  it('do not prevent selecting text for copying', () => {
    const details = document.body.appendChild(document.createElement('dd'))
    details.style.userSelect = 'text'
    details.textContent = 'c7a2f9e0-5b1d'
    document.body.append('Own words')
    getSelection()?.collapse(details.firstChild, 2)
    expect(select(document.body)).toBe(false)
    expect(getSelection()?.toString()).toBe('c7a2f9e0-5b1d')
  })

  it('cannot be marked with the pointer either, by the one rule of the page, which spares fields', () => {
    const css = readFileSync(join(import.meta.dirname, 'base.css'), 'utf8')
    expect(css).toMatch(/body \{[^}]*\buser-select: none/)
    expect(css).toMatch(/input,\s*textarea[^{]*\{[^}]*\buser-select: text/)
  })
})
