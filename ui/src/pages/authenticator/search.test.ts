import { describe, expect, it } from 'vitest'

import { matching } from './search'
import { accountRow } from './testing'

describe('a search', () => {
  const accounts = [
    accountRow('1', 'Café Zürich', 'Ann', { tags: ['Reizen'] }),
    accountRow('2', 'GitHub', 'ann_plays', { note: 'Recovery codes: in the Safe' }),
    accountRow('3', '中華電信', '王小明', { tags: ['工作', 'Work'] }),
  ]
  const found = (text: string) => matching(accounts, text).map(({ id }) => id)

  it.each([
    ['cafe', ['1']],
    ['ZURICH', ['1']],
    ['ann', ['1', '2']],
    ['ann git', ['2']],
    ['電信', ['3']],
    ['reizen', ['1']],
    ['work 王', ['3']],
    ['safe', ['2']],
    ['ａｎｎ＿', ['2']],
    ['  ', ['1', '2', '3']],
    ['steam', []],
  ])('for %j finds %j', (text, ids) => {
    expect(found(text)).toEqual(ids)
  })

  it('finds no word that spans two fields', () => {
    expect(found('hubann')).toEqual([])
  })

  it('finds every account by any part of any of its words, in any order', () => {
    for (const account of accounts) {
      const words = [account.issuer, account.account, ...account.tags, account.note].flatMap((text) => text.split(/\s+/)).filter(Boolean)
      for (const word of words) {
        const part = word.slice(Math.floor(word.length / 3)).toUpperCase()
        expect(found(`${part} ${words[0]}`)).toContain(account.id)
      }
    }
  })
})
