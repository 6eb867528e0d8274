// Dates, lengths of time and names of countries, as each language writes them.

import { describe, expect, it } from 'vitest'

import { formatsOf } from './format'

const NOW = Date.UTC(2026, 2, 12, 12)
const YESTERDAY = '2026-03-11T10:00:00Z'

describe('a time that stands alone', () => {
  it.each([
    ['en', 'yesterday', 'Yesterday'],
    ['nl', 'gisteren', 'Gisteren'],
    ['zh-TW', '昨天', '昨天'],
  ])('begins as a sentence does in %s', (language, within, alone) => {
    const format = formatsOf(language)
    expect(format.ago(YESTERDAY, NOW)).toBe(within)
    expect(format.agoAlone(YESTERDAY, NOW)).toBe(alone)
  })
})

describe('a month', () => {
  it.each([
    ['en', 'March 2026'],
    ['nl', 'maart 2026'],
    ['zh-TW', '2026年3月'],
  ])('is written out in %s', (language, words) => {
    expect(formatsOf(language).month('2026-03')).toBe(words)
  })
})

describe('a country', () => {
  it('has its name, and what is none stays as it is', () => {
    expect(formatsOf('nl').country('NL')).toBe('Nederland')
    expect(formatsOf('en').country('unknown-one')).toBe('unknown-one')
  })
})
