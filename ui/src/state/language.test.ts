// The language of a system's language tag.

import { describe, expect, it } from 'vitest'

import { formatsOf } from './format'
import { languageFor, localeOf, speak, takeSystemLocale } from './language'

describe('the language of the window', () => {
  it.each([
    ['en-GB', 'en'],
    ['nl', 'nl'],
    ['nl-BE', 'nl'],
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-MO', 'zh-TW'],
    ['zh-Hant-SG', 'zh-TW'],
    ['zh-CN', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh_TW', 'zh-TW'],
    ['fr-FR', 'en'],
  ])('is, for %s, %s', (tag, language) => {
    expect(languageFor(tag)).toBe(language)
  })

  it('is set on the page, so that Han characters have its glyphs', async () => {
    await speak('zh-TW')
    expect(document.documentElement.lang).toBe('zh-TW')
  })
})

describe('dates and numbers', () => {
  it.each([
    ['en', 'en-GB', 'en-GB'],
    ['nl', 'nl-BE', 'nl-BE'],
    ['zh-TW', 'zh-HK', 'zh-HK'],
    ['en', 'de-DE', 'en-DE'],
    ['en', 'en', 'en'],
    ['zh-CN', 'zh-HK', 'zh-Hans-HK'],
    ['en', 'no tag at all', 'en'],
  ])('of %s are, on a desktop that writes them as %s, those of %s', async (language, desktop, locale) => {
    await speak(null)
    takeSystemLocale(desktop)
    expect(localeOf(language)).toBe(locale)
  })

  it('have the format of the desktop only in its language', async () => {
    takeSystemLocale('en-GB')
    await speak(null)
    expect(formatsOf('en').date('2026-11-21T12:00:00Z')).toBe('21 Nov 2026')
    await speak('en')
    expect(formatsOf('en').date('2026-11-21T12:00:00Z')).toBe('Nov 21, 2026')
    takeSystemLocale(null)
  })
})
