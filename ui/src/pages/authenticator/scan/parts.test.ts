import { describe, expect, it } from 'vitest'

import { missingParts } from './parts'

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
})
