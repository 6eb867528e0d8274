import { expect, it } from 'vitest'

import { appPasswordRows } from '../../../tests/made-up-shell/world'
import { endOf } from './end'

const endWith = (limits: object) => appPasswordRows(1).map((row) => endOf({ ...row, createdDateTime: '2026-01-01T00:00:00Z', lastUsedDateTime: null, expiresDateTime: null, unusedDays: null, ...limits }))

it('is the end date, or the end of the days without a use, whichever is first', () => {
  expect(endWith({})).toEqual([null])
  expect(endWith({ expiresDateTime: '2026-03-01T00:00:00Z' })).toEqual([Date.parse('2026-03-01T00:00:00Z')])
  expect(endWith({ unusedDays: 30 })).toEqual([Date.parse('2026-01-31T00:00:00Z')])
  expect(endWith({ unusedDays: 30, lastUsedDateTime: '2026-01-02T00:00:00Z' })).toEqual([Date.parse('2026-02-01T00:00:00Z')])
  expect(endWith({ unusedDays: 30, expiresDateTime: '2026-01-30T00:00:00Z' })).toEqual([Date.parse('2026-01-30T00:00:00Z')])
})
