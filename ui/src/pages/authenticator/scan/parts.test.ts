import { describe, expect, it } from 'vitest'

import { isThere, missingParts, partsOf } from './parts'

const part = (id: number, part: number, parts: number) => ({ export: id, part, parts, draftIds: [] })

describe('an export in parts', () => {
  it('is whole when every part is there, in any order', () => {
    expect(missingParts([part(1, 1, 2), part(1, 0, 2)])).toEqual([])
    expect(missingParts([])).toEqual([])
  })

  it('names what is missing, each export by itself', () => {
    expect(missingParts([part(1, 1, 3), part(2, 0, 2)])).toEqual([
      { part: 1, parts: 3 },
      { part: 3, parts: 3 },
      { part: 2, parts: 2 },
    ])
  })

  it('is another one with the same number and other accounts', () => {
    const read = (account: string) => {
      const draft = {
        draftId: account, number: 1, issuer: 'Example', account, kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30,
        alreadyThere: false, warnings: [],
      } as const
      return partsOf({ drafts: [{ ...draft, warnings: [] }], refused: [], exports: [{ ...part(0, 0, 2), draftIds: [account] }] })
    }
    const isAmongAnns = (account: string) => read(account).every((part) => isThere(read('ann'), part))
    expect(isAmongAnns('ann')).toBe(true)
    expect(isAmongAnns('zed')).toBe(false)
    expect(missingParts([part(0, 0, 1), part(0, 0, 2)])).toEqual([{ part: 2, parts: 2 }])
  })
})
