import { describe, expect, it } from 'vitest'

import { brandCount, brandOf } from './brands'

describe('logos of issuers', () => {
  it('are a few dozen, each an outline', () => {
    expect(brandCount).toBeGreaterThan(90)
    expect(brandOf('GitHub')).toMatch(/^M[\d .a-z-]+/i)
  })

  it.each(['github', 'GitHub.com', 'www.github.com', 'GitHub (work)', 'GitHub: Contoso', 'Git Hub'])('%s is GitHub', (issuer) => {
    expect(brandOf(issuer)).toBe(brandOf('GitHub'))
  })

  it.each([
    ['Twitter', 'X'],
    ['Google Account', 'Google'],
    ['Électronic Arts', 'EA'],
    ['Linode', 'Akamai'],
  ])('%s has the sign of %s', (issuer, other) => {
    expect(brandOf(issuer)).toBe(brandOf(other))
    expect(brandOf(issuer)).toBeDefined()
  })

  it.each(['', '  ', 'Contoso', 'constructor', 'Xerox', 'Githubber', '中華電信'])('%j has none', (issuer) => {
    expect(brandOf(issuer)).toBeUndefined()
  })
})
