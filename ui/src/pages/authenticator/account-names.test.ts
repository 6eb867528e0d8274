import { describe, expect, it } from 'vitest'

import type { AccountRow } from '../../backend/authenticator'
import { grouped, initialOf, matching, nameOf, spelled } from './account-names'

const row = (issuer: string, account: string) => ({ id: `${issuer}${account}`, issuer, account }) as AccountRow

describe('a code', () => {
  it.each([
    ['492039', '492 039'],
    ['49203917', '4920 3917'],
    ['4920391', '492 0391'],
    ['492039178', '492 039 178'],
    ['FR8RV', 'FR8RV'],
    ['7', '7'],
  ])('%s is shown as %s', (code, shown) => {
    expect(grouped(code)).toBe(shown)
  })

  it('is spelled for screen readers, so that they read no number', () => {
    expect(spelled('004217')).toBe('0 0 4 2 1 7')
  })
})

describe('an account', () => {
  it('is called by whichever of its names there are', () => {
    expect(nameOf({ issuer: 'Contoso', account: 'ann' })).toBe('Contoso, ann')
    expect(nameOf({ issuer: '', account: 'ann' })).toBe('ann')
    expect(nameOf({ issuer: 'Contoso', account: '' })).toBe('Contoso')
  })

  it('has the first letter of its name as a sign, whole also outside the basic plane', () => {
    expect(initialOf({ issuer: 'élan', account: '' })).toBe('É')
    expect(initialOf({ issuer: '𠮷野家', account: '' })).toBe('𠮷')
  })
})

describe('a search', () => {
  const accounts = [row('Café Zürich', 'Ann'), row('GitHub', 'ann_plays'), row('中華電信', '王小明')]
  const found = (text: string) => matching(accounts, text).map(({ issuer }) => issuer)

  it.each([
    ['cafe', ['Café Zürich']],
    ['ZURICH', ['Café Zürich']],
    ['ann', ['Café Zürich', 'GitHub']],
    ['ann git', ['GitHub']],
    ['電信', ['中華電信']],
    ['  ', ['Café Zürich', 'GitHub', '中華電信']],
    ['steam', []],
  ])('for %j finds %j', (text, issuers) => {
    expect(found(text)).toEqual(issuers)
  })
})
