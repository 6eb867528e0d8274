// Which language a system's language tag means.

import { describe, expect, it } from 'vitest'

import { languageFor, speak } from './language'

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

  it('is told to the page, so that Han characters take its shapes', async () => {
    await speak('zh-TW')
    expect(document.documentElement.lang).toBe('zh-TW')
  })
})
