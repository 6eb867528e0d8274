import { describe, expect, it } from 'vitest'

import { brandCount, brandOf, outlineAtOnce, outlineOf } from './brands'

describe('signs of issuers', () => {
  it('are a few dozen', () => {
    expect(brandCount).toBeGreaterThan(90)
  })

  it('are outlines, each read when it is first wanted, and there at once from then on', async () => {
    expect(outlineAtOnce('github')).toBeUndefined()
    const outline = await outlineOf('github')
    expect(outline).toMatch(/^M[\d .a-z-]+/i)
    expect(outlineAtOnce('github')).toBe(outline)
    expect(await outlineOf('nobody')).toBeUndefined()
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
