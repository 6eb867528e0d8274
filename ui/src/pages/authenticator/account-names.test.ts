import { describe, expect, it } from 'vitest'

import { grouped, initialOf, nameOf, spelled } from './account-names'

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

  it('is spelled out for screen readers, so that they do not read a number', () => {
    expect(spelled('004217')).toBe('0 0 4 2 1 7')
  })
})

describe('an account', () => {
  it('has a name even if one part is missing', () => {
    expect(nameOf({ issuer: 'Contoso', account: 'ann' })).toBe('Contoso, ann')
    expect(nameOf({ issuer: '', account: 'ann' })).toBe('ann')
    expect(nameOf({ issuer: 'Contoso', account: '' })).toBe('Contoso')
  })

  it('has the first letter of its name as a sign, whole also outside the basic plane', () => {
    expect(initialOf({ issuer: 'élan', account: '' })).toBe('É')
    expect(initialOf({ issuer: '𠮷野家', account: '' })).toBe('𠮷')
  })
})
