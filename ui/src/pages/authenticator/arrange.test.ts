import { describe, expect, it } from 'vitest'

import { placeBefore, reach, sorted, tagged, tagsOf } from './arrange'
import { accountRow } from './testing'

const ids = (accounts: { id: string }[]) => accounts.map(({ id }) => id).join('')

describe('the list', () => {
  const accounts = [
    accountRow('a', 'Zorg', 'x', { uses: 5, used: 100 }),
    accountRow('b', 'élan', 'x', { pinned: true }),
    accountRow('c', 'Bank 10', 'x', { uses: 9, used: 50 }),
    accountRow('d', 'Bank 9', 'x', { uses: 5, used: 900 }),
    accountRow('e', '', 'ann', { pinned: true, uses: 1, used: 1 }),
  ]
  it.each([
    ['own', 'beacd'],
    ['name', 'ebdca'],
    ['recent', 'ebdac'],
    ['mostUsed', 'ebcad'],
  ] as const)('sorted by %s is %s: pinned first, equal ones in their own order', (sort, order) => {
    expect(ids(sorted(accounts, sort, 'en'))).toBe(order)
    expect(ids(accounts)).toBe('abcde')
  })
})

describe('tags', () => {
  const accounts = [accountRow('a', '', '', { tags: ['Work', 'Home'] }), accountRow('b', '', '', { tags: ['work'] }), accountRow('c', '', '')]
  it('are counted ignoring case, and sorted by name', () => {
    expect(tagsOf(accounts, 'en')).toEqual([{ name: 'Home', count: 1 }, { name: 'Work', count: 2 }])
  })
  it('choose accounts, or all of them', () => {
    expect(ids(tagged(accounts, 'WORK'))).toBe('ab')
    expect(ids(tagged(accounts, null))).toBe('abc')
  })
})

describe('moving', () => {
  it('keeps pinned accounts among themselves', () => {
    const shown = sorted([accountRow('a', '', '', { pinned: true }), accountRow('b', '', ''), accountRow('c', '', '')], 'own', 'en')
    expect(reach(shown, 'a')).toEqual({ first: 0, last: 0 })
    expect(reach(shown, 'c')).toEqual({ first: 1, last: 2 })
  })

  it('puts an account where it was dropped, with any pinned accounts, and loses none', () => {
    // Every order of five with every choice of pins, every account to every position that it can reach.
    const letters = ['a', 'b', 'c', 'd', 'e']
    for (let pins = 0; pins < 32; pins += 1) {
      const own = letters.map((id, index) => accountRow(id, '', '', { pinned: Boolean((pins >> index) & 1) }))
      const shown = sorted(own, 'own', 'en')
      for (const { id } of own) {
        const { first, last } = reach(shown, id)
        for (let to = first; to <= last; to += 1) {
          const before = placeBefore(own, shown, id, to)
          expect(before).not.toBe(id)
          const moved = own.filter((account) => account.id !== id)
          const at = before === undefined ? moved.length : moved.findIndex((account) => account.id === before)
          expect(at).toBeGreaterThanOrEqual(0)
          moved.splice(at, 0, ...own.filter((account) => account.id === id))
          const wanted = shown.filter((account) => account.id !== id)
          wanted.splice(to, 0, ...shown.filter((account) => account.id === id))
          expect(ids(sorted(moved, 'own', 'en'))).toBe(ids(wanted))
        }
      }
    }
  })
})
