// Countries and numbers.

import { describe, expect, it } from 'vitest'

import { countriesIn, countriesLike, countryOf, grouped, stored, takeApart } from './countries'

describe('countries', () => {
  const like = (search: string) => countriesLike(countriesIn('en'), search).map(({ code }) => code)

  it('are found by a part of the name, with or without its accents', () => {
    expect(like('ether')).toContain('NL')
    expect(like('cote')).toContain('CI')
    expect(like('Côte')).toContain('CI')
    expect(countriesLike(countriesIn('zh-TW'), '荷').map(({ code }) => code)).toContain('NL')
  })

  it('are found by the calling code as far as it is typed, and by two letters', () => {
    expect(like('+31')).toEqual(['NL'])
    expect(like('0031')).toEqual(['NL'])
    expect(like('35')).toContain('IE')
    expect(like('NL')).toContain('NL')
  })

  it('come first if the name begins with the typed text', () => {
    expect(like('nether')).toEqual(['NL', 'BQ'])
    expect(like('us')[0]).toBe('US')
  })
})

describe('countries', () => {
  it('are named and ordered in the active language', () => {
    const dutch = countriesIn('nl')
    expect(dutch.find(({ code }) => code === 'NL')).toEqual({ code: 'NL', name: 'Nederland', callingCode: '31' })
    expect(dutch.length).toBeGreaterThan(200)
  })

  it.each([
    ['nl-NL', 'NL'],
    ['zh_TW.UTF-8', 'TW'],
    ['zh', 'CN'],
    ['C', 'US'],
  ])('come from the system language %s', (tag, country) => {
    expect(countryOf(tag)).toBe(country)
  })
})

describe('numbers', () => {
  it('with a country code of their own go as they are', () => {
    expect(stored('US', '+1 [425] 555·0123')).toBe('+1 [425] 555·0123')
    expect(stored('NL', '+1 [425] 555·0123', '42')).toBe('+1 [425] 555·0123x42')
    expect(stored('US', '[425] 555·0123')).toMatch(/^\+1 (?!\+)/)
  })

  it('get the gaps of their country while they are typed', () => {
    expect(grouped('4255550155', 'US')).toBe('(425) 555-0155')
  })

  it('are stored with one space after the country code', () => {
    expect(stored('US', '(425) 555-0155')).toBe('+1 4255550155')
    expect(stored('NL', '06 1234 5678')).toBe('+31 612345678')
  })

  it('keep their extension, typed in its own field or behind the number', () => {
    expect(stored('US', '(425) 555-0155', '4 2')).toBe('+1 4255550155x42')
    expect(stored('US', '425-555-0155 x42')).toBe('+1 4255550155x42')
    expect(stored('US', '42', '7')).toBe('+1 42x7')
  })

  it('go to the service unchanged if they cannot be parsed', () => {
    expect(stored('US', '42')).toBe('+1 42')
    expect(stored('US', 'abc')).toBe('+1 abc')
  })

  it('set the country when a whole one is pasted', () => {
    expect(takeApart('+31 6 12345678')).toEqual({ country: 'NL', national: '06 12345678', extension: '' })
    expect(takeApart('0031612345678')).toEqual({ country: 'NL', national: '06 12345678', extension: '' })
    expect(takeApart('+1 425 555 0155 ext. 42')).toEqual({ country: 'US', national: '(425) 555-0155', extension: '42' })
    expect(takeApart('4255550155')).toBeNull()
  })

  it.each([
    '\u2068+1 425\u2011555\u20130155\u2069',
    'tel:+1-425-555-0155',
    '(+1) 425 555 0155',
    '\uff0b1 (425) 555\u22120155',
    '+\u0661 \u0664\u0662\u0665 \u0665\u0665\u0665 \u0660\u0661\u0665\u0665',
  ])('are taken as they are pasted: %j', (pasted) => {
    expect(takeApart(pasted)).toEqual({ country: 'US', national: '(425) 555-0155', extension: '' })
    expect(stored('US', '425\u2011555\u00a0\u0660\u0661\u0665\u0665', '\u0664 2')).toBe('+1 4255550155x42')
  })
})
